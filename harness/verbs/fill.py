"""`fill`: type into a field."""

from typing import TYPE_CHECKING

from harness.verbs.verb import Field, Text, verb

if TYPE_CHECKING:
    from harness.verbs.acting import Acting


@verb("fill {field} with {text}")
def fill(shopper: "Acting", field: Field, text: Text) -> None:
    """Type a text into the field with this label, instead of what stands in it."""
    shopper.fill(field, text)
