"""A typed promo code and the basket's situation in, the code or the reason of its refusal out."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from harness.demo.rules.money import NOTHING, dollars, round_half_up


class PromoRefusedError(Exception):
    """A promo code cannot be used; the text is for the customer."""


@dataclass(frozen=True)
class PromoCode:
    """One promotion and its conditions."""

    code: str
    percent: int
    expired_on: date | None = None
    minimum: Decimal = NOTHING
    new_customers_only: bool = False
    combinable: bool = True
    team_only: bool = False


@dataclass(frozen=True)
class Situation:
    """What the conditions of a promo code are compared with."""

    subtotal: Decimal
    today: date
    is_new_customer: bool
    applied: tuple[str, ...] = ()
    is_team: bool = False


PROMO_CODES = {
    promo.code: promo
    for promo in (
        PromoCode("SAVE10", 10),
        PromoCode("WELCOME", 15, new_customers_only=True),
        PromoCode("BIG20", 20, minimum=Decimal("150.00")),
        PromoCode("SUMMER24", 25, expired_on=date(2024, 8, 31)),
        PromoCode("STAFF", 30, combinable=False),
        PromoCode("QUALITY100", 100, combinable=False, team_only=True),
    )
}


def accept_code(typed: str, situation: Situation) -> PromoCode:
    """Return the promotion behind a typed code, in whatever case it was typed.

    Raises:
        PromoRefusedError: with the reason, when this basket cannot have it.
    """
    code = typed.strip().upper()
    if not code:
        raise PromoRefusedError("Enter a promo code.")
    if code not in PROMO_CODES:
        raise PromoRefusedError(f"Promo code {code} is not known. Check the spelling.")
    if code in situation.applied:
        raise PromoRefusedError(f"Promo code {code} is already applied.")
    promo = PROMO_CODES[code]
    _check_conditions(promo, situation)
    _check_combination(promo, situation.applied)
    return promo


def _check_conditions(promo: PromoCode, situation: Situation) -> None:
    if promo.expired_on and situation.today > promo.expired_on:
        day = f"{promo.expired_on.day} {promo.expired_on:%B %Y}"
        raise PromoRefusedError(f"Promo code {promo.code} has expired on {day}.")
    if promo.new_customers_only and not situation.is_new_customer:
        raise PromoRefusedError(f"Promo code {promo.code} is for new customers only.")
    if promo.team_only and not situation.is_team:
        raise PromoRefusedError(f"Promo code {promo.code} is for Northfold's own team. Sign in to use it.")
    if situation.subtotal < promo.minimum:
        least, missing = dollars(promo.minimum), dollars(promo.minimum - situation.subtotal)
        raise PromoRefusedError(
            f"Promo code {promo.code} needs a subtotal of at least {least}. Add {missing} more."
        )


def _check_combination(promo: PromoCode, applied: tuple[str, ...]) -> None:
    for other in applied:
        if not (promo.combinable and PROMO_CODES[other].combinable):
            raise PromoRefusedError(f"Promo code {promo.code} cannot be combined with {other}.")


def refusals(situation: Situation) -> dict[str, str]:
    """Return the applied codes that this basket can no longer have, each with the reason."""
    refused = {}
    for code in situation.applied:
        try:
            _check_conditions(PROMO_CODES[code], situation)
        except PromoRefusedError as refusal:
            refused[code] = str(refusal)
    return refused


def discount(codes: Iterable[str], subtotal: Decimal) -> Decimal:
    """Return what the codes take off a subtotal; each is a share of the full subtotal, rounded half-up."""
    return sum((round_half_up(subtotal * PROMO_CODES[code].percent / 100) for code in codes), NOTHING)
