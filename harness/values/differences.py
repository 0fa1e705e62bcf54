"""The right side of "by" ("10%", "$4.00", "at least 10%") to how far two amounts must lie apart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from harness.values.currencies import minor_unit_digits, rounded
from harness.values.model import Money, Number, Percent, ReadingError, ValueContext, quoted
from harness.values.money import read_money
from harness.values.reading import read
from harness.values.showing import shown

if TYPE_CHECKING:
    from decimal import Decimal

    from harness.values.model import Amount

Precision = Literal["exactly", "at least", "at most"]
_PRECISIONS: tuple[Precision, ...] = ("exactly", "at least", "at most")


@dataclass(frozen=True, slots=True)
class Difference:
    """How far apart: a share of the other amount, or an amount; ``text`` is as written."""

    precision: Precision
    text: str
    amount: Amount

    def __str__(self) -> str:
        """Return the words for a sentence: "exactly 10%"."""
        return f"{self.precision} {self.text}"


def difference_of(text: str, context: ValueContext) -> Difference:
    """Read the right side of "by".

    Args:
        text: a percentage, money or a number, alone or after "at least", "at most" or "exactly".
        context: locale and currency of the site.

    Raises:
        ReadingError: no amount, or one that is not above zero.
    """
    precision, rest = split_precision(text)
    value = read(rest, context).value
    if not isinstance(value, Money | Percent | Number):
        raise ReadingError(
            text, f'cannot read {quoted(text)} after "by": write it like "10%", "$4.00" or "at least 10%".'
        )
    if size_of(value) <= 0:
        raise ReadingError(text, f'{quoted(text)} after "by" is not above zero.')
    return Difference(precision, rest, value)


def split_precision(text: str) -> tuple[Precision, str]:
    """Return the precision a text begins with ("exactly" where it says none) and the rest of the text."""
    folded = " ".join(text.split())
    for precision in _PRECISIONS:
        if folded.lower().startswith(f"{precision} "):
            return precision, folded[len(precision) + 1 :]
    return "exactly", folded


def size_of(amount: Amount) -> Decimal:
    """Return the bare number of an amount; of 10 % it is 0.1."""
    return amount.share if isinstance(amount, Percent) else amount.amount


def resized(amount: Amount, size: Decimal) -> Amount:
    """Return another amount of the same kind and currency."""
    match amount:
        case Money(currency=currency):
            return Money(size, currency)
        case Percent():
            return Percent(size)
        case Number():
            return Number(size)


def distance(difference: Difference, other: Amount, seen: Amount, context: ValueContext) -> Decimal:
    """Return how far apart the amounts must lie, as a bare number.

    A percentage is that share of the other amount, rounded half-up to the minor unit of its currency, or, for
    plain numbers, to as many decimals as the two numbers show.

    Raises:
        ReadingError: the difference is of another kind or currency than the amounts.
    """
    if isinstance(difference.amount, Percent):
        share = abs(size_of(other)) * difference.amount.share
        return rounded(share, _digits(other, seen))
    amount = difference.amount
    if isinstance(other, Money) and isinstance(amount, Number):
        amount = read_money(difference.text, context, whole=True)
    if type(amount) is not type(other) or (isinstance(other, Money) and not _one_currency(amount, other)):
        raise ReadingError(
            difference.text, f'"by" {quoted(difference.text)} does not fit {shown(other, context.locale)}.'
        )
    return size_of(amount)


def _one_currency(amount: Amount, other: Money) -> bool:
    return isinstance(amount, Money) and (other.currency is None or amount.currency == other.currency)


def _digits(other: Amount, seen: Amount) -> int:
    if isinstance(other, Money) and other.currency:
        return minor_unit_digits(other.currency)
    return max(0, *(-int(size_of(amount).as_tuple().exponent) for amount in (other, seen)))


def is_as_wanted(difference: Difference, gap: Decimal, wanted: Decimal) -> bool:
    """Say whether a gap in the right direction is as wide as wanted."""
    if gap <= 0:
        return False
    match difference.precision:
        case "exactly":
            return gap == wanted
        case "at least":
            return gap >= wanted
        case "at most":
            return gap <= wanted
