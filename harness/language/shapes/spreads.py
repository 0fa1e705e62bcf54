"""Shapes of a company's figure: an amount or a range of amounts, with who says so and as of when."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from harness.language.business import SourcedFigure
from harness.language.reading.nodes import Node, TextNode
from harness.language.reading.reading import Reading
from harness.language.shapes.plain import Checked, PlainText
from harness.language.shapes.table import Found, Key, Table

Unit = Literal["number", "money", "share"]
_AMOUNT = r"\d{1,9}(?:\.\d{1,4})?"
FORMS = {
    "share": rf"({_AMOUNT})(?: ?- ?({_AMOUNT}))? ?%",
    "number": rf"({_AMOUNT})(?: ?- ?({_AMOUNT}))?",
    "money": rf"({_AMOUNT})(?: ?- ?({_AMOUNT}))?",
}
_KINDS = {
    "share": ("a share", "Write it like 35%, or 30-40% where nobody knows better."),
    "number": ("a number", "Write it like 1200, or 1000-1500 where nobody knows better."),
    "money": ("an amount", "Write only the number, like 48.50 or 45-50: the money is that of site.yaml."),
}
_ALL_PERCENT = 100
_NEVER = date.min


@dataclass(frozen=True)
class Amounts:
    """One amount, or two of which the truth lies between."""

    low: Decimal
    high: Decimal
    written: str


@dataclass(frozen=True)
class Spread:
    """An amount such as `35%` or `48.50`, or a range such as `30-40%`."""

    unit: Unit

    def read(self, node: Node, reading: Reading) -> Amounts:
        """Return both ends; shares as fractions of 1."""
        kind, remedy = _KINDS[self.unit]
        text = PlainText(kind).read(node, reading)
        found = re.fullmatch(FORMS[self.unit], text, re.ASCII)
        if not found:
            if text:
                reading.problem(node, f'"{text}" is not {kind}. {remedy}')
            return Amounts(Decimal(0), Decimal(0), text)
        low, high = Decimal(found[1]), Decimal(found[2] or found[1])
        if low > high:
            reading.problem(node, f'"{text}" begins with its greater end. Put the smaller one first.')
        if self.unit == "share" and high > _ALL_PERCENT:
            reading.problem(node, f'"{text}" is more than the whole. A share is 100% at the most.')
        whole = _ALL_PERCENT if self.unit == "share" else 1
        return Amounts(low / whole, high / whole, text)


def _day_problem(text: str) -> str | None:
    try:
        date.fromisoformat(text)
    except ValueError:
        return f'"{text}" is not a day. Write it like 2026-11-30.'
    return None


_SOURCE = Key("source", PlainText("who says so"), "Who says so, such as `web analytics`.", "", required=True)
_AS_OF = Key(
    "as of",
    Checked("a day", _day_problem),
    "The day from which the figure is, such as `2026-11-30`.",
    "",
    required=True,
)


def _table(unit: Unit) -> Table[SourcedFigure]:
    amount: Key[Amounts] = Key(
        "is",
        Spread(unit),
        "The figure, or a range such as `30-40`.",
        Amounts(Decimal(0), Decimal(0), ""),
        required=True,
    )
    return Table("a figure", (amount, _SOURCE, _AS_OF), _figure_of(amount))


def _figure_of(amount: Key[Amounts]) -> Callable[[Found], SourcedFigure]:
    def make(found: Found) -> SourcedFigure:
        is_day = found[_AS_OF] and not _day_problem(found[_AS_OF])
        day = date.fromisoformat(found[_AS_OF]) if is_day else _NEVER
        amounts = found[amount]
        return SourcedFigure(amounts.low, amounts.high, amounts.written, found[_SOURCE], day, found.place)

    return make


FIGURE_TABLES = {unit: _table(unit) for unit in ("number", "money", "share")}


@dataclass(frozen=True)
class Sourced:
    """A figure with its source and its date: one that nobody stands for is a mistake."""

    unit: Unit

    def read(self, node: Node, reading: Reading) -> SourcedFigure:
        """Return the figure."""
        table = FIGURE_TABLES[self.unit]
        if isinstance(node, TextNode) and node.text.strip():
            reading.problem(
                node,
                "a figure without a source is nobody's."
                f" Write: {{is: {node.text.strip()}, source: who says so, as of: 2026-11-30}}",
            )
            return table.make(Found(reading.place(node), {}))
        return table.read(node, reading)
