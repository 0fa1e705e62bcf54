"""A company's figures for the tests, each in a line."""

from datetime import date
from decimal import Decimal

from harness.record import BusinessFacts, BusinessFigure

AS_OF = date(2026, 11, 1)


def said(low: str, high: str = "", *, source: str = "Finance") -> BusinessFigure:
    """Return a figure, or a range, as somebody said it."""
    written = f"{low}-{high}" if high else low
    return BusinessFigure(
        low=Decimal(low), high=Decimal(high or low), written=written, source=source, as_of=AS_OF
    )


ORDERS = {
    "completion": said("0.5"),
    "order value": said("40"),
    "margin": said("0.25"),
    "share who come back": said("0.2"),
}
CONTACTS = {"contact cost": said("6"), "share who contact": said("0.05")}


def business(**more: BusinessFigure) -> BusinessFacts:
    """Return what a company says of promo codes, which 1,000 customers come to in a day."""
    figures = {name.replace("_", " "): figure for name, figure in more.items()}
    return BusinessFacts(
        currency="USD",
        everywhere={**ORDERS, **figures},
        touchpoints={"promo code": {"visits per day": said("1000", source="web analytics")}},
    )
