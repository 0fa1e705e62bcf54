"""Two things on a page in, the one dropped on the other with the mouse out."""

from typing import TYPE_CHECKING

from harness.grammar.target import Meaning
from harness.shopper.acting.refusing import refuse_unmarked
from harness.shopper.trouble.stopping import Obstacle

if TYPE_CHECKING:
    from playwright.sync_api import FloatRect

    from harness.grammar.target import Target
    from harness.shopper.acting.hands import Hands

TAKEN_PX = 6
"""Browsers and pages take hold of what the mouse has moved a few pixels with its button held."""
STEPS = 10
"""On the way pages look at what lies below the mouse."""
NO_MOUSE = (
    "{} is to be dragged with a mouse, and this shopper has only {}."
    " Let a persona with a mouse walk this journey."
)


def drag(hands: "Hands", thing: "Target", place: "Target") -> None:
    """Press the mouse on a thing, move it over a place step by step, and let go.

    Playwright's own `drag_to` moves the mouse once, which pages that follow the pointer take for no drag.

    Raises:
        Obstacle: One of them is not there or cannot be seen, or there is no mouse.
    """
    instead = hands.input.instead_of_mouse
    if instead:
        raise Obstacle("journey fault", NO_MOUSE.format(thing.plain, instead), target=thing.text)
    hands.read_over()
    over, taken = hands.find(place, Meaning.POINTED), hands.find(thing, Meaning.POINTED)
    refuse_unmarked(hands, taken)
    mouse, timeout_ms = hands.page.mouse, hands.action_timeout_ms
    taken.hover(timeout=timeout_ms)
    x, y = _middle(taken.bounding_box(timeout=timeout_ms), thing)
    mouse.down()
    try:
        mouse.move(x + TAKEN_PX, y + TAKEN_PX, steps=2)
        over.scroll_into_view_if_needed(timeout=timeout_ms)  # the thing may stand far from it
        x, y = _middle(over.bounding_box(timeout=timeout_ms), place)
        mouse.move(x, y, steps=STEPS)
        mouse.move(x, y)  # browsers tell the place of it only at the second move over it
    finally:
        mouse.up()


def _middle(box: "FloatRect | None", target: "Target") -> tuple[float, float]:
    if box is None:
        raise Obstacle("hidden", f"{target.plain} is there but cannot be seen", target=target.text)
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
