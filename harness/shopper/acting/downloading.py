"""A press in, the file that comes of it out: saved by the browser, or shown instead of a page."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Error as BrowserError

from harness.grammar.patterns import search_in_time
from harness.grammar.target import Meaning
from harness.shopper.acting.locating import whole
from harness.shopper.acting.waiting import wait_for
from harness.shopper.evidence.downloads import MOST_BYTES
from harness.shopper.trouble.stopping import Obstacle
from harness.values.file_types import file_type, is_of_type
from harness.values.sizes import size_bytes

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from playwright.sync_api import BrowserContext, Download, Page, Response

    from harness.browser.hosts import AllowedHosts
    from harness.grammar.target import Target
    from harness.shopper.acting.hands import Hands

LOOKED_AT_BYTES = 65_536
SAVING_MS = 1000
"""After a file was answered with, how long the browser may take to begin saving it; else it is shown."""
FETCHING_MS = 30_000
NOT_TO_BE_HAD = (
    "the browser shows the file in its viewer, and it came of a form or from a host that is not listed."
    ' List the host in site.yaml below "hosts:", or look at the file with another browser.'
)
_FOR_A_VIEWER = "application/pdf"
"""Headless shells save what comes as this, browsers with a window show it."""
_EMPTY = frozenset({"", "about:blank"})
"""What a tab shows whose only content was saved."""
_PAGES = ("text/html", "application/xhtml+xml")


@dataclass(frozen=True)
class TakenFile:
    """A file as it came. Of one that is too large to be kept, `content` is the beginning."""

    name: str
    content: bytes
    size_bytes: int

    @property
    def type(self) -> str:
        """What it is by its content."""
        return file_type(self.content[:LOOKED_AT_BYTES])


def download(
    hands: "Hands", target: "Target", *, name: "Target | None", file_type: str | None, at_least: str | None
) -> None:
    """Click something, take the file that comes, keep it, and look whether it is the one.

    Raises:
        Obstacle: None came, or another one.
    """
    hands.read_over()
    control, coming = hands.find(target, Meaning.CLICKABLE), _coming_to(hands)
    timeout_ms = hands.action_timeout_ms
    taken = coming.of(lambda: hands.press(control), hands.page, timeout_ms=timeout_ms)
    if coming.saved:
        hands.accidents.surprises.asked_for()
    if taken:
        hands.evidence += hands.downloads.keep(taken)
    check_file(taken, f"the file of {target.plain}", name=name, file_type=file_type, at_least=at_least)


def _coming_to(hands: "Hands") -> "FileComing":
    return FileComing(hands.context, hands.hosts, hands.own_headers)


def check_file(
    taken: TakenFile | None, what: str, *, name: "Target | None", file_type: str | None, at_least: str | None
) -> None:
    """Look whether a file is the one that was asked for.

    Args:
        taken: What came.
        what: What it is called: `the file of "Invoice"`.
        name: What its name must be, or a pattern for it.
        file_type: What it must be.
        at_least: How large it must be.

    Raises:
        Obstacle: None came, or another one.
    """
    if taken is None:
        raise Obstacle("check failed", f"{what} did not come", target=what, wanted=f"{what} to come")
    wrong = next(_wrong_with(taken, name, file_type, at_least), None)
    if wrong:
        raise Obstacle("check failed", f"{what} {wrong}", target=what, seen=taken.name)


def _wrong_with(
    taken: TakenFile, name: "Target | None", wanted_type: str | None, at_least: str | None
) -> Iterator[str]:
    if wanted_type and not is_of_type(taken.type, wanted_type):
        yield f"is {_with_article(taken.type)}, not {_with_article(wanted_type)}"
    if not taken.size_bytes:
        yield "is empty"
    if name and not search_in_time(whole(name), taken.name):
        yield f'is called "{taken.name}", not {name.plain}'
    if at_least and taken.size_bytes < size_bytes(at_least):
        yield f"has {taken.size_bytes:,} bytes, fewer than {at_least}"


def _with_article(kind: str) -> str:
    return f"{'an' if kind.startswith('empty') else 'a'} {kind}"


@dataclass
class FileComing:
    """Listens for a file: as a download, or as a page's own document that is no page.

    Args:
        context: The visit's part of the browser.
        hosts: Where files may come from.
        own_headers: What tells the site's own hosts who asks, by address.
    """

    context: "BrowserContext"
    hosts: "AllowedHosts"
    own_headers: "Callable[[str], Mapping[str, str]]"
    saved: "list[Download]" = field(default_factory=list)
    shown: "list[Response]" = field(default_factory=list)

    def of(self, press: "Callable[[], None]", page: "Page", *, timeout_ms: int) -> TakenFile | None:
        """Press, and take what comes; None when no file does.

        Raises:
            Obstacle: It came in part only.
        """
        before = frozenset(self.context.pages)
        self.context.on("download", self._on_download)
        self.context.on("response", self._on_response)
        try:
            press()
            wait_for(page, lambda: (self.saved or self.shown) or None, timeout_ms=timeout_ms)
            if self.shown:
                wait_for(page, lambda: self.saved or None, timeout_ms=SAVING_MS)
        finally:
            self.context.remove_listener("download", self._on_download)
            self.context.remove_listener("response", self._on_response)
        if self.saved:
            taken = _saved(self.saved[0])
        elif self.shown:
            taken = self._shown(self.shown[0])
        else:
            return None
        self._leave_as_it_was(page, before)
        return taken

    def _on_download(self, download: "Download") -> None:
        self.saved.append(download)

    def _on_response(self, response: "Response") -> None:
        kind = _kind(response)
        if response.ok and kind and kind not in _PAGES and _is_document(response):
            self.shown.append(response)

    def _shown(self, response: "Response") -> TakenFile:
        """Take what the browser shows; what it has given to its viewer is asked for once more."""
        content = self._once_more(response) if _kind(response) == _FOR_A_VIEWER else response.body()
        name = PurePosixPath(unquote(urlsplit(response.url).path)).name
        return TakenFile(name, content[:MOST_BYTES], len(content))

    def _once_more(self, response: "Response") -> bytes:
        if response.request.method != "GET" or not self.hosts.allow(response.url):
            raise Obstacle("journey fault", NOT_TO_BE_HAD, target=response.url)
        own = {**self.own_headers(response.url)}
        return self.context.request.get(
            response.url, headers=own, timeout=FETCHING_MS, max_redirects=0
        ).body()

    def _leave_as_it_was(self, page: "Page", before: "frozenset[Page]") -> None:
        """Close the tab that opened for the file only, and go back from the file to the page."""
        address = self.saved[0].url if self.saved else self.shown[0].url
        for tab in self.context.pages:
            if tab not in before and tab.url in {address, *_EMPTY}:
                tab.close()
        if not page.is_closed() and page.url == address and not self.saved:
            page.go_back()


def _kind(response: "Response") -> str:
    return response.headers.get("content-type", "").partition(";")[0].strip().casefold()


def _is_document(response: "Response") -> bool:
    if not response.request.is_navigation_request():
        return False
    try:
        return response.frame.parent_frame is None
    except BrowserError:  # that of a tab which is only just opening
        return True


def _saved(download: "Download") -> TakenFile:
    try:
        failure = download.failure()
        if failure:
            raise Obstacle("check failed", "the file broke off while it came", technical=failure)
        path = download.path()
        with path.open("rb") as file:
            return TakenFile(download.suggested_filename, file.read(MOST_BYTES), path.stat().st_size)
    finally:
        download.delete()
