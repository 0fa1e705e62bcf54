"""Prices in, sentences out: always a range, and never a figure that nobody gave."""

from babel.numbers import format_currency

from harness.judge.cost.model import Input, Price, Range
from harness.reports.cx.words.speech import day, listed
from harness.values.model import Money

_CENTS_BELOW = 100
NOT_PRICED = "Not priced: give visits a day, order value and the other figures in business.yaml."


def amount(money: Money) -> str:
    """Say an amount; cents only where they matter."""
    if money.currency is None:
        return f"{money.amount:,.2f}"
    whole = abs(money.amount) >= _CENTS_BELOW
    pattern = "¤#,##0" if whole else None
    return format_currency(money.amount, money.currency, pattern, locale="en_US", currency_digits=not whole)


def span(of: Range) -> str:
    """Say a range: `$310 to $700`."""
    low, high = amount(of.low), amount(of.high)
    return f"about {low}" if low == high else f"{low} to {high}"


def a_day(price: Price | None) -> str:
    """Say what a day of it costs, or what is missing to tell."""
    if price and price.a_day:
        return f"{span(price.a_day)} a day"
    if price and price.missing:
        return f"Not priced: give {listed(price.missing)} in business.yaml."
    return NOT_PRICED


def in_all(price: Price | None) -> str:
    """Say what it has cost, and what it will cost."""
    if not price:
        return ""
    so_far = f"{span(price.so_far)} since it was first met" if price.so_far else ""
    ahead = f"{span(price.next_30_days)} in the next 30 days if nothing is done" if price.next_30_days else ""
    return "; ".join(filter(None, [so_far, ahead]))


def rests_on(price: Price | None) -> tuple[str, ...]:
    """Name the figures a price rests on, and who gave them."""
    return tuple(map(_given, price.inputs)) if price else ()


def _given(figure: Input) -> str:
    as_of = f", {day(figure.as_of)} {figure.as_of.year}" if figure.as_of else ""
    return f"{figure.name}: {figure.value} ({figure.source}{as_of})"
