"""Requests of engines that do not ask about documents alone in; pages and forms elsewhere are refused."""

from typing import TYPE_CHECKING

from playwright.sync_api import Error as BrowserError

from harness.browser.hosts import place_of

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Request, Route

    from harness.browser.gate.gate import Gate

_ASKING = frozenset({"GET", "HEAD"})


def watch_by_route(context: "BrowserContext", gate: "Gate") -> None:
    """Look at all requests of Firefox or WebKit to hosts that are not allowed; the others cost nothing."""

    def let(route: "Route") -> None:
        if _leaves(route.request):
            gate.refuse(place_of(route.request.url)[0], "not allowed")
            route.abort("blockedbyclient")
        else:
            route.fallback()  # to the door, which knows the rules for third parties

    context.route(lambda url: not gate.hosts.allow(url), let)


def _leaves(request: "Request") -> bool:
    """Whether this would be a page, or a form, elsewhere."""
    if not request.is_navigation_request():
        return False
    try:
        return request.frame.parent_frame is None or request.method not in _ASKING
    except BrowserError:
        return True  # the first request of a tab that is only opening
