"""`check` and `uncheck`: tick a box, and take the tick away."""

from typing import TYPE_CHECKING

from harness.grammar.target import Meaning
from harness.verbs.verb import Tickable, verb

if TYPE_CHECKING:
    from harness.verbs.acting import Acting


@verb("tick {box}")
def check(shopper: "Acting", box: Tickable) -> None:
    """Tick a box, a switch or a round button, if it is not ticked yet."""
    shopper.tick(shopper.find(box, Meaning.TICKABLE), ticked=True)


@verb("untick {box}")
def uncheck(shopper: "Acting", box: Tickable) -> None:
    """Take the tick away from a box or a switch, if it is ticked."""
    shopper.tick(shopper.find(box, Meaning.TICKABLE), ticked=False)
