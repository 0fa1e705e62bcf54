"""A text as seen to a reading: the text with the money, percentage, number, date or words it stands for."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from harness.values.dates import read_day
from harness.values.model import (
    Day,
    Days,
    Money,
    Number,
    Percent,
    Reading,
    ReadingError,
    ValueContext,
    Words,
    quoted,
)
from harness.values.money import read_money, read_number, read_percent

if TYPE_CHECKING:
    from harness.values.model import Value


class Kind(Enum):
    """The kinds of value that have an order."""

    MONEY = "money"
    PERCENT = "a percentage"
    DATE = "a date"
    NUMBER = "a number"


_READERS = {
    Kind.MONEY: read_money,
    Kind.PERCENT: read_percent,
    Kind.DATE: read_day,
    Kind.NUMBER: read_number,
}


def read(text: str, context: ValueContext) -> Reading:
    """Read a whole text as what it is; a text that is no value, or an uncertain one, is words.

    A plain number stays a number here, also on a site whose money is known.
    """
    plain_amounts = ValueContext(context.locale, None, context.today, context.holidays)
    for kind in Kind:
        try:
            value = _READERS[kind](text, plain_amounts, whole=True)
        except ReadingError:
            continue
        return Reading(text, read_money(text, context, whole=True) if kind is Kind.MONEY else value)
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
    problems = []
    for kind in Kind:
        try:
            read_as(kind, text, ValueContext(context.locale, None, context.today, context.holidays))
        except ReadingError as problem:
            problems.append(problem)
        else:
            return kind
    telling = [problem for problem in problems if "it holds no" not in str(problem)]
    if telling:
        raise telling[0]
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
    return None
