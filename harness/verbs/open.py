"""`open`: go to an address."""

from typing import TYPE_CHECKING

from harness.verbs.verb import Address, verb

if TYPE_CHECKING:
    from harness.verbs.acting import Acting


@verb("open {address}")
def open_(shopper: "Acting", address: Address) -> None:
    """Go to a page of the site, as from a bookmark or a link in a mail: `/product/blue-shirt`."""
    shopper.goto(address)
