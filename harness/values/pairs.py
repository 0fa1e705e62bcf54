"""A seen and an expected text to two values of one kind that can be set in order."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from harness.values.differences import size_of
from harness.values.folding import same_words
from harness.values.model import (
    Day,
    Days,
    Duration,
    Money,
    Reading,
    ReadingError,
    Value,
    ValueContext,
    Words,
    quoted,
)
from harness.values.reading import Kind, kind_of, read, read_as
from harness.values.showing import shown


@dataclass(frozen=True, slots=True)
class Span:
    """Where a value lies on a line; a single value begins and ends at the same place."""

    low: Decimal
    high: Decimal


@dataclass(frozen=True, slots=True)
class Pair:
    """Two readings of one kind and currency."""

    seen: Reading
    wanted: Reading
    context: ValueContext

    @property
    def seen_span(self) -> Span:
        """Return where the seen value lies."""
        return span_of(self.seen.value)

    @property
    def wanted_span(self) -> Span:
        """Return where the expected value lies."""
        return span_of(self.wanted.value)

    @property
    def seen_words(self) -> str:
        """Return the seen text for a sentence, with the day it means."""
        return in_words(self.seen, self.context)

    @property
    def wanted_words(self) -> str:
        """Return the expected text for a sentence, with the day it means."""
        return in_words(self.wanted, self.context)


def pair_of(seen: str, expected: str, context: ValueContext, kind: Kind | None = None) -> Pair:
    """Read two texts as values of one kind.

    Args:
        seen: the text on the page.
        expected: the text of the journey.
        context: what is known of the site.
        kind: what to read them as; without it the expected text decides.

    Raises:
        ReadingError: one of them is no such value, or their currencies differ.
    """
    kind = kind or kind_for(seen, expected, context)
    pair = Pair(read_as(kind, seen, context), read_as(kind, expected, context), context)
    _check_currencies(pair)
    return pair


def kind_for(seen: str, expected: str, context: ValueContext) -> Kind:
    """Return the kind of the expected value; a plain number is money if money was seen and the site names it.

    Raises:
        ReadingError: the expected text holds no value, or lacks the currency.
    """
    kind = kind_of(expected, context)
    if kind is not Kind.NUMBER or not isinstance(read(seen, context).value, Money):
        return kind
    if context.currency is None:
        raise ReadingError(
            seen, f"cannot compare {quoted(seen)} with {quoted(expected)}: only one of them names a currency."
        )
    return Kind.MONEY


def span_of(value: Value) -> Span:
    """Return where a value lies on the line of its kind; days count from the first day of the calendar."""
    match value:
        case Day() | Days():
            return Span(Decimal(value.first.toordinal()), Decimal(value.last.toordinal()))
        case Duration(low, high):
            return Span(low, high)
        case Words():
            raise ReadingError(value.text, f"{quoted(value.text)} has no order.")
        case _:
            return Span(size_of(value), size_of(value))


def in_words(reading: Reading, context: ValueContext) -> str:
    """Return the text as seen for a sentence, with the day it means where it does not say it in full."""
    text = " ".join(reading.text.split())
    if not isinstance(reading.value, Day | Days):
        return text
    meaning = shown(reading.value, context.locale)
    return text if same_words(meaning) in same_words(text) else f"{text} ({meaning})"


def _check_currencies(pair: Pair) -> None:
    seen, wanted = pair.seen.value, pair.wanted.value
    if not isinstance(seen, Money) or not isinstance(wanted, Money):
        return
    if None not in {seen.currency, wanted.currency} and seen.currency != wanted.currency:
        raise ReadingError(
            pair.seen.text,
            f"cannot compare {quoted(pair.seen.text)} with {quoted(pair.wanted.text)}: "
            f"{seen.currency} is not {wanted.currency}.",
        )
