"""A price in, the sentences that tell it out: always from the least to the most."""

import re
from collections.abc import Sequence
from datetime import date

from harness.judge.cost.model import Input, Price, Range
from harness.judge.words import joined
from harness.values.model import Money
from harness.values.showing import shown
from harness.words import ENGLISH, entry, language, locale, phrase

BUSINESS_FILE = "business.yaml"
FAULTY = entry("Not priced: business.yaml has a mistake. Once it is mended, it counts from the next run on.")
_LOCALE = "en-US"
_CENTS_BELOW = 10
"""Prices have two digits that say something."""
_NO_CENTS = re.compile(r"[.,]00(?!\d)")


def told(price: Price, since: str = "") -> str:
    """Return what it costs, in one line: a day, so far, and if nothing is done.

    Args:
        price: The price.
        since: The day it was first met, as it stands after "since"; empty where it is not to be named.
    """
    if price.a_day is None:
        return phrase(FAULTY) if price.is_faulty else _not_priced(price.missing)
    if price.is_nothing:
        return joined(phrase("Costs nothing by the company's own figures."), _without(price))
    pieces = (
        phrase("About {price} a day", price=span(price.a_day)),
        _so_far(price.so_far, since) if price.so_far else "",
        phrase("{price} in the next 30 days if nothing is done", price=span(price.next_30_days))
        if price.next_30_days
        else "",
    )
    return joined(f"{'; '.join(filter(None, pieces))}.", _without(price))


def _not_priced(missing: Sequence[str]) -> str:
    if not missing:
        return ""
    return phrase("Not priced: give {missing} in {file}.", missing=listed(missing), file=BUSINESS_FILE)


def _so_far(so_far: Range, since: str) -> str:
    if since:
        return phrase("{price} since {day}", price=span(so_far), day=since)
    return phrase("{price} since it was first met", price=span(so_far))


def _without(price: Price) -> str:
    if not price.left_out:
        return ""
    return phrase(
        "It may be more: {file} does not say {missing}.", file=BUSINESS_FILE, missing=listed(price.left_out)
    )


def rests_on(price: Price) -> tuple[str, ...]:
    """Return each figure a price rests on, with who says so and as of when."""
    return tuple(map(_whose, price.inputs))


def _whose(figure: Input) -> str:
    source = f"{figure.source}, {_day(figure.as_of)}" if figure.as_of else figure.source
    return f"{figure.name}: {figure.value} ({source})"


def _day(day: date) -> str:
    if language() == ENGLISH.language:
        return f"{day:%B} {day.day}, {day.year}"
    from babel.dates import format_date  # noqa: PLC0415 -- English needs none of it

    return format_date(day, "long", locale())


def span(of: Range) -> str:
    """Return a range as people say it: `$310 to $700`."""
    low, high = amount(of.low), amount(of.high)
    return low if low == high else phrase("{low} to {high}", low=low, high=high)


def amount(money: Money) -> str:
    """Return an amount: cents only where they matter."""
    as_written = _LOCALE if language() == ENGLISH.language else language()
    text = shown(money, as_written)
    return _NO_CENTS.sub("", text) if money.amount >= _CENTS_BELOW else text


def listed(names: Sequence[str]) -> str:
    """Return names as a list: `a, b and c`."""
    *rest, last = names
    return phrase("{names} and {last}", names=", ".join(rest), last=last) if rest else last
