"""A tab in, the pages that the person went to by the browser itself out: address bar, back, reload.

Links, forms and scripts announce theirs (`frameRequestedNavigation`); what begins without was hers.
Playwright's recorder cannot tell these apart: it takes a slow answer, or a script that changes the address,
for an address that was typed.
"""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from playwright.sync_api import Error as BrowserError

if TYPE_CHECKING:
    from playwright.sync_api import Page

KINDS: Mapping[str, str] = {
    "differentDocument": "navigate",
    "historyDifferentDocument": "goBack",
    "historySameDocument": "goBack",
    "reload": "reload",
    "reloadBypassingCache": "reload",
}
"""What Chromium calls a navigation, and what it is here; a move within a page is none."""

Tell = Callable[[str, str], None]


@dataclass
class OwnNavigations:
    """Listens to one tab.

    Args:
        tell: Gets what was done, `navigate`, `goBack` or `reload`, and the address it leads to.
    """

    tell: Tell
    _main_frame: str = ""
    _announced: set[str] = field(default_factory=set)

    def follow(self, page: "Page") -> None:
        """Begin to listen; a tab that is gone already is not listened to."""
        with suppress(BrowserError):
            session = page.context.new_cdp_session(page)
            session.on("Page.frameRequestedNavigation", self._requested)
            session.on("Page.frameStartedNavigating", self._started)
            session.send("Page.enable")
            self._main_frame = session.send("Page.getFrameTree")["frameTree"]["frame"]["id"]

    def _requested(self, event: Mapping[str, Any]) -> None:
        if event["frameId"] == self._main_frame:
            self._announced.add(event["url"])

    def _started(self, event: Mapping[str, Any]) -> None:
        kind = KINDS.get(event["navigationType"])
        if event["frameId"] != self._main_frame or kind is None:
            return
        if event["url"] in self._announced:
            self._announced.clear()
        else:
            self.tell(kind, event["url"])
