"""A frame in, the words that lead into it out."""

from typing import TYPE_CHECKING

from harness.grammar.target import Target, parse_target
from harness.recorder.naming import quoted
from harness.shopper.acting.locating import frame_in

if TYPE_CHECKING:
    from playwright.sync_api import ElementHandle, Page

_NAMES = (
    """element => ["title", "aria-label", "name", "id"].map((name) => element.getAttribute(name)?.trim())"""
)
_IS_THIS = "(found, meant) => found.length === 1 && found[0] === meant"
LONGEST = 100


def words_of_frame(page: "Page", element: "ElementHandle", around: str) -> str | None:
    """Return the words for a frame, such as `frame "Card payment"`; None where it goes by no name.

    Args:
        page: The page.
        element: The frame.
        around: What follows for a frame in another one.
    """
    for name in element.evaluate(_NAMES):
        if not name or len(name) > LONGEST:
            continue
        words = f"frame {quoted(name)}"
        if frame_in(page, _frame(f"{words}{around}")).owner.evaluate_all(_IS_THIS, element):
            return words
    return None


def _frame(words: str) -> Target:
    inside = parse_target(f'text "" in {words}').inside
    if inside is None:
        raise ValueError(words)
    return inside
