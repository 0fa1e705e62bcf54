"""A browser context in, a header on what it asks of the site's own hosts out, and of nobody else.

Chromium's own protocol, asked of the browser as a whole, holds each request to these hosts back for a moment:
those of popups, frames, workers and each hop of a redirect too. A header that is added there belongs to one
hop: on a redirect to another host the browser sends what it would have sent without. Requests to other hosts
are not held back at all.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from playwright.sync_api import Error as BrowserError

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, CDPSession


@dataclass(frozen=True)
class OwnHeader:
    """Adds headers to the requests of a browser.

    Args:
        hosts: Hosts, and patterns of them, whose requests are looked at.
        headers_for: What to add for an address; nothing for one that only looks like one of theirs.
    """

    hosts: Iterable[str]
    headers_for: Callable[[str], Mapping[str, str]]

    def send_from(self, context: "BrowserContext") -> None:
        """Add them until the context closes; Chromium only."""
        browser = context.browser
        if browser is None:
            raise BrowserError("a context without a browser has no line to one")
        line = browser.new_browser_cdp_session()
        line.on("Fetch.requestPaused", lambda paused: self._continue(line, paused))
        line.send("Fetch.enable", {"patterns": [*self._patterns()]})
        context.on("close", lambda _context: _hang_up(line))

    def _patterns(self) -> Iterable[dict[str, str]]:
        for host in self.hosts:
            shown = f"[{host}]" if ":" in host else host  # IPv6
            yield {"urlPattern": f"http*://{shown}/*"}
            yield {"urlPattern": f"http*://{shown}:*"}

    def _continue(self, line: "CDPSession", paused: dict[str, Any]) -> None:
        """Let a request go on. All its headers must be named again where one is added."""
        request = paused["request"]
        own = self.headers_for(request["url"])
        order: dict[str, Any] = {"requestId": paused["requestId"]}
        if own:
            named = {name.casefold() for name in own}
            kept = {name: text for name, text in request["headers"].items() if name.casefold() not in named}
            order["headers"] = [{"name": name, "value": text} for name, text in {**kept, **own}.items()]
        try:
            line.send("Fetch.continueRequest", order)
        except BrowserError:
            return  # its page has gone, and the request with it


def _hang_up(line: "CDPSession") -> None:
    try:
        line.detach()
    except BrowserError:
        return  # the browser has gone already
