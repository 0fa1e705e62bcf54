"""`remember`: keep a value for later steps."""

from typing import TYPE_CHECKING

from harness.verbs.verb import NewName, ReadableValue, verb

if TYPE_CHECKING:
    from harness.verbs.acting import Acting


@verb("remember {value} as {name}", acts=False)
def remember(shopper: "Acting", name: NewName, value: ReadableValue) -> None:
    """Read a value from the page and keep it as `${name}`."""
    shopper.remember(name, value)
