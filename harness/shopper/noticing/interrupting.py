"""The site's known interruptions in; each is closed as a customer would close it, and counted."""

from dataclasses import dataclass
from functools import reduce
from typing import TYPE_CHECKING

from playwright.sync_api import Error as BrowserError

from harness.grammar.target import Meaning
from harness.record import Friction
from harness.shopper.acting.locating import locate
from harness.shopper.trouble.stopping import Obstacle

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

    from harness.language.model import Interruption, Site
    from harness.record import FrictionKind
    from harness.shopper.acting.input.model import Input
    from harness.shopper.clock import VisitClock
    from harness.shopper.noticing.frictions import FrictionLog

CLICK_TIMEOUT_MS = 1000
COVERED_TIMEOUT_MS = 250
"""Of several popups one may lie over another's button: not to be reached by then means to try the next."""
CLOSING_MS = 1000
"""How long a popup may take to disappear once its button was pressed."""


@dataclass
class _Popup:
    """One interruption on one page. A customer gives up what she cannot close, and so do we."""

    interruption: "Interruption"
    shown: "Locator"
    given_up: bool = False
    began_ms: int | None = None
    took_ms: int = 0

    def is_shown(self) -> bool:
        """Whether it can be seen just now; on a page that is being left nothing can."""
        try:
            return self.shown.is_visible()
        except BrowserError:
            return False


@dataclass
class Interruptions:
    """Closes popups when they come between the shopper and the next action.

    Playwright looks for them before each action, and calls when one can be seen. It looks once for all of
    them together, because each look takes as long as a small action. The time closing takes is kept apart:
    it is the site's doing but not the step's speed.
    """

    site: "Site"
    clock: "VisitClock"
    log: "FrictionLog"
    input: "Input"

    def start(self, page: "Page") -> None:
        """Watch for the site's interruptions on one page."""
        popups = [
            _Popup(each, locate(page, each.appears, Meaning.SEEN, self.site.names).first)
            for each in self.site.interruptions
        ]
        if not popups:
            return
        any_shown = reduce(lambda some, one: some.or_(one), (popup.shown for popup in popups)).first
        # A handler that removes itself while it runs would never be seen to end: it stays, and does nothing.
        page.add_locator_handler(any_shown, lambda _: self._close_all(page, popups), no_wait_after=True)

    def _close_all(self, page: "Page", popups: list[_Popup]) -> None:
        """Close every popup that is shown, once each, in whatever order they lie over each other."""
        left = [popup for popup in popups if not popup.given_up]
        timeout_ms = COVERED_TIMEOUT_MS if len(left) > 1 else CLICK_TIMEOUT_MS
        while shown := [popup for popup in left if popup.is_shown()]:
            pressed = [popup for popup in shown if self._presses(page, popup, timeout_ms)]
            if not pressed and timeout_ms == COVERED_TIMEOUT_MS:
                timeout_ms = CLICK_TIMEOUT_MS
                continue
            for popup in pressed or shown:
                popup.given_up = popup.is_shown()
                self._note(popup)
                left.remove(popup)

    def _presses(self, page: "Page", popup: _Popup, timeout_ms: int) -> bool:
        """Press what closes a popup, and wait until it is gone; False when it could not be pressed."""
        began_ms = self.clock.now_ms()
        popup.began_ms = began_ms if popup.began_ms is None else popup.began_ms
        control = locate(page, popup.interruption.click, Meaning.CLICKABLE, self.site.names)
        inside = popup.shown.locator(control)
        is_pressed = False
        try:
            self.input.press((inside if inside.count() else control).first, timeout_ms=timeout_ms)
            is_pressed = True
            popup.shown.wait_for(state="hidden", timeout=CLOSING_MS)
        except (BrowserError, Obstacle):
            is_pressed = is_pressed or not popup.is_shown()
        popup.took_ms += self.clock.now_ms() - began_ms
        return is_pressed

    def _note(self, popup: _Popup) -> None:
        kind: FrictionKind = "popup stuck" if popup.given_up else "popup"
        told = Friction(kind=kind, what=popup.interruption.name, duration_ms=popup.took_ms)
        self.log.add(told, began_ms=popup.began_ms)
        popup.began_ms, popup.took_ms = None, 0
