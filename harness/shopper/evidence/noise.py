"""Events of the browser in, what went wrong on its pages out: errors, failures, missing answers."""

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, ConsoleMessage, Request, Response, WebError

    from harness.browser.hosts import AllowedHosts
    from harness.shopper.clock import VisitClock

MOST = 200
"""Kept of each kind in one visit; a page that fails for ever must not fill the memory."""


ANSWERING = frozenset({"document", "xhr", "fetch"})
"""What a customer waits for when the site does not answer; pictures and the like are not."""


STOPPED = re.compile(r"\b(?:Type|Reference|Range|Syntax|Internal|URI|Eval)Error\b")
"""Frameworks catch what stops a program and only tell the console: by these words it is known."""


@dataclass(frozen=True)
class Noise:
    """One thing that went wrong. `text` is technical, for developers."""

    at_ms: int
    text: str


@dataclass
class PageNoise:
    """Collects script errors and failed requests of the site itself; other hosts' are their own."""

    clock: "VisitClock"
    hosts: "AllowedHosts"
    script_errors: list[Noise] = field(default_factory=list)
    stops: list[Noise] = field(default_factory=list)
    failed_requests: list[Noise] = field(default_factory=list)
    refused_hosts: list[Noise] = field(default_factory=list)
    _unanswered: "dict[Request, int]" = field(default_factory=dict)
    refused_pages: list[Noise] = field(default_factory=list)
    lost_pages: list[Noise] = field(default_factory=list)

    def start(self, context: "BrowserContext") -> None:
        """Listen in every page of the context."""
        context.on("weberror", self._on_error)
        context.on("console", self._on_console)
        context.on("request", self._on_request)
        context.on("requestfailed", self._on_failed)
        context.on("response", self._on_response)

    def stop(self, context: "BrowserContext") -> None:
        """Listen no longer."""
        context.remove_listener("weberror", self._on_error)
        context.remove_listener("console", self._on_console)
        context.remove_listener("request", self._on_request)
        context.remove_listener("requestfailed", self._on_failed)
        context.remove_listener("response", self._on_response)

    def errors_since(self, at_ms: int) -> tuple[str, ...]:
        """Return the distinct script errors since a moment of the visit."""
        return _distinct(self.script_errors, at_ms)

    def stops_since(self, at_ms: int) -> tuple[str, ...]:
        """Return what programs of the site itself stopped with since a moment; other hosts' are noise."""
        return _distinct(self.stops, at_ms)

    def failures_since(self, at_ms: int) -> tuple[str, ...]:
        """Return the distinct failed requests since a moment of the visit."""
        return _distinct(self.failed_requests, at_ms)

    def lost_page_since(self, at_ms: int) -> str | None:
        """Return why the last page asked for since a moment never came, in the browser's words."""
        return next((lost.text for lost in reversed(self.lost_pages) if lost.at_ms >= at_ms), None)

    def unanswered_since(self, at_ms: int) -> tuple[str, ...]:
        """Return what the site was asked for since a moment of the visit and has not answered yet."""
        waiting = [request for request, asked_ms in self._unanswered.items() if asked_ms >= at_ms]
        return tuple(f"{request.method} {request.url}" for request in waiting[:10])

    def refused_since(self, at_ms: int) -> tuple[str, ...]:
        """Return what pages asked for since a moment from hosts that are not allowed, without details."""
        addresses = (text.partition("?")[0] for text in _all_since(self.refused_hosts, at_ms))
        return tuple(dict.fromkeys(addresses))[:20]

    def _on_request(self, request: "Request") -> None:
        if request.resource_type in ANSWERING and len(self._unanswered) < MOST:
            self._unanswered[request] = self.clock.now_ms()

    def _on_error(self, error: "WebError") -> None:
        text = str(error.error).partition("\n")[0]
        self._note(self.script_errors, text)
        if self._is_own(error.location["url"]):
            self._note(self.stops, text)

    def _on_console(self, message: "ConsoleMessage") -> None:
        # A failed load is told by the response itself, with its address.
        if message.type == "error" and not message.text.startswith("Failed to load resource"):
            self._note(self.script_errors, message.text)
            if STOPPED.search(message.text) and self._is_own(message.location["url"]):
                self._note(self.stops, message.text)

    def _on_failed(self, request: "Request") -> None:
        self._unanswered.pop(request, None)
        reason = request.failure or ""
        if not self.hosts.allow(request.url):
            self._note(self.refused_pages if _is_page(request) else self.refused_hosts, request.url)
        elif reason != "net::ERR_ABORTED":  # the page was left before it came
            self._note(self.failed_requests, f"{request.method} {request.url} {reason}")
            if _is_page(request):
                self._note(self.lost_pages, reason)

    def _on_response(self, response: "Response") -> None:
        self._unanswered.pop(response.request, None)
        if response.status >= 400 and self.hosts.allow(response.url):  # noqa: PLR2004 -- RFC 9110, 15.5
            self._note(self.failed_requests, f"{response.request.method} {response.url} {response.status}")

    def _is_own(self, url: str) -> bool:
        return not url.startswith("http") or self.hosts.own(url)

    def _note(self, kept: list[Noise], text: str) -> None:
        if len(kept) < MOST:
            kept.append(Noise(self.clock.now_ms(), text[:500]))


def _is_page(request: "Request") -> bool:
    return request.is_navigation_request() and request.frame.parent_frame is None


def _distinct(noises: list[Noise], at_ms: int) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_all_since(noises, at_ms)))[:10]


def _all_since(noises: list[Noise], at_ms: int) -> list[str]:
    return [noise.text for noise in noises if noise.at_ms >= at_ms]
