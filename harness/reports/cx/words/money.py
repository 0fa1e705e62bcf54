"""Prices in, sentences out: always a range, and never a figure that nobody gave."""

from harness.judge.cost.model import Price
from harness.judge.cost.telling import FAULTY, listed, span
from harness.words import entry, phrase, phrase_many

NOT_PRICED = entry("Not priced: give visits per day in business.yaml.")
"""Of what could have a price, where nobody has said anything."""


def a_day(price: Price) -> str:
    """Say what a day of it costs, or what is missing to tell."""
    if price.is_nothing:
        return phrase("Costs nothing by the company's own figures.")
    if price.a_day:
        return phrase("Costs {price} a day", price=span(price.a_day))
    if not price.missing:
        return phrase(FAULTY if price.is_faulty else NOT_PRICED)
    first, *others = price.missing
    if not others:
        return phrase("Not priced: give {figure} in business.yaml.", figure=first)
    return phrase_many(
        "Not priced: give {figure} and {number} more figure in business.yaml.",
        "Not priced: give {figure} and {number} more figures in business.yaml.",
        len(others),
        figure=first,
    )


def missing(price: Price) -> str:
    """Say all that is missing to tell what it costs, or what else it may cost."""
    figures = price.left_out if price.is_nothing else price.missing
    if not figures:
        return ""
    return phrase(
        "Nobody has said {figures}; what business.yaml says counts from the next run on",
        figures=listed(figures),
    )


def in_all(price: Price) -> str:
    """Say what it has cost, what it will cost, and what is not in the price."""
    if price.is_nothing:
        return ""
    said = []
    if price.so_far:
        said.append(phrase("{price} since it was first met", price=span(price.so_far)))
    if price.next_30_days:
        ahead = span(price.next_30_days)
        said.append(phrase("{price} in the next 30 days if nothing is done", price=ahead))
    if price.left_out:
        said.append(
            phrase("it may be more, as the company has not given {figures}", figures=listed(price.left_out))
        )
    return "; ".join(said)
