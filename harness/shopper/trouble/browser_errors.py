"""An error of Playwright in, the kind of trouble it stands for out: the one table of its words."""

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from playwright.sync_api import Error as BrowserError
from playwright.sync_api import TimeoutError as BrowserTimeoutError

from harness.record import TroubleKind
from harness.shopper.trouble.stopping import Obstacle

if TYPE_CHECKING:
    from harness.browser.gate.gate import Gate

# Read from Playwright 1.65; tests/shopper proves each against a real page.
_KINDS: tuple[tuple[str, TroubleKind, str], ...] = (
    ("Target crashed", "page crashed", "the page crashed"),
    ("Page crashed", "page crashed", "the page crashed"),
    ("has been closed", "browser lost", "the browser was gone"),
    ("Browser closed", "browser lost", "the browser was gone"),
    ("Connection closed", "browser lost", "the browser was gone"),
    ("Download is starting", "download", "a file came where a page was expected"),
    ("net::ERR_TOO_MANY_REDIRECTS", "unreachable", "the page sent the customer round in circles"),
    ("net::ERR_INTERNET_DISCONNECTED", "no network", "this machine has no network"),
    ("net::ERR_NAME_NOT_RESOLVED", "unreachable", "the address could not be found"),
    ("net::ERR_CONNECTION", "unreachable", "the site did not take the call"),
    ("net::ERR_CACHE_MISS", "unreachable", "the page before came of a form, and is not kept to go back to"),
    ("net::ERR_CERT", "unreachable", "the site's certificate is not valid"),
    ("net::ERR_SSL", "unreachable", "no secure connection could be made"),
    ("net::ERR_EMPTY_RESPONSE", "unreachable", "the site hung up without an answer"),
    ("net::ERR_", "unreachable", "the page could not be reached"),
    ("NS_ERROR_", "unreachable", "the page could not be reached"),
    ("waiting for scheduled navigations to finish", "no answer", "the site never answered"),
    ("intercepts pointer events", "covered", "something lies over it"),
    ("element is not enabled", "disabled", "it cannot be used"),
    ("element is not visible", "hidden", "it cannot be seen"),
    ("element is outside of the viewport", "hidden", "it cannot be scrolled into view"),
    ("strict mode violation", "ambiguous", "several things answer to this name"),
    ("did not find some options", "not found", "there is no such option"),
    ('Unknown key: "', "journey fault", "there is no such key on a keyboard"),
)

_SOMETHING_AT_THE_DOOR = re.compile(
    r"net::ERR_(?:SOCKS|PROXY)\w*|Socks5 proxy rejected connection(?: - \w+)?|NS_ERROR_\w*PROXY\w*"
)
"""What each engine, and Node for requests, says of whatever went wrong beyond the door."""
_ADDRESS = re.compile(r"https?://[^\s\"]+")
INSIDE = "the address {} leads into a private network, where this shopper goes only if the site is in one"


def in_truth(words: str, gate: "Gate", url: str = "") -> str:
    """Return an error's words with what really happened beyond the door, in Chromium's own."""
    if not _SOMETHING_AT_THE_DOOR.search(words):
        return words
    address = _ADDRESS.search(words)
    why = gate.why_failed(url or (address.group() if address else ""))
    return _SOMETHING_AT_THE_DOOR.sub(why, words) if why else words


def truly(obstacle: Obstacle, gate: "Gate") -> Obstacle:
    """Return an obstacle by what really happened beyond the door."""
    words = in_truth(obstacle.technical, gate)
    if words == obstacle.technical:
        return obstacle
    address = _ADDRESS.search(words)
    if address and gate.leads_inside(address.group()):
        host = address.group()
        return replace(
            obstacle, kind="foreign host", message=INSIDE.format(host), target=host, technical=words
        )
    kind, message = next((kind, message) for sign, kind, message in _KINDS if sign in words)
    return replace(obstacle, kind=kind, message=message, technical=words)


def in_plain_words(browser_words: str) -> str:
    """Return what an error of the browser means, as far as it is known."""
    return next((message for sign, _, message in _KINDS if sign in browser_words), "the page never came")


def obstacle_of(error: BrowserError, target: str = "") -> Obstacle:
    """Translate an error of Playwright's into what stood in the customer's way."""
    words = str(error)
    # The log repeats each attempt; the last one tells how things stood in the end.
    for sign, kind, message in _KINDS:
        if sign in words:
            return Obstacle(kind, message, target=target, technical=words)
    if isinstance(error, BrowserTimeoutError):
        return Obstacle(
            "no answer", "nothing happened within the time a customer waits", target=target, technical=words
        )
    return Obstacle("harness fault", words.splitlines()[0], target=target, technical=words)
