"""Events of the browser in, what went wrong on its pages out: errors, failures, missing answers.

The browser tells of each request in five messages. Nearly all of them went well, so that only those that
did not are listened to: Chromium writes them on the console. What else is known of requests is pulled at a
moment of trouble.
"""

import re
from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from playwright.sync_api import Error as BrowserError

from harness.browser.gate.gate import BLOCKED, Gate, anywhere
from harness.browser.gate.of_contexts import gate_of
from harness.shopper.evidence.asked import ERROR, Asked, asked_by, requests_of, unanswered
from harness.shopper.trouble.browser_errors import in_truth

if TYPE_CHECKING:
    from collections.abc import Iterable

    from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request, Response, WebError

    from harness.browser.hosts import AllowedHosts
    from harness.shopper.clock import VisitClock

MOST = 200
"""Kept of each kind in one visit, the newest; a page that fails for ever must not fill the memory."""
SHOWN = 10
REFUSED_SHOWN = 20
LONGEST = 500

_FAILED_LOAD = "Failed to load resource"
_STATUS = re.compile(rf"^{_FAILED_LOAD}: the server responded with a status of (\d+)")
# Source: third_party/blink/renderer/core/frame/frame_console.cc of Chromium, where each failed load is told;
# tests/shopper/test_noise.py proves it for documents, frames, scripts and calls.
_ADDRESS = re.compile(r"\bhttps?://[^\s)]+")

STOPPED = re.compile(r"\b(?:Type|Reference|Range|Syntax|Internal|URI|Eval)Error\b")
"""Frameworks catch what stops a program and only tell the console: by these words it is known."""


@dataclass(frozen=True)
class Noise:
    """One thing that went wrong. `text` is technical, for developers."""

    at_ms: int
    text: str


@dataclass(frozen=True)
class FailedRequest:
    """A request that failed; the browser tells of some without saying by which method they were sent."""

    at_ms: int
    url: str
    why: str
    method: str = ""


@dataclass
class PageNoise:
    """Collects script errors and failed requests, those of the site apart from those of third parties."""

    clock: "VisitClock"
    hosts: "AllowedHosts"
    script_errors: deque[Noise] = field(default_factory=lambda: deque(maxlen=MOST))
    stops: deque[Noise] = field(default_factory=lambda: deque(maxlen=MOST))
    third_party_script_errors: deque[Noise] = field(default_factory=lambda: deque(maxlen=MOST))
    failed_requests: deque[FailedRequest] = field(default_factory=lambda: deque(maxlen=MOST))
    refused_hosts: deque[Noise] = field(default_factory=lambda: deque(maxlen=MOST))
    refused_pages: deque[Noise] = field(default_factory=lambda: deque(maxlen=MOST))
    lost_pages: deque[Noise] = field(default_factory=lambda: deque(maxlen=MOST))
    asked: tuple[Asked, ...] = ()
    gate: Gate = field(default_factory=anywhere)

    def start(self, context: "BrowserContext") -> None:
        """Listen in every page of the context."""
        self.gate = gate_of(context)
        context.on("weberror", self._on_error)
        context.on("console", self._on_console)
        context.on("requestfailed", self._on_failed)
        if not _tells_on_console(context):
            context.on("response", self._on_response)

    def stop(self, context: "BrowserContext") -> None:
        """Listen no longer."""
        context.remove_listener("weberror", self._on_error)
        context.remove_listener("console", self._on_console)
        context.remove_listener("requestfailed", self._on_failed)
        if not _tells_on_console(context):
            context.remove_listener("response", self._on_response)

    def look_closer(self, pages: "Iterable[Page]") -> None:
        """Pull what pages asked for: at a moment of trouble only."""
        self.asked = asked_by(pages, self.clock)

    def errors_since(self, at_ms: int) -> tuple[str, ...]:
        """Return the distinct errors of the site's own scripts since a moment of the visit."""
        return _distinct(noise.text for noise in self.script_errors if noise.at_ms >= at_ms)

    def stops_since(self, at_ms: int) -> tuple[str, ...]:
        """Return what programs of the site itself stopped with since a moment; other hosts' are noise."""
        return _distinct(noise.text for noise in self.stops if noise.at_ms >= at_ms)

    def third_party_errors_since(self, at_ms: int) -> tuple[str, ...]:
        """Return the distinct errors of other hosts' scripts since a moment of the visit."""
        return _distinct(noise.text for noise in self.third_party_script_errors if noise.at_ms >= at_ms)

    def failures_since(self, at_ms: int) -> tuple[str, ...]:
        """Return the distinct failed requests to the site itself since a moment of the visit."""
        return self._failures(at_ms, own=True)

    def third_party_failures_since(self, at_ms: int) -> tuple[str, ...]:
        """Return the same for the other hosts that the site may use."""
        return self._failures(at_ms, own=False)

    def refused_since(self, at_ms: int) -> tuple[str, ...]:
        """Return what pages asked for since a moment from hosts that are not allowed, without details."""
        addresses = (noise.text.partition("?")[0] for noise in self.refused_hosts if noise.at_ms >= at_ms)
        return tuple(dict.fromkeys(addresses))[:REFUSED_SHOWN]

    def lost_page_since(self, at_ms: int) -> str | None:
        """Return why the last page asked for since a moment never came, in the browser's words."""
        return next((lost.text for lost in reversed(self.lost_pages) if lost.at_ms >= at_ms), None)

    def unanswered_since(self, at_ms: int) -> tuple[str, ...]:
        """Return what was asked for since a moment of the visit and was not answered at the closer look."""
        return tuple(f"{each.method} {each.url}" for each in unanswered(self.asked, at_ms)[:SHOWN])

    def page_on_its_way(self, pages: "Iterable[Page]") -> bool:
        """Say whether a page has been asked for and not answered: until then the old one says nothing."""
        asked = (request for page in pages for request in requests_of(page))
        return any(is_page(each) and not each.existing_response and not each.failure for each in asked)

    def _failures(self, at_ms: int, *, own: bool) -> tuple[str, ...]:
        methods = {each.url: each.method for each in self.asked}
        return _distinct(
            f"{failed.method or methods.get(failed.url, '')} {failed.url} {failed.why}".strip()
            for failed in self.failed_requests
            if failed.at_ms >= at_ms and self.hosts.own(failed.url) is own
        )

    def _on_error(self, error: "WebError") -> None:
        thrown = error.error
        where = f"{error.location['url']} {getattr(thrown, 'stack', None) or ''}"
        self._note_error(str(thrown).partition("\n")[0], where, stopped=True)

    def _on_console(self, message: "ConsoleMessage") -> None:
        if message.type != "error":
            return
        address = message.location["url"]
        if not message.text.startswith(_FAILED_LOAD):
            self._note_error(message.text, address, stopped=bool(STOPPED.search(message.text)))
        elif status := _STATUS.match(message.text):  # where none came, an event of its own tells so
            self._note_failure(address, status.group(1))

    def _on_failed(self, request: "Request") -> None:
        reason = in_truth(request.failure or "", self.gate, request.url)
        if self._is_refused(request, reason):
            self._note(self.refused_pages if is_page(request) else self.refused_hosts, request.url)
        elif reason != "net::ERR_ABORTED":  # the page was left before it came
            self._note_failure(request.url, reason, request.method)
            if is_page(request):
                self._note(self.lost_pages, reason)

    def _is_refused(self, request: "Request", reason: str) -> bool:
        """Whether it was kept from going where it wanted to by the rules, and not by anything out there."""
        if is_page(request) and not self.hosts.allow(request.url):
            return True
        return reason == BLOCKED or not self.hosts.may_load(request.url)

    def _on_response(self, response: "Response") -> None:
        if response.status >= ERROR:
            self._note_failure(response.url, str(response.status), response.request.method)

    def _note_error(self, text: str, where: str, *, stopped: bool) -> None:
        """Note an error; it is a third party's when none of the scripts it went through is the site's."""
        addresses = _ADDRESS.findall(where)
        if addresses and not any(self.hosts.own(address) for address in addresses):
            self._note(self.third_party_script_errors, text)
            return
        self._note(self.script_errors, text)
        if stopped:
            self._note(self.stops, text)

    def _note_failure(self, url: str, why: str, method: str = "") -> None:
        if self.hosts.may_load(url):
            self.failed_requests.append(FailedRequest(self.clock.now_ms(), url[:LONGEST], why, method))

    def _note(self, kept: deque[Noise], text: str) -> None:
        kept.append(Noise(self.clock.now_ms(), text[:LONGEST]))


def _tells_on_console(context: "BrowserContext") -> bool:
    return context.browser is not None and context.browser.browser_type.name == "chromium"


def is_page(request: "Request") -> bool:
    """Say whether a whole page is asked for, not something on it."""
    if not request.is_navigation_request():
        return False
    try:
        return request.frame.parent_frame is None
    except BrowserError:
        return True  # the first request of a tab that is only opening


def _distinct(texts: "Iterable[str]") -> tuple[str, ...]:
    return tuple(dict.fromkeys(texts))[:SHOWN]
