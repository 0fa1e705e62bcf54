"""What tests claim, and under which caps."""

from dataclasses import replace
from datetime import UTC
from decimal import Decimal
from typing import Any

from harness.language.safety import Caps
from harness.ledger import Allowance, Claim
from harness.values.model import Money

SHOP = "shop.example"
CAPS = Caps()
THREE_A_DAY = Allowance(CAPS, UTC)
UNLIMITED = Allowance(Caps(None, None, None, None, None, None), UTC)


def dollars(amount: str) -> Money:
    """Return so much money."""
    return Money(Decimal(amount), "USD")


def a_claim(visit: str = "buy/order--anna", **different: Any) -> Claim:
    """Return the order of a visit, whose marker is its own."""
    order = Claim(
        marker=f"marker of {visit}",
        site=SHOP,
        level="order",
        run="2026-11-22-030000",
        visit=visit,
        journey="buy/order",
        persona="anna",
        file="journeys/buy/order.yaml",
        step="Pay",
        place="journeys/buy/order.yaml:12:5",
        row={"code": "SAVE10"},
        cost=dollars("40.00"),
    )
    return replace(order, **different)
