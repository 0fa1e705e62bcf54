"""A typed address in, an `Address` or a message for each wrong field out."""

from collections.abc import Mapping
from dataclasses import dataclass

from harness.demo.rules.forms import EMAIL, Field, one_of, read_form
from harness.demo.rules.states import STATES

ZIP = Field("zip", "Enter your ZIP code.", r"\d{5}(-\d{4})?", "Enter a ZIP code of 5 digits.")
ADDRESS_FIELDS = (
    EMAIL,
    Field("first_name", "Enter your first name."),
    Field("last_name", "Enter your last name."),
    Field("street", "Enter your street and house number."),
    Field("apartment"),
    Field("city", "Enter your city."),
    one_of("state", STATES, "Choose your state."),
    ZIP,
    Field("phone", "", r"[\d\s()+.-]{7,20}", "Enter a phone number like 555 010 7788, or leave it empty."),
)


@dataclass(frozen=True)
class Address:
    """Where an order goes and whom it concerns."""

    email: str
    first_name: str
    last_name: str
    street: str
    apartment: str
    city: str
    state: str
    zip: str
    phone: str

    @property
    def lines(self) -> tuple[str, ...]:
        """Return the address as it stands on a parcel."""
        street = f"{self.street}, {self.apartment}" if self.apartment else self.street
        return f"{self.first_name} {self.last_name}", street, f"{self.city}, {self.state} {self.zip}"


def read_address(typed: Mapping[str, str]) -> Address:
    """Read the address form.

    Raises:
        FormError: with a message for each field that is wrong.
    """
    return Address(**read_form(typed, ADDRESS_FIELDS))
