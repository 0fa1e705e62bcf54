"""Which currency a symbol means on this site, and how amounts are rounded to its minor unit."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from harness.values.model import UnclearError

if TYPE_CHECKING:
    from harness.values.notation import Notation


def currency_of(symbols: list[str], notation: Notation, site_currency: str | None) -> str:
    """Return the one currency that all symbols beside an amount can mean.

    Where a symbol has several meanings, the site's own currency wins, then that of the locale's country, then
    the one which the locale means by the bare symbol.

    Args:
        symbols: what stands before and after the amount: ``["$", "USD"]``, never empty.
        notation: the conventions of the site's locale.
        site_currency: the ISO code the site file names, if any.

    Raises:
        UnclearError: the symbols contradict each other, or could mean several currencies.
    """
    meanings = frozenset.intersection(*(notation.currency_symbols[symbol] for symbol in symbols))
    if not meanings:
        raise UnclearError(f'"{symbols[0]}" and "{symbols[-1]}" are different currencies')
    local = notation.local_symbols.get(symbols[0])
    for preferred in (site_currency, notation.home_currency, local):
        if preferred in meanings:
            return str(preferred)
    if len(meanings) > 1:
        choices = ", ".join(sorted(meanings))
        raise UnclearError(
            f'"{symbols[0]}" could be {choices}; name the currency under "money:" in the site file'
        )
    return next(iter(meanings))


def minor_unit_digits(currency: str) -> int:
    """Return how many decimals a currency has: 2 for USD, 0 for JPY (ISO 4217, by way of CLDR)."""
    from harness.values import cldr  # noqa: PLC0415 - Babel takes 20 ms, and `harness check` seldom needs it

    return cldr.minor_unit_digits(currency)


def rounded(amount: Decimal, digits: int) -> Decimal:
    """Return the amount rounded half-up to a number of decimals: 0.125 is 0.13, -0.125 is -0.13."""
    return amount.quantize(Decimal(1).scaleb(-digits), rounding=ROUND_HALF_UP)
