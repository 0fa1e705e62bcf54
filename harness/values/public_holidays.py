"""A country, or a part of one, in; its public holidays out, as the package `holidays` keeps them."""

from collections.abc import Sequence
from datetime import date

from harness.grammar.near import did_you_mean

# The package is imported only where a site names a country: it takes as long as all else of a command.


def country_problem(text: str) -> str | None:
    """Return what is wrong with `DE` or `DE-BY`; None when nothing is."""
    from holidays.utils import list_supported_countries  # noqa: PLC0415

    country, _, part = text.partition("-")
    known = list_supported_countries()
    if country not in known:
        return f'no holidays are known of "{country}". Write a country in two letters, such as DE or US.'
    if part and part not in known[country]:
        remedy = did_you_mean(part, known[country]) if known[country] else f"Write only: {country}"
        return f'no holidays are known of "{part}" in {country}. {remedy}'
    return None


def public_holidays(text: str, years: Sequence[int]) -> frozenset[date]:
    """Return the public holidays of `DE` or `DE-BY` in some years."""
    from holidays import country_holidays  # noqa: PLC0415

    country, _, part = text.partition("-")
    return frozenset(country_holidays(country, subdiv=part or None, years=years))
