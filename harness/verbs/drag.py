"""`drag`: move something with the mouse."""

from typing import TYPE_CHECKING

from harness.verbs.verb import Pointed, verb

if TYPE_CHECKING:
    from harness.verbs.acting import Acting


@verb("drag {thing} to {place}")
def drag(shopper: "Acting", thing: Pointed, place: Pointed) -> None:
    """Take something with the mouse, and let it go over something else."""
    shopper.drag(thing, place)
