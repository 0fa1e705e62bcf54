"""An obstacle in, what really stood in the way out: page, tab, browser, or the network of this machine."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from playwright.sync_api import Error as BrowserError

from harness.browser.bounded import ANSWER_MS, TimeIsUp, answers, at_most, browser_answers, question_to
from harness.browser.gate.of_contexts import gate_of
from harness.browser.network import why_no_network
from harness.shopper.trouble.browser_errors import in_plain_words, truly
from harness.shopper.trouble.stopping import Obstacle

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, CDPSession, Page

    from harness.shopper.evidence.noise import PageNoise
    from harness.shopper.evidence.surprises import Surprises

_OTHERWISE_CLEAR = frozenset(
    {
        "ambiguous",
        "download",
        "error page",
        "foreign host",
        "journey fault",
        "missing value",
        "page crashed",
        "page hung",
        "value unreadable",
    }
)
"""What is said only of a page that has just answered, or whatever a page does."""
_ASKS_FOR_NETWORK = (
    "ERR_NAME_NOT_RESOLVED",
    "ERR_NAME_RESOLUTION_FAILED",
    "ERR_ADDRESS_UNREACHABLE",
    "ERR_NETWORK",
    "ERR_INTERNET_DISCONNECTED",
    "ERR_CONNECTION_TIMED_OUT",
    "ERR_TIMED_OUT",
    "ENOTFOUND",
    "EAI_AGAIN",
    "EHOSTUNREACH",
    "ENETUNREACH",
    "ETIMEDOUT",
    "NS_ERROR_UNKNOWN_HOST",
    "NS_ERROR_NET_TIMEOUT",
)
"""Only these can mean that this machine has no network: who refuses, or speaks, has been reached."""

NO_PAGE = frozenset({"browser lost", "page crashed", "tab closed"})
"""After these there is no page to look at."""


@dataclass(frozen=True)
class Accidents:
    """Tells what happened to page, tab, browser or network when an action failed."""

    context: "BrowserContext"
    surprises: "Surprises"
    noise: "PageNoise"
    address: str
    control_address: str = ""

    def behind(self, obstacle: Obstacle, page: "Page | None") -> Obstacle:
        """Return the obstacle by its right name."""
        obstacle = truly(obstacle, gate_of(self.context))
        if page is not None and page in self.surprises.crashed:
            return replace(obstacle, kind="page crashed", message="the page crashed")
        if obstacle.kind in {"browser lost", "tab closed"}:
            return self._closed(obstacle)
        if obstacle.kind == "unreachable":
            return self._network(obstacle)
        if obstacle.kind in _OTHERWISE_CLEAR or page is None:
            return obstacle
        return self._unless_page_answers(obstacle, page)

    def page_never_came(self, obstacle: Obstacle, page: "Page", since_ms: int) -> Obstacle:
        """Say that the page asked for never came, or came as a file: what it lacks is not the matter then."""
        if obstacle.kind not in {"not found", "check failed", "no answer"}:
            return obstacle
        lost = self.noise.lost_page_since(since_ms)
        if lost and page.url.startswith("chrome-error:"):
            unreachable = replace(obstacle, kind="unreachable", message=in_plain_words(lost), technical=lost)
            return self._network(unreachable)
        files = self.surprises.downloads_since(since_ms)
        if files:
            message = f'a file ("{files[-1]}") came where a page was expected'
            return replace(obstacle, kind="download", message=message)
        return obstacle

    def question(self, page: "Page | None") -> None:
        """Ask the page something plain, unless it is being left: then the site keeps us waiting."""
        if page is not None and not self.noise.page_on_its_way(self.context.pages):
            question_to(page)()

    def late(self, late: TimeIsUp, target: str, page: "Page | None") -> Obstacle:
        """Return the obstacle for an action that had to be ended."""
        obstacle = Obstacle(
            "no answer",
            "nothing happened within the time a customer waits",
            target=target,
            technical=str(late),
        )
        return self._silent(obstacle) if late.unanswered else self.behind(obstacle, page)

    def _unless_page_answers(self, obstacle: Obstacle, page: "Page") -> Obstacle:
        """Keep the obstacle of a page that answers: only such a page can be said to lack anything."""
        if self.noise.page_on_its_way(self.context.pages):
            return replace(obstacle, kind="no answer", message="the site never answered")
        return obstacle if answers(question_to(page)) else self._silent(obstacle)

    def _silent(self, obstacle: Obstacle) -> Obstacle:
        if not browser_answers(self.context):
            return replace(obstacle, kind="browser lost", message="the browser no longer answered")
        return replace(obstacle, kind="page hung", message="the page took no notice of the customer any more")

    def _closed(self, obstacle: Obstacle) -> Obstacle:
        """Tell a tab that is gone from a browser that is gone: Playwright has the same words for both."""
        try:
            with at_most(ANSWER_MS):
                self.context.cookies()
        except (BrowserError, TimeIsUp):
            return replace(obstacle, kind="browser lost", message="the browser was gone")
        return replace(
            obstacle, kind="tab closed", message="the page closed itself while the customer was on it"
        )

    def _network(self, obstacle: Obstacle) -> Obstacle:
        if not any(sign in obstacle.technical for sign in _ASKS_FOR_NETWORK):
            return obstacle
        host = urlsplit(obstacle.target).hostname or urlsplit(self.address).hostname or ""
        why = why_no_network(host, self.control_address)
        return replace(obstacle, kind="no network", message=why) if why else obstacle


def set_free(page: "Page", session: "CDPSession | None") -> bool:
    """Stop what keeps a page from answering: a page on its way, a program without end.

    Args:
        page: The page.
        session: The way to Chromium's own protocol, made before the page hung; other engines have none.

    Returns:
        Whether the page answers again.
    """
    if session is not None:
        try:
            with at_most(ANSWER_MS):
                session.send("Page.stopLoading")
                session.send("Runtime.terminateExecution")
        except (BrowserError, TimeIsUp):
            return False
    return answers(question_to(page))
