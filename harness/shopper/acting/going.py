"""The wish to be on another page in, that page out: by its address, back, or once more."""

from typing import TYPE_CHECKING

from playwright.sync_api import Error as BrowserError
from playwright.sync_api import TimeoutError as BrowserTimeoutError

from harness.browser.gate.of_contexts import gate_of
from harness.shopper.evidence.asked import requests_of
from harness.shopper.trouble.browser_errors import obstacle_of, truly
from harness.shopper.trouble.stopping import Obstacle

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Frame, Page, Request, Response, Route

    from harness.browser.hosts import AllowedHosts

NAVIGATION_TIMEOUT_MS = 30_000
SERVER_ERROR = 500
_EMPTY = "about:blank"
"""What the first tab of a visit shows before the customer opens anything; nobody goes back to it."""


def go_to(page: "Page", url: str, *, said: str, hosts: "AllowedHosts") -> None:
    """Go to an address.

    Args:
        page: The tab.
        url: The address in full.
        said: The address as the journey says it.
        hosts: Where she may go.

    Raises:
        Obstacle: It is not on an allowed host, never came, or came with an error of the site's.
    """
    _refuse_other_hosts(url, said, hosts)
    _go(page, lambda: page.goto(url, timeout=NAVIGATION_TIMEOUT_MS), said)


def go_back(page: "Page", *, hosts: "AllowedHosts") -> None:
    """Go back to the page before; one that came of a form is shown again, not sent again.

    Raises:
        Obstacle: There is none, it is not on an allowed host, or it never came.
    """
    moved = _go(page, lambda: page.go_back(timeout=NAVIGATION_TIMEOUT_MS), "the page before")
    if moved and page.url == _EMPTY:
        page.go_forward(timeout=NAVIGATION_TIMEOUT_MS)
        moved = False
    if not moved:
        raise Obstacle("journey fault", NO_PAGE_BEFORE)
    _refuse_other_hosts(page.url, page.url, hosts)


def reload(page: "Page") -> None:
    """Load the page again, unless that would send a form again: an order is never placed like this.

    Raises:
        Obstacle: The page came of a form that was sent, or never came again.
    """
    refused: list[str] = []

    def send_nothing_again(route: "Route", request: "Request") -> None:
        if request.method == "GET" or not request.is_navigation_request():
            route.continue_()
            return
        refused.append(request.url)
        route.abort("aborted")

    if _came_by_get(page):
        _go(page, lambda: page.reload(timeout=NAVIGATION_TIMEOUT_MS), "the same page")
        return
    page.route("**/*", send_nothing_again)
    try:
        _go(page, lambda: page.reload(timeout=NAVIGATION_TIMEOUT_MS), "the same page")
    except Obstacle as obstacle:
        raise Obstacle("journey fault", SENT_AGAIN) if refused else obstacle from obstacle
    finally:
        page.unroute("**/*", send_nothing_again)


NO_PAGE_BEFORE = "there is no page to go back to: this is the first one of its tab."
SENT_AGAIN = (
    "this page came of a form that was sent, and to reload it would send the form again."
    " Open the page by its address instead."
)


def _came_by_get(page: "Page") -> bool:
    """Whether the page is known to have been asked for plainly; of long pages the browser forgets it."""
    documents = (
        each
        for each in reversed(requests_of(page))
        if each.is_navigation_request() and each.frame == page.main_frame
    )
    newest = next(documents, None)
    return newest is not None and newest.method == "GET"


def _go(page: "Page", navigate: "Callable[[], Response | None]", said: str) -> bool:
    """Let the browser go; return whether it went anywhere."""
    moves: list[Frame] = []

    def moved(frame: "Frame") -> None:
        if frame.parent_frame is None:
            moves.append(frame)

    page.on("framenavigated", moved)
    try:
        response = navigate()
    except BrowserTimeoutError as error:
        if moves:
            return True  # the page is there, only something on it never finished: its figures tell so
        raise Obstacle("no answer", "the site never answered", target=said, technical=str(error)) from error
    except BrowserError as error:
        raise truly(obstacle_of(error, said), gate_of(page.context)) from error
    finally:
        page.remove_listener("framenavigated", moved)
    if response and response.status >= SERVER_ERROR:
        message = "the site answered with an error page"
        raise Obstacle("error page", message, target=said, seen=str(response.status))
    return bool(moves)


def _refuse_other_hosts(url: str, said: str, hosts: "AllowedHosts") -> None:
    if not hosts.allow(url):
        raise Obstacle("foreign host", f"{url} is not on a host this site allows", target=said)
