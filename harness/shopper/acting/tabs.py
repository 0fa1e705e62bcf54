"""The tabs of a visit in, the one the customer looks at out."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from playwright.sync_api import Error as BrowserError

from harness.grammar.patterns import search_in_time
from harness.grammar.target import FIRST_TAB, NEW_TAB, Target
from harness.shopper.acting.locating import whole
from harness.shopper.acting.waiting import wait_for
from harness.shopper.trouble.stopping import Obstacle

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page


@dataclass
class Tabs:
    """A customer looks at the tab that opened last, unless she has chosen another since.

    Args:
        context: The visit's part of the browser.
        chosen: The tab she has chosen.
        known: The tabs there were then; one that opens later draws her look to it.
    """

    context: "BrowserContext"
    chosen: "Page | None" = None
    known: "frozenset[Page]" = field(default_factory=frozenset)

    @property
    def looked_at(self) -> "Page | None":
        """The tab she looks at, if any is left."""
        pages = self.context.pages
        if self.chosen in pages and self.known.issuperset(pages):
            return self.chosen
        return pages[-1] if pages else None

    def switch(self, page: "Page", wanted: Target, *, timeout_ms: int) -> None:
        """Look at another tab, and stay there.

        Args:
            page: The tab she looks at now.
            wanted: `new tab`, `first tab`, or `tab "Title"`.
            timeout_ms: How long it may take to open, or to get its title.

        Raises:
            Obstacle: There is no such tab, or there are several.
        """
        found = wait_for(page, lambda: self._called(wanted), timeout_ms=timeout_ms)
        if found is None:
            titles = self._titles(self.context.pages)
            listed = ", ".join(f'"{title}"' for title in titles)
            message = f"there is no {wanted.text}; open are: {listed}"
            raise Obstacle("check failed", message, target=wanted.text, matches=titles)
        if len(found) > 1:
            message = f"{wanted.text} is open {len(found)} times"
            raise Obstacle("ambiguous", message, target=wanted.text, matches=self._titles(found))
        (self.chosen,) = found
        self.known = frozenset(self.context.pages)
        self.chosen.bring_to_front()

    def _called(self, wanted: Target) -> "list[Page] | None":
        """Return the tabs that answer to a name; None while there is none."""
        pages = self.context.pages
        if wanted.text == FIRST_TAB:
            return pages[:1] or None
        if wanted.text == NEW_TAB:
            return pages[1:][-1:] or None
        title = whole(wanted)
        named = [page for page in pages if search_in_time(title, _title(page))]
        if wanted.nth is None:
            return named or None
        return (named[-1:] if wanted.nth < 0 else named[wanted.nth - 1 : wanted.nth]) or None

    def _titles(self, pages: "list[Page]") -> tuple[str, ...]:
        return tuple(_title(page) or page.url for page in pages)


def _title(page: "Page") -> str:
    try:
        return page.title()
    except BrowserError:  # it is being left, or has just closed: the next look may tell
        return ""
