"""Two things on a page in, the one dropped on the other with the mouse out."""

from typing import TYPE_CHECKING

from harness.shopper.trouble.stopping import Obstacle

if TYPE_CHECKING:
    from playwright.sync_api import FloatRect, Locator, Page

TAKEN_PX = 6
"""Browsers and pages take hold of what the mouse has moved a few pixels with its button held."""
STEPS = 10
"""On the way pages look at what lies below the mouse."""


def drag(page: "Page", thing: "Locator", place: "Locator", *, timeout_ms: int) -> None:
    """Press the mouse on a thing, move it over the place step by step, and let go.

    Playwright's own `drag_to` moves the mouse once, which pages that follow the pointer take for no drag.

    Raises:
        Obstacle: One of them cannot be seen.
    """
    thing.hover(timeout=timeout_ms)
    x, y = _middle(thing.bounding_box(timeout=timeout_ms))
    page.mouse.down()
    try:
        page.mouse.move(x + TAKEN_PX, y + TAKEN_PX, steps=2)
        place.scroll_into_view_if_needed(timeout=timeout_ms)  # the thing may stand far from it
        x, y = _middle(place.bounding_box(timeout=timeout_ms))
        page.mouse.move(x, y, steps=STEPS)
        page.mouse.move(x, y)  # browsers tell the place of it only at the second move over it
    finally:
        page.mouse.up()


def _middle(box: "FloatRect | None") -> tuple[float, float]:
    if box is None:
        raise Obstacle("hidden", "what is dragged, or the place for it, cannot be seen")
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
