"""Prices in, sentences out: always a range, and never a figure that nobody gave."""

from harness.judge.cost.model import Price
from harness.judge.cost.telling import listed, span

NOT_PRICED = "Not priced: say in business.yaml how many visits a day you have, and what an order is worth."
"""Of what could have a price, where nobody has said anything."""


def a_day(price: Price) -> str:
    """Say what a day of it costs, or what is missing to tell."""
    if price.a_day:
        return f"Costs {span(price.a_day)} a day"
    return f"Not priced: give {listed(price.missing)} in business.yaml." if price.missing else NOT_PRICED


def in_all(price: Price) -> str:
    """Say what it has cost, what it will cost, and what is not in the price."""
    so_far = f"{span(price.so_far)} since it was first met" if price.so_far else ""
    ahead = f"{span(price.next_30_days)} in the next 30 days if nothing is done" if price.next_30_days else ""
    more = f"more, as nobody has said {listed(price.left_out)}" if so_far and price.left_out else ""
    return "; ".join(filter(None, [so_far, ahead, more]))
