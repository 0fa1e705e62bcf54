"""A price in, the sentences that tell it out: always from the least to the most."""

from collections.abc import Sequence

from harness.judge.cost.model import Input, Price, Range
from harness.values.model import Money
from harness.values.showing import shown

BUSINESS_FILE = "business.yaml"
_LOCALE = "en-US"
_CENTS_BELOW = 10
"""Prices have two digits that say something."""


def told(price: Price, since: str = "it was first met") -> str:
    """Return what it costs, in one line: a day, so far, and if nothing is done.

    Args:
        price: The price.
        since: The day it was first met, as it stands after "since".
    """
    if price.a_day is None:
        return f"Not priced: give {listed(price.missing)} in {BUSINESS_FILE}." if price.missing else ""
    pieces = (
        f"About {span(price.a_day)} a day",
        f"{span(price.so_far)} since {since}" if price.so_far else "",
        f"{span(price.next_30_days)} in the next 30 days if nothing is done" if price.next_30_days else "",
    )
    return f"{'; '.join(filter(None, pieces))}.{_without(price)}"


def _without(price: Price) -> str:
    if not price.left_out:
        return ""
    return f" It may be more: {BUSINESS_FILE} does not say {listed(price.left_out)}."


def rests_on(price: Price) -> tuple[str, ...]:
    """Return each figure a price rests on, with who says so and as of when."""
    return tuple(map(_whose, price.inputs))


def _whose(figure: Input) -> str:
    as_of = f", {figure.as_of:%B} {figure.as_of.day}, {figure.as_of.year}" if figure.as_of else ""
    return f"{figure.name}: {figure.value} ({figure.source}{as_of})"


def span(of: Range) -> str:
    """Return a range as people say it: `$310 to $700`."""
    ends = dict.fromkeys((amount(of.low), amount(of.high)))
    return " to ".join(ends)


def amount(money: Money) -> str:
    """Return an amount: cents only where they matter."""
    text = shown(money, _LOCALE)
    return text.removesuffix(".00") if money.amount >= _CENTS_BELOW else text


def listed(names: Sequence[str]) -> str:
    """Return names as a list: `a, b and c`."""
    *rest, last = names
    return f"{', '.join(rest)} and {last}" if rest else last
