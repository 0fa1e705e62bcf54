"""The site's known interruptions in; each is closed as a customer would close it, and counted."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from playwright.sync_api import Error as BrowserError

from harness.grammar.target import Meaning
from harness.record import Friction
from harness.shopper.locating import locate

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Locator, Page

    from harness.language.model import Interruption, Site
    from harness.record import FrictionKind
    from harness.shopper.clock import VisitClock
    from harness.shopper.frictions import FrictionLog

CLICK_TIMEOUT_MS = 1000
CLOSING_MS = 1000
"""How long a popup may take to disappear once its button was pressed."""


@dataclass
class Interruptions:
    """Closes popups when they come between the shopper and the next action.

    Playwright calls the handler before an action while the popup can be seen; the time it takes is
    kept apart, because it is the site's doing but not the step's speed.
    """

    site: "Site"
    clock: "VisitClock"
    log: "FrictionLog"

    def start(self, page: "Page") -> None:
        """Watch for the site's interruptions on one page."""
        for interruption in self.site.interruptions:
            popup = locate(page, interruption.appears, Meaning.SEEN, self.site.names).first
            handler = self._handler(page, popup, interruption)
            page.add_locator_handler(popup, handler, no_wait_after=True)

    def _handler(
        self, page: "Page", popup: "Locator", interruption: "Interruption"
    ) -> "Callable[[Locator], None]":
        given_up = False

        def close(_popup: "Locator") -> None:
            nonlocal given_up
            if given_up:  # a handler that removes itself while it runs would never be seen to end
                return
            began_ms = self.clock.now_ms()
            closed = self._close(page, popup, interruption)
            took_ms = self.clock.now_ms() - began_ms
            kind: FrictionKind = "popup" if closed else "popup stuck"
            told = Friction(kind=kind, what=interruption.name, duration_ms=took_ms)
            self.log.add(told, began_ms=began_ms)
            given_up = not closed  # a customer gives up too; whether it matters shows in what she does next

        return close

    def _close(self, page: "Page", popup: "Locator", interruption: "Interruption") -> bool:
        control = locate(page, interruption.click, Meaning.CLICKABLE, self.site.names)
        inside = popup.locator(control)
        try:
            (inside if inside.count() else control).first.click(timeout=CLICK_TIMEOUT_MS)
            popup.wait_for(state="hidden", timeout=CLOSING_MS)
        except BrowserError:
            return not popup.is_visible()
        return True
