"""A text as seen to a reading: the text with the money, share, date, number or words it stands for."""

from __future__ import annotations

from enum import Enum
from typing import Protocol

from harness.values.dates import read_day
from harness.values.lengths_of_time import read_length
from harness.values.model import (
    Day,
    Days,
    Duration,
    Money,
    Number,
    Percent,
    Reading,
    ReadingError,
    Value,
    ValueContext,
    Words,
    quoted,
)
from harness.values.money import read_marked_money, read_money, read_number, read_percent


class Kind(Enum):
    """The kinds of value that have an order, in the order in which a text is tried."""

    MONEY = "money"
    PERCENT = "a percentage"
    DATE = "a date"
    DURATION = "a length of time"
    NUMBER = "a number"


class Reader(Protocol):
    """Reads one kind of value from a text as seen; see ``read_money``."""

    def __call__(self, text: str, context: ValueContext, *, whole: bool = False) -> Value:
        """Return the value; raises ReadingError."""


_READERS: dict[Kind, Reader] = {
    Kind.MONEY: read_money,
    Kind.PERCENT: read_percent,
    Kind.DATE: read_day,
    Kind.DURATION: read_length,
    Kind.NUMBER: read_number,
}
# Where the kind is not known beforehand, only a currency makes a number money.
_RECOGNISERS: dict[Kind, Reader] = _READERS | {Kind.MONEY: read_marked_money}


def read(text: str, context: ValueContext) -> Reading:
    """Read a whole text as what it is; a text that is no value, or an uncertain one, is words."""
    for recognise in _RECOGNISERS.values():
        try:
            return Reading(text, recognise(text, context, whole=True))
        except ReadingError:
            continue
    return Reading(text, Words(text))


def read_as(kind: Kind, text: str, context: ValueContext) -> Reading:
    """Read the one value of a kind in a text, which may say other things around it.

    Raises:
        ReadingError: the text holds no such value, or two, or an uncertain one.
    """
    return Reading(text, _READERS[kind](text, context))


def kind_of(text: str, context: ValueContext) -> Kind:
    """Return the kind of the value in a text that something is compared with.

    Raises:
        ReadingError: the text holds no value that has an order.
    """
    whole = kind_of_value(read(text, context).value)
    if whole is not None:
        return whole
    unclear: list[ReadingError] = []
    for kind, recognise in _RECOGNISERS.items():
        try:
            recognise(text, context)
        except ReadingError as problem:
            unclear += [] if problem.is_absence else [problem]
        else:
            return kind
    if unclear:
        raise unclear[0]
    raise ReadingError(
        text, f"cannot compare with {quoted(text)}: it holds no money, number, percentage or date."
    )


def kind_of_value(value: Value) -> Kind | None:
    """Return the kind of a value, or None for words."""
    match value:
        case Money():
            return Kind.MONEY
        case Percent():
            return Kind.PERCENT
        case Number():
            return Kind.NUMBER
        case Day() | Days():
            return Kind.DATE
        case Duration():
            return Kind.DURATION
        case Words():
            return None
