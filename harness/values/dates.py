"""A text as seen to the day or the span of days it names, by the site's locale and today's date."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from harness.values.date_forms import DateMention, alternatives, written_dates
from harness.values.folding import readable
from harness.values.model import AbsentError, Dates, Day, Days, UnclearError, ValueContext, cannot_read
from harness.values.notation import Notation, notation_of
from harness.values.relative_dates import bare_weekdays, relative_dates

if TYPE_CHECKING:
    from collections.abc import Iterable

_ARTICLES = r"(?:(?:the|den|dem|der|le|el|il|o) )?"
_JOINING_DASH = re.compile(r" ?- ?")
_HALF_READ_SPAN = re.compile(r"\d\S{0,3} ?- ?$")
_SURROUNDINGS = " .,;:!*()"
_PERIODS_OF_A_SPAN = 2


def read_day(text: str, context: ValueContext, *, whole: bool = False) -> Dates:
    """Read the one day, or the one span of days, in a text.

    Args:
        text: the text as seen: "Arrives by Monday, November 30, 2026", "12.07.2026", "2-3 working days".
        context: locale, today's date at the site, holidays.
        whole: whether the text must be nothing but the date.

    Raises:
        ReadingError: no date, two different dates, a date no calendar has, a weekday that does not fit.
    """
    try:
        return _the_one_date(readable(text), context, whole=whole)
    except (UnclearError, OverflowError) as problem:
        raise cannot_read(text, "a date", problem) from problem


def _the_one_date(text: str, context: ValueContext, *, whole: bool) -> Dates:
    notation = notation_of(context.locale)
    calendar = _without_parts([*written_dates(text, notation, context.today), *relative_dates(text, context)])
    with_weekdays = [_with_its_weekday(mention, text, notation) for mention in calendar]
    weekdays = (
        m for m in bare_weekdays(text, context) if not any(_holds(other, m) for other in with_weekdays)
    )
    mentions = _joined(sorted([*with_weekdays, *weekdays], key=lambda mention: mention.start), text)
    if not mentions:
        raise AbsentError("it holds no date")
    if whole and not _is_all_of(mentions[0], text):
        raise UnclearError("it is more than a date")
    _check_that_there_is_one(mentions, text)
    only = mentions[0]
    return Day(only.first) if only.first == only.last else Days(only.first, only.last)


def _check_that_there_is_one(mentions: list[DateMention], text: str) -> None:
    phrases = {(m.first, m.last): text[m.start : m.end].strip(_SURROUNDINGS) for m in mentions}
    if len(phrases) > 1:
        first, second, *_ = phrases.values()
        raise UnclearError(f'it names two, "{first}" and "{second}"')
    if _HALF_READ_SPAN.search(text[: mentions[0].start]):
        raise UnclearError("it may be a span whose beginning is not written as a date")


def _without_parts(mentions: Iterable[DateMention]) -> list[DateMention]:
    """Return the mentions that are no part of a longer one; two that overlap otherwise are uncertain."""
    kept: list[DateMention] = []
    for mention in sorted(mentions, key=lambda each: each.start - each.end):
        if any(_holds(longer, mention) for longer in kept):
            continue
        if any(other.start < mention.end and mention.start < other.end for other in kept):
            raise UnclearError("two dates run into each other")
        kept.append(mention)
    return kept


def _with_its_weekday(mention: DateMention, text: str, notation: Notation) -> DateMention:
    """Return the mention with the weekday beside it, after checking that the two agree."""
    before, after = _beside_a_date(notation.locale)
    leading = before.search(text[: mention.start])
    trailing = after.match(text[mention.end :])
    for found, day in ((leading, mention.first), (trailing, mention.last)):
        if found and notation.weekdays[found["weekday"].casefold()] != day.weekday():
            raise UnclearError(f"{day.isoformat()} is no {found['weekday']}")
    return replace(
        mention,
        start=leading.start() if leading else mention.start,
        end=mention.end + trailing.end() if trailing else mention.end,
    )


@lru_cache(maxsize=32)
def _beside_a_date(locale: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of a weekday directly before and directly after a date."""
    notation = notation_of(locale)
    before = rf"(?<!\w)(?P<weekday>{alternatives(notation.weekdays)})\.?,? ?{_ARTICLES}$"
    # Without brackets only in full: the abbreviation of "Sonntag" is also the word "so".
    whole = alternatives(notation.whole_weekdays)
    either = rf"(?(bracket)(?:{alternatives(notation.weekdays)})|(?:{whole}))"
    after = rf" ?(?P<bracket>\()?(?P<weekday>{either})(?!\w)\)?"
    return re.compile(before, re.IGNORECASE), re.compile(after, re.IGNORECASE)


def _joined(mentions: list[DateMention], text: str) -> list[DateMention]:
    """Return one span for two dates with only a dash between them: "28 June - 2 July"."""
    if len(mentions) != _PERIODS_OF_A_SPAN:
        return mentions
    first, second = mentions
    if not _JOINING_DASH.fullmatch(text[first.end : second.start]):
        return mentions
    if second.last < first.first:
        raise UnclearError("the span ends before it begins")
    return [DateMention(first.start, second.end, first.first, second.last)]


def _holds(longer: DateMention, shorter: DateMention) -> bool:
    return longer.start <= shorter.start and shorter.end <= longer.end


def _is_all_of(mention: DateMention, text: str) -> bool:
    return not (text[: mention.start] + text[mention.end :]).strip(_SURROUNDINGS)
