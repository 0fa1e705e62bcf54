"""A day and a time of day, as a journey says them, to what they are; and to how they are written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from harness.values.dates import read_day
from harness.values.model import Days, ReadingError, ValueContext, quoted

if TYPE_CHECKING:
    import datetime as dt

_TIME = re.compile(
    r"(?:^|[\s,T])(?P<hour>[01]?\d|2[0-3])[:.](?P<minute>[0-5]\d)(?:\s*(?P<half>[ap])\.?m\.?)?\s*$",
    re.IGNORECASE | re.ASCII,
)
_HALF_A_DAY = 12


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, a time of day as `14:30`, or both."""

    day: dt.date | None
    time: str | None


def read_moment(text: str, context: ValueContext) -> Moment:
    """Read the one day, the time of day, or both, that a whole text names.

    Args:
        text: `24 December 2026`, `tomorrow`, `in 3 working days`, `14:30`, `2026-12-24 14:30`.
        context: locale, today's date at the site, holidays.

    Raises:
        ReadingError: it names none, or several days, or more than that.
    """
    found = _TIME.search(text)
    time = _time(found) if found else None
    rest = text[: found.start()].strip(" ,") if found else text
    if time and not rest:
        return Moment(None, time)
    day = read_day(rest, context, whole=True)
    if isinstance(day, Days):
        raise ReadingError(text, f"{quoted(text)} names several days. Name the one to choose.")
    return Moment(day.date, time)


def _time(found: re.Match[str]) -> str | None:
    hour = int(found["hour"])
    if found["half"]:
        if not 1 <= hour <= _HALF_A_DAY:
            return None
        hour = hour % _HALF_A_DAY + (_HALF_A_DAY if found["half"].casefold() == "p" else 0)
    return f"{hour:02}:{found['minute']}"


def typed_day(day: dt.date, locale: str, *, form: str = "") -> str:
    """Return a day as customers type it: in the form a field shows, else as the locale writes it.

    Args:
        day: the day.
        locale: a locale such as ``en-US``.
        form: what the field says while it is empty, such as `MM/DD/YYYY` or `TT.MM.JJJJ`.
    """
    from harness.values.cldr import day_in_numbers  # noqa: PLC0415 - Babel takes 20 ms, as in `showing.py`

    shown = re.fullmatch(r"\s*(\w+)(\W+)(\w+)(\W+)(\w+)\.?\s*", form)
    parts = [_part(shown[group], day) for group in (1, 3, 5)] if shown else []
    if shown and None not in parts and len({shown[group][0] for group in (1, 3, 5)}) == len(parts):
        return f"{parts[0]}{shown[2]}{parts[1]}{shown[4]}{parts[2]}"
    return day_in_numbers(day, locale)


def _part(letters: str, day: dt.date) -> str | None:
    """Return the part of a date that letters stand for: `M` is the month in every form, `YYYY` the year."""
    if len(set(letters.casefold())) > 1 or not letters.isalpha():
        return None
    if len(letters) == len("YYYY"):
        return f"{day:%Y}"
    number = day.month if letters[0].casefold() == "m" else day.day
    return f"{number:0{len(letters)}}" if len(letters) <= len("DD") else None
