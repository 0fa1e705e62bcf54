"""A text to the calendar dates written in it, in numbers or with the name of the month."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from harness.values.calendar import calendar_day, in_the_nearest_year
from harness.values.model import UnclearError
from harness.values.notation import notation_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from harness.values.notation import DateOrder, Notation

_CENTURY = 2000
_SHORT_YEAR_DIGITS = 2
_YEAR_DIGITS = (2, 4)
_MONTHS_IN_A_YEAR = 12
_ISO = re.compile(r"(?<![\w-])(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?=T\d|(?![\w-]))")
_EAST_ASIAN = re.compile(r"(?:(?<!\d)(?P<year>\d{4})年 ?)?(?<!\d)(?P<month>\d{1,2})月 ?(?P<day>\d{1,2})日")
_NUMERIC = re.compile(
    r"(?<![\w./-])(?P<one>\d{1,4})(?P<sign> ?[./-] ?)(?P<two>\d{1,2})(?P=sign)(?P<three>\d{4}|\d{1,2})"
    r"(?![\d/-]|\.\d)"
)
_DOTTED_WITHOUT_YEAR = re.compile(r"(?<![\w./-])(?P<day>\d{1,2})\. ?(?P<month>\d{1,2})\.(?! ?\d)")


@dataclass(frozen=True, slots=True)
class DateMention:
    """A day or a span of days in a text, with its place."""

    start: int
    end: int
    first: date
    last: date


def written_dates(text: str, notation: Notation, today: date) -> Iterator[DateMention]:
    """Yield the dates that a plain text gives by day and month.

    Raises:
        UnclearError: a date that no calendar has, or whose order of day and month is not certain.
    """
    forms = _named_forms(notation.locale)
    yield from (_mention(match, today) for match in _ISO.finditer(text))
    yield from (_mention(match, today) for match in _EAST_ASIAN.finditer(text))
    for match in _NUMERIC.finditer(text):
        if (
            not _ISO.match(text, match.start())
            and len(match["three"]) + len(match["one"]) >= _SHORT_YEAR_DIGITS + 1
        ):
            yield from _numeric(match, notation)
    if notation.dotted_dates:
        yield from (_mention(match, today) for match in _DOTTED_WITHOUT_YEAR.finditer(text))
    for form in forms:
        yield from (_named(match, notation, today) for match in form.finditer(text))


def _mention(match: re.Match[str], today: date) -> DateMention:
    parts = match.groupdict()
    day = _dated(parts.get("year"), int(parts["month"]), int(parts["day"]), today)
    return DateMention(match.start(), match.end(), day, day)


def _dated(year: str | None, month: int, day: int, today: date) -> date:
    if year is None:
        return in_the_nearest_year(month, day, today)
    digits = year.lstrip("'")
    return calendar_day(int(digits) + (_CENTURY if len(digits) == _SHORT_YEAR_DIGITS else 0), month, day)


def _numeric(match: re.Match[str], notation: Notation) -> Iterator[DateMention]:
    one, two, three = match["one"], match["two"], match["three"]
    order = _order_of(one, two, dotted="." in match["sign"], notation=notation)
    year = one if order == "ymd" else three
    if len(year) not in _YEAR_DIGITS:
        return
    numbers = dict(zip(order, (one, two, three), strict=True))
    full_year = int(year) + (_CENTURY if len(year) == _SHORT_YEAR_DIGITS else 0)
    day = calendar_day(full_year, int(numbers["m"]), int(numbers["d"]))
    yield DateMention(match.start(), match.end(), day, day)


def _order_of(one: str, two: str, *, dotted: bool, notation: Notation) -> DateOrder:
    if len(one) > _SHORT_YEAR_DIGITS:
        return "ymd"
    if dotted:
        # Dots put the day first wherever they are used; in a locale that does otherwise they are uncertain.
        _check_order(one, two, "dmy", notation)
        return "dmy"
    if notation.date_order == "ymd":
        order: DateOrder = "mdy" if int(two) > _MONTHS_IN_A_YEAR else "dmy"
        _check_order(one, two, order, notation)
        return order
    return notation.date_order


def _check_order(one: str, two: str, order: DateOrder, notation: Notation) -> None:
    is_certain = max(int(one), int(two)) > _MONTHS_IN_A_YEAR or one == two
    if notation.date_order != order and not is_certain:
        raise UnclearError(f"{notation.locale} does not say whether {one} or {two} is the day")


def _named(match: re.Match[str], notation: Notation, today: date) -> DateMention:
    month = notation.months[match["month"].casefold()]
    first = _dated(match["year"], month, int(match["day"]), today)
    last = _dated(match["year"], month, int(match["until"]), today) if match["until"] else first
    if last < first:
        raise UnclearError(f'"{match[0].strip()}" ends before it begins')
    return DateMention(match.start(), match.end(), first, last)


@lru_cache(maxsize=32)
def _named_forms(locale: str) -> tuple[re.Pattern[str], ...]:
    """Return the patterns of "12 July 2026" and "July 12, 2026" in the locale's words, and of spans."""
    notation = notation_of(locale)
    if not notation.months:
        return ()
    month = rf"(?P<month>{alternatives(notation.months)})\.?"
    ordinal = r"(?:st|nd|rd|th|er|º|ª|\.)?"
    weekday = rf"(?:(?:{alternatives(notation.weekdays)})\.?,? ?(?:den |the )?)?"
    day = rf"(?P<day>\d{{1,2}}){ordinal}(?: ?- ?{weekday}(?P<until>\d{{1,2}}){ordinal})?"
    year = r"(?:[ ,.]{0,2}(?:de |del )?(?P<year>(?:19|20)\d{2}|'\d{2}))?(?!\d)"
    day_first = rf"(?<![\w.,/-]){day} ?(?:(?:of|de|del|den) )?{month}(?!\w){year}"
    month_first = rf"(?<!\w){month} ?{day}(?!\d|:\d|\w){year}"
    return re.compile(day_first, re.IGNORECASE), re.compile(month_first, re.IGNORECASE)


def alternatives(names: Iterable[str]) -> str:
    """Return a pattern that matches the longest of some names."""
    return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
