"""Amounts that are known from their least to their most: multiplied, added up, told in round figures."""

from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import Protocol, Self

DIGITS = 2
"""More would claim to know what nobody knows."""

CENTS = -2


class HasEnds(Protocol):
    """Whatever lies between two amounts."""

    @property
    def low(self) -> Decimal: ...  # noqa: D102 -- the class says it
    @property
    def high(self) -> Decimal: ...  # noqa: D102


@dataclass(frozen=True)
class Span:
    """From the least to the most; neither is below 0."""

    low: Decimal
    high: Decimal

    @classmethod
    def of(cls, ends: HasEnds) -> Self:
        """Take both ends over."""
        return cls(ends.low, ends.high)

    @classmethod
    def between(cls, low: float, high: float) -> Self:
        """Take two measured numbers, to six places."""
        return cls(Decimal(f"{low:.6f}"), Decimal(f"{high:.6f}"))

    def __mul__(self, other: "Span") -> "Span":
        return Span(self.low * other.low, self.high * other.high)

    def __add__(self, other: "Span") -> "Span":
        return Span(self.low + other.low, self.high + other.high)

    def rest(self) -> "Span":
        """Return what a share leaves of the whole."""
        return Span(1 - self.high, 1 - self.low)

    def at_most_all(self) -> "Span":
        """Return a share that is no more than the whole."""
        return Span(min(self.low, Decimal(1)), min(self.high, Decimal(1)))

    def rounded(self) -> "Span":
        """Return round figures, outwards: the truth stays within."""
        return Span(_rounded(self.low, ROUND_FLOOR), _rounded(self.high, ROUND_CEILING))


def _rounded(amount: Decimal, how: str) -> Decimal:
    if not amount:
        return Decimal(0)
    last = max(CENTS, amount.adjusted() - DIGITS + 1)
    return Decimal(f"{amount.quantize(Decimal(1).scaleb(last), rounding=how):f}")
