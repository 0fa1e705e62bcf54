"""Amounts of US dollars in, rounded or written amounts out."""

from decimal import ROUND_HALF_UP, Decimal

CENT = Decimal("0.01")
NOTHING = Decimal("0.00")


def round_half_up(amount: Decimal) -> Decimal:
    """Round an amount to whole cents, half a cent upwards."""
    return amount.quantize(CENT, ROUND_HALF_UP)


def dollars(amount: Decimal) -> str:
    """Write an amount the way US customers read it, `$1,249.00` or `-$4.00`."""
    sign = "-" if amount < 0 else ""
    return f"{sign}${abs(amount):,.2f}"


def from_cents(cents: int) -> Decimal:
    """Turn stored cents into dollars."""
    return Decimal(cents) * CENT


def to_cents(amount: Decimal) -> int:
    """Turn dollars into the cents that are stored."""
    return int(round_half_up(amount) / CENT)
