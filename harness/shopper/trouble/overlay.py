"""Something a customer cannot reach in, what lies over it and what can be pressed on that out."""

from typing import TYPE_CHECKING

from playwright.sync_api import Error as BrowserError

from harness.shopper.scripts import script

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Locator

TIMEOUT_MS = 1000


def what_covers(found: "Locator", scrub: "Callable[[str], str]") -> tuple[str, tuple[str, ...]]:
    """Return how what lies over a thing begins, and the names of what can be pressed on it."""
    try:
        over = found.evaluate(script("overlay"), timeout=TIMEOUT_MS)
    except BrowserError:  # it has gone meanwhile
        return "", ()
    return (scrub(over["name"]), tuple(map(scrub, over["ways"]))) if over else ("", ())
