"""A text as seen to the one length of time in it: "2 hours", "1 h 30 min", "2-4 Stunden", "12 months"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from harness.values.folding import readable
from harness.values.model import AbsentError, Duration, UnclearError, ValueContext, cannot_read
from harness.values.notation import notation_of
from harness.values.numerals import decimal_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from harness.values.notation import Notation

_NUMBER = r"\d(?:[.,']?\d)*"
_JOINT = re.compile(r"[ ,]{0,2}(?:[^\W\d_]{1,3} )?")
_SURROUNDINGS = " .,;:!*()"


@dataclass(frozen=True, slots=True)
class _Mention:
    """A length of time in a text: one number with its unit, or several in a row."""

    start: int
    end: int
    length: Duration
    unit_s: int


def read_length(text: str, context: ValueContext, *, whole: bool = False) -> Duration:
    """Read the one length of time in a text; a month counts as a twelfth of a year.

    Args:
        text: the text as seen: "2 hours", "1 h 30 min", "within 24 hours", "2-4 weeks".
        context: the locale of the site.
        whole: whether the text must be nothing but the length.

    Raises:
        ReadingError: no length of time, or two different ones.
    """
    try:
        return _the_one_length(readable(text), context, whole=whole)
    except UnclearError as problem:
        raise cannot_read(text, "a length of time", problem) from problem


def _the_one_length(text: str, context: ValueContext, *, whole: bool) -> Duration:
    notation = notation_of(context.locale)
    found = [_mention(match, notation) for match in _lengths(context.locale).finditer(text)]
    mentions = _joined(found, text)
    if not mentions:
        raise AbsentError("it holds no length of time")
    first = mentions[0]
    if whole and (text[: first.start] + text[first.end :]).strip(_SURROUNDINGS):
        raise UnclearError("it is more than a length of time")
    phrases = {mention.length: text[mention.start : mention.end] for mention in mentions}
    if len(phrases) > 1:
        one, other, *_ = phrases.values()
        raise UnclearError(f'it names two, "{one}" and "{other}"')
    return first.length


def _mention(match: re.Match[str], notation: Notation) -> _Mention:
    unit_s = notation.time_units_s[match["unit"].casefold()]
    low = decimal_of(match["low"], notation)
    high = decimal_of(match["high"], notation) if match["high"] else low
    if high < low:
        raise UnclearError(f'"{match[0]}" ends before it begins')
    return _Mention(*match.span(), Duration(low * unit_s, high * unit_s), unit_s)


def _joined(mentions: list[_Mention], text: str) -> list[_Mention]:
    """Return "1 h 30 min" as one: each unit is smaller than the one before it."""
    groups: list[list[_Mention]] = [mentions[:1]] if mentions else []
    for before, mention in pairwise(mentions):
        follows = _JOINT.fullmatch(text[before.end : mention.start]) and mention.unit_s < before.unit_s
        if follows and all(each.length.low == each.length.high for each in (before, mention)):
            groups[-1].append(mention)
        else:
            groups.append([mention])
    return [_sum(group) for group in groups]


def _sum(group: list[_Mention]) -> _Mention:
    length = Duration(
        sum((each.length.low for each in group), Decimal(0)),
        sum((each.length.high for each in group), Decimal(0)),
    )
    return _Mention(group[0].start, group[-1].end, length, group[-1].unit_s)


@lru_cache(maxsize=32)
def _lengths(locale: str) -> re.Pattern[str]:
    notation = notation_of(locale)
    joint = _one_of(["-", *notation.vocabulary.until])
    unit = "|".join(_bordered(word) for word in sorted(notation.time_units_s, key=len, reverse=True))
    return re.compile(
        rf"(?<![\w.,:/-])(?P<low>{_NUMBER})(?: ?{joint} ?(?P<high>{_NUMBER}))?[ -]?(?P<unit>{unit})",
        re.IGNORECASE,
    )


def _one_of(words: Iterable[str]) -> str:
    return f"(?:{'|'.join(map(re.escape, words))})"


def _bordered(word: str) -> str:
    return rf"{re.escape(word)}(?!\w)" if word.lower() != word.upper() else re.escape(word)
