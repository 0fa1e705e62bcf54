"""A text to the days it gives from today on: "tomorrow", "Monday", "2-3 working days"."""

from __future__ import annotations

import re
from datetime import timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from harness.values.calendar import after_working_days, next_weekday
from harness.values.date_forms import DateMention
from harness.values.model import UnclearError, ValueContext
from harness.values.notation import notation_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from harness.values.vocabulary import Vocabulary

_NOTHING = "(?!)"


def relative_dates(text: str, context: ValueContext) -> Iterator[DateMention]:
    """Yield the days a plain text names by their distance from today.

    Raises:
        UnclearError: a span that ends before it begins.
    """
    vocabulary = notation_of(context.locale).vocabulary
    for words, distance in ((vocabulary.yesterday, -1), (vocabulary.today, 0), (vocabulary.tomorrow, 1)):
        day = context.today + timedelta(days=distance)
        yield from (DateMention(*match.span(), day, day) for match in _whole(words).finditer(text))
    for match in _counted(context.locale).finditer(text):
        yield _from_today(match, context)


def bare_weekdays(text: str, context: ValueContext) -> Iterator[DateMention]:
    """Yield the weekdays a text names in full, each as the next such day after today.

    Raises:
        UnclearError: "next Friday", which people understand in two ways.
    """
    notation = notation_of(context.locale)
    for match in _whole(tuple(notation.whole_weekdays)).finditer(text):
        before = text[: match.start()].casefold().rstrip()
        if any(before.endswith(word) for word in notation.vocabulary.coming):
            raise UnclearError(f'"{before.split()[-1]} {match[0]}" may be this week or the week after')
        day = next_weekday(notation.weekdays[match[0].casefold()], context.today)
        yield DateMention(*match.span(), day, day)


def _from_today(match: re.Match[str], context: ValueContext) -> DateMention:
    low = int(match["low"])
    high = int(match["high"] or low)
    if high < low:
        raise UnclearError(f'"{match[0].strip()}" ends before it begins')
    if match["ago_before"] or match["ago_after"]:
        if match["working"]:
            raise UnclearError("working days are counted from today on")
        low, high = -high, -low
    first = context.today if match["within_before"] or match["within_after"] else _away(low, match, context)
    return DateMention(*match.span(), first, _away(high, match, context))


def _away(count: int, match: re.Match[str], context: ValueContext) -> date:
    if match["working"]:
        return after_working_days(context.today, count, context.holidays)
    return context.today + timedelta(days=count)


@lru_cache(maxsize=128)
def _whole(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of whole words; scripts without spaces have no borders between words."""
    return re.compile(
        "|".join(_bordered(word) for word in sorted(words, key=len, reverse=True)) or _NOTHING, re.IGNORECASE
    )


def _bordered(word: str) -> str:
    return rf"(?<!\w){re.escape(word)}(?!\w)" if word.lower() != word.upper() else re.escape(word)


@lru_cache(maxsize=32)
def _counted(locale: str) -> re.Pattern[str]:
    vocabulary = notation_of(locale).vocabulary
    if not vocabulary.days:
        return re.compile(_NOTHING)
    before = (
        rf"(?:(?P<ago_before>{_one_of(vocabulary.ago)}) |(?P<within_before>{_one_of(vocabulary.within)}) "
        rf"|{_one_of(vocabulary.ahead)} )?"
    )
    joint = "|".join(["-", *(re.escape(word) for word in vocabulary.until)])
    count = rf"(?<![\d.,/-])(?P<low>\d{{1,3}})(?: ?(?:{joint}) ?(?P<high>\d{{1,3}}))?"
    unit = _unit(vocabulary)
    after = (
        rf"(?: ?(?P<ago_after>{_one_of(vocabulary.ago)})| ?(?P<within_after>{_one_of(vocabulary.within)}))?"
    )
    return re.compile(rf"{before}{count} ?{unit}{after}", re.IGNORECASE)


def _unit(vocabulary: Vocabulary) -> str:
    return rf"(?:(?P<working>{_one_of(vocabulary.working_days)})|{_one_of(vocabulary.days)})"


def _one_of(words: Iterable[str]) -> str:
    # A border only before and after: within "(?<!\w)" a word after digits ("3営業日") would never match.
    whole = sorted(words, key=len, reverse=True)
    return (
        "(?:"
        + ("|".join(re.escape(w) + (r"(?!\w)" if w.lower() != w.upper() else "") for w in whole) or _NOTHING)
        + ")"
    )
