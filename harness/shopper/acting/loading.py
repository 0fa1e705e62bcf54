"""A page in; back once it has loaded, without asking the browser again while nothing has changed."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from playwright.sync_api import TimeoutError as BrowserTimeoutError

if TYPE_CHECKING:
    from playwright.sync_api import Frame, Page

SETTLED_TIMEOUT_MS = 10_000


@dataclass
class Loading:
    """Knows which pages have loaded: Playwright tells of each navigation anyway, and asking takes messages.

    A move within the same page is told like one to another; then the browser is asked, and answers at once.
    """

    _loaded: "set[Page]" = field(default_factory=set)
    _known: "set[Page]" = field(default_factory=set)

    def wait_for(self, page: "Page") -> None:
        """Give a page that is still loading the time a customer needs to look at it."""
        if page not in self._known:
            self._known.add(page)
            page.on("framenavigated", self._moved)
        if page in self._loaded:
            return
        try:
            page.wait_for_load_state("load", timeout=SETTLED_TIMEOUT_MS)
        except BrowserTimeoutError:
            return  # something on it never finishes: a customer acts all the same
        self._loaded.add(page)

    def _moved(self, frame: "Frame") -> None:
        if frame.parent_frame is None:
            self._loaded.discard(frame.page)
