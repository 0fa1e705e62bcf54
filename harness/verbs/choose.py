"""`choose`: take one of several options."""

from typing import TYPE_CHECKING

from harness.verbs.verb import Field, Text, verb

if TYPE_CHECKING:
    from harness.verbs.acting import Acting


@verb("choose {option} for {field}")
def choose(shopper: "Acting", field: Field, option: Text) -> None:
    """Choose an option by its visible text: in a list, or among the buttons of a group."""
    shopper.choose(field, option)
