"""`hover`: point at something."""

from typing import TYPE_CHECKING

from harness.verbs.verb import Pointed, verb

if TYPE_CHECKING:
    from harness.verbs.acting import Acting


@verb("point at {target}")
def hover(shopper: "Acting", target: Pointed) -> None:
    """Point at something with the mouse, so that what opens on pointing opens."""
    shopper.point_at(target)
