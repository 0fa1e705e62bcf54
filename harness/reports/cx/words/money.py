"""Prices in, sentences out: always a range, and never a figure that nobody gave."""

from harness.judge.cost.model import Price
from harness.judge.cost.telling import listed, span
from harness.reports.cx.words.speech import count

NOT_PRICED = "Not priced: give visits a day in business.yaml."
"""Of what could have a price, where nobody has said anything."""


def a_day(price: Price) -> str:
    """Say what a day of it costs, or what is missing to tell."""
    if price.a_day:
        return f"Costs {span(price.a_day)} a day"
    if not price.missing:
        return NOT_PRICED
    first, *others = price.missing
    more = f" and {count(len(others), 'more figure')}" if others else ""
    return f"Not priced: give {first}{more} in business.yaml."


def missing(price: Price) -> str:
    """Say all that is missing to tell what it costs."""
    return f"Nobody has said {listed(price.missing)}" if price.missing and not price.a_day else ""


def in_all(price: Price) -> str:
    """Say what it has cost, what it will cost, and what is not in the price."""
    so_far = f"{span(price.so_far)} since it was first met" if price.so_far else ""
    ahead = f"{span(price.next_30_days)} in the next 30 days if nothing is done" if price.next_30_days else ""
    more = f"more, as nobody has said {listed(price.left_out)}" if so_far and price.left_out else ""
    return "; ".join(filter(None, [so_far, ahead, more]))
