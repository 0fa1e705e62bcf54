"""All checks on one value in, whether any value could pass them out: `{at least: $100, at most: $10}`."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from harness.values.checks import compare
from harness.values.model import ReadingError
from harness.values.pairs import span_of
from harness.values.patterns import pattern_in
from harness.values.reading import Kind, kind_of, read_as

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from decimal import Decimal

    from harness.values.model import ValueContext
    from harness.values.pairs import Span

_PLACEHOLDER = "${"
_FROM = ("at least", "more than")
_UP_TO = ("at most", "less than", "no later than")
_EXCLUDING = ("more than", "less than")
_SAME = ("is", "one of")
_COMPARED = (*_SAME, "is not", *_FROM, *_UP_TO)
# "tomorrow" moves on, and December 24 stays: weekdays and years to come are tried before it is certain.
_TEN_YEARS_DAYS = 3640
_EVERY_SO_MANY_DAYS = 260


def contradiction_in(
    words: Mapping[str, str | Sequence[str]], context: ValueContext
) -> tuple[str, str] | None:
    """Return two checks that no value passes both, whatever day it is; None if none are known.

    Args:
        words: check words and their right sides; texts with ``${name}``, patterns and `contains` say nothing.
        context: locale and currency of the site.
    """
    known = {word: right for word, right in words.items() if word in _COMPARED and _is_literal(right)}
    if "by" in words:
        known = {word: right for word, right in known.items() if word not in _EXCLUDING}
    names = list(known)
    pairs = ((one, other) for number, one in enumerate(names) for other in names[number + 1 :])
    return next((pair for pair in pairs if _never(known, pair, context)), None)


def _is_literal(right: str | Sequence[str]) -> bool:
    texts = [right] if isinstance(right, str) else right
    try:
        return not any(_PLACEHOLDER in text or pattern_in(text) for text in texts)
    except ReadingError:  # told already
        return False


def _never(known: Mapping[str, str | Sequence[str]], pair: tuple[str, str], context: ValueContext) -> bool:
    try:
        return all(
            _excludes(known, pair, replace(context, today=context.today + timedelta(days=days)))
            for days in (0, *range(-_TEN_YEARS_DAYS, _TEN_YEARS_DAYS, _EVERY_SO_MANY_DAYS))
        )
    except (ReadingError, OverflowError):  # not of one kind, or unclear: only the page can tell
        return False


def _excludes(known: Mapping[str, str | Sequence[str]], pair: tuple[str, str], context: ValueContext) -> bool:
    for word, other in (pair, pair[::-1]):
        if word in _SAME:
            right = known[word]
            candidates = [right] if isinstance(right, str) else right
            return not any(
                compare(other, each, known[other], by=None, context=context).holds for each in candidates
            )
    return _is_empty(_bounds(known, pair, context), is_open=any(word in _EXCLUDING for word in pair))


def _bounds(
    known: Mapping[str, str | Sequence[str]], pair: tuple[str, str], context: ValueContext
) -> tuple[Decimal, Decimal] | None:
    """Return the lowest and the highest that two checks allow; None where they are no range."""
    low = next((word for word in pair if word in _FROM), None)
    high = next((word for word in pair if word in _UP_TO), None)
    if low is None or high is None:
        return None
    first, last = str(known[low]), str(known[high])
    kind = Kind.DATE if high == "no later than" else kind_of(first, context)
    if kind is not Kind.DATE and kind is not kind_of(last, context):
        return None
    lowest, highest = _span(kind, first, context), _span(kind, last, context)
    return (
        lowest.high if low == "more than" else lowest.low,
        highest.low if high == "less than" else highest.high,
    )


def _span(kind: Kind, text: str, context: ValueContext) -> Span:
    return span_of(read_as(kind, text, context).value)


def _is_empty(bounds: tuple[Decimal, Decimal] | None, *, is_open: bool) -> bool:
    if bounds is None:
        return False
    low, high = bounds
    return low > high or (low == high and is_open)


def told(words: Mapping[str, str | Sequence[str]], pair: tuple[str, str]) -> str:
    """Return the sentence about two checks that exclude each other."""
    one, other = (f"{word} {_shown(words[word])}" for word in pair)
    return f'nothing is both "{one}" and "{other}", so this can never hold. Mend one of them.'


def _shown(right: str | Sequence[str]) -> str:
    return right if isinstance(right, str) else f"[{', '.join(right)}]"
