"""Something on a page in, the mouse over it out."""

from typing import TYPE_CHECKING

from harness.grammar.target import Meaning
from harness.shopper.trouble.stopping import Obstacle

if TYPE_CHECKING:
    from harness.grammar.target import Target
    from harness.shopper.acting.hands import Hands

NO_MOUSE = (
    "{} is to be pointed at with a mouse, and this shopper has only {}."
    ' Use "click", or let a persona with a mouse walk this journey.'
)


def point_at(hands: "Hands", target: "Target") -> None:
    """Move the mouse over something.

    Raises:
        Obstacle: It is not there or cannot be seen, or there is no mouse.
    """
    instead = hands.input.instead_of_mouse
    if instead:
        raise Obstacle("journey fault", NO_MOUSE.format(target.plain, instead), target=target.text)
    hands.find(target, Meaning.POINTED).hover(timeout=hands.action_timeout_ms)
