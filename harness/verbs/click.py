"""`click`: press what can be clicked or tapped."""

from typing import TYPE_CHECKING

from harness.grammar.target import Meaning
from harness.verbs.verb import Clickable, verb

if TYPE_CHECKING:
    from harness.verbs.acting import Acting


@verb("click {target}")
def click(shopper: "Acting", target: Clickable) -> None:
    """Click or tap a button, a link or anything else that can be clicked."""
    shopper.read_over()
    shopper.press(shopper.find(target, Meaning.CLICKABLE))
