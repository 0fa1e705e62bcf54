"""A way of delivery and the day of the order in, its price and promised day out."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from harness.demo.rules.dates import add_working_days, long_date
from harness.demo.rules.money import NOTHING, dollars


@dataclass(frozen=True)
class DeliveryOption:
    """One way to get a parcel, as offered in the checkout."""

    key: str
    name: str
    price: Decimal
    working_days: int
    hint: str

    def promised_on(self, ordered_on: date) -> date:
        """Return the day by which an order of that day arrives."""
        return add_working_days(ordered_on, self.working_days)

    def promise(self, ordered_on: date) -> str:
        """Say when an order of that day arrives."""
        return f"{self.name}, arrives by {long_date(self.promised_on(ordered_on))}"

    @property
    def price_in_words(self) -> str:
        """Say what it costs."""
        return dollars(self.price) if self.price else "Free"


STANDARD = DeliveryOption("standard", "Standard delivery", NOTHING, 5, "To your door by Pinebird Parcel.")
EXPRESS = DeliveryOption(
    "express", "Express delivery", Decimal("12.00"), 2, "To your door, with a signature."
)
PARCEL_SHOP = DeliveryOption(
    "parcel-shop", "Parcel shop", Decimal("2.50"), 4, "Waits ten days at the shop nearest to your address."
)
DELIVERY_OPTIONS = {option.key: option for option in (STANDARD, EXPRESS, PARCEL_SHOP)}
