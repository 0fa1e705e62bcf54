"""A visit that is over in, its browser let go of out, in bounded time."""

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from playwright.sync_api import Error as BrowserError

from harness.browser.bounded import TimeIsUp, at_most
from harness.shopper.windows import FINISHING_MS

if TYPE_CHECKING:
    from harness.shopper.acting.hands import Hands
    from harness.shopper.notebook import Notebook


@dataclass(frozen=True)
class Leaving:
    """Lets go of what a visit holds.

    Args:
        notebook: Where its steps are kept.
        hands: What acts on its page.
    """

    notebook: "Notebook"
    hands: "Hands"

    def go(self) -> None:
        """Notice no more, which ends traces and the like, and close the browser's context."""
        with suppress(TimeIsUp), at_most(FINISHING_MS):
            self.notebook.senses.stop(self.hands.context)
        self.close()

    def close(self) -> None:
        """Close the browser's context, if it is still open."""
        with suppress(BrowserError, TimeIsUp), at_most(FINISHING_MS):  # what a dead browser held is lost
            self.hands.context.close()

    def drop_what_is_under_way(self) -> None:
        """End an interrupted step and close its pages: one still on its way would come in between."""
        if self.notebook.under_way:
            self.notebook.end(self.notebook.under_way, "cut short", None)
        with suppress(BrowserError, TimeIsUp), at_most(FINISHING_MS):
            for page in self.hands.context.pages:
                page.close()
