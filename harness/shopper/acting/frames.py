"""A frame of the page in; until she looks at the whole page again, everything is looked for within it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from harness.shopper.acting.locating import frame_in
from harness.shopper.acting.waiting import wait_for
from harness.shopper.trouble.stopping import Obstacle

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from harness.grammar.target import Target

_NAMES = "elements => elements.map(one => one.title || one.name || one.getAttribute('aria-label') || one.id)"


@dataclass
class Frames:
    """Which frame of which page she acts in; another page, or another tab, is looked at as a whole."""

    _frame: "Target | None" = None
    _page: "Page | None" = None

    def enter(self, page: "Page", frame: "Target", *, timeout_ms: int) -> None:
        """Act within a frame from now on; within a frame, one of its own frames is meant.

        Raises:
            Obstacle: There is no such frame, or there are several.
        """
        wanted = self.here(frame, page)
        found = frame_in(page, wanted).owner.filter(visible=True)
        if not wait_for(page, lambda: found.count() or None, timeout_ms=timeout_ms):
            names = self._names(page)
            listed = ", ".join(f'"{name}"' for name in names) or "none"
            message = f"there is no frame {wanted.plain}; on the page are: {listed}"
            expected = f"a frame {wanted.plain} to appear, where there are: {listed}"
            raise Obstacle("check failed", message, wanted.text, wanted=expected)
        if found.count() > 1:
            raise Obstacle("ambiguous", f"frame {wanted.plain} is {found.count()} times there", wanted.text)
        self._frame, self._page = wanted, page

    def leave(self) -> None:
        """Look at the whole page again."""
        self._frame = None

    def here(self, target: "Target", page: "Page | None") -> "Target":
        """Return a target as it is looked for where she is."""
        return target.within(self._frame) if self._frame and page is self._page else target

    def _names(self, page: "Page") -> tuple[str, ...]:
        return tuple(filter(None, page.locator("iframe").filter(visible=True).evaluate_all(_NAMES)))
