"""A shopper who has not set out yet in, whether and how she may out: her session, or why she may not."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from harness.browser.bounded import at_most
from harness.shopper.identity import COOKIE
from harness.shopper.windows import FINISHING_MS

if TYPE_CHECKING:
    from playwright.sync_api import StorageState

    from harness.shopper.acting.hands import Hands
    from harness.shopper.notebook import Notebook


@dataclass
class AtTheDoor:
    """What there is to a visit before its first step, where the shopper is to be signed in.

    Args:
        notebook: Where her steps are kept.
        hands: What acts on the page.
        go: Lets her notice no more and closes her browser.
        refused: Why she is not signed in, and cannot set out.
    """

    notebook: "Notebook"
    hands: "Hands"
    go: Callable[[], None]
    refused: Exception | None = None

    def enter(self) -> None:
        """Begin to walk; raises why she cannot, if so."""
        if self.refused:
            raise self.refused

    def session(self) -> "StorageState":
        """Return what makes her browser hers, so that another one is signed in too: never to be written."""
        with at_most(FINISHING_MS):
            session = self.hands.context.storage_state(indexed_db=True)
        session["cookies"] = [cookie for cookie in session["cookies"] if cookie["name"] != COOKIE]
        return session  # another visit has a cookie of its own

    def forget_visit(self) -> None:
        """End a walk that was none of a customer's: nothing of it is kept."""
        self.go()
        self.notebook.throw_away()
