"""A basket, its codes and its delivery in, the sums that a customer sees out."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from harness.demo.rules.money import NOTHING
from harness.demo.rules.promo import discount


@dataclass(frozen=True)
class Totals:
    """The sums at the end of a basket or an order."""

    subtotal: Decimal
    discount: Decimal = NOTHING
    delivery: Decimal = NOTHING
    fee: Decimal = NOTHING

    @property
    def total(self) -> Decimal:
        """Return what the customer pays."""
        return self.subtotal - self.discount + self.delivery + self.fee


def price(
    subtotal: Decimal, codes: Iterable[str], *, delivery: Decimal = NOTHING, fee: Decimal = NOTHING
) -> Totals:
    """Work out all sums for a subtotal with these promo codes."""
    return Totals(subtotal, discount(codes, subtotal), delivery, fee)
