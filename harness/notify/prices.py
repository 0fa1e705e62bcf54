"""A finding's price in, what a message says of it out."""

from harness.judge.cost.model import Price, Range
from harness.notify import words


def cost_said(price: Price | None) -> str:
    """Say what it costs that nothing is done, or that it is not priced."""
    if price is None or price.a_day is None:
        return words.NOT_PRICED
    ahead = f"; {_range(price.next_30_days)} in the next 30 days" if price.next_30_days else ""
    return f"{_range(price.a_day)} a day{ahead}"


def _range(told: Range) -> str:
    return f"{told.low.amount:,.0f} to {told.high.amount:,.0f} {told.high.currency or ''}".strip()
