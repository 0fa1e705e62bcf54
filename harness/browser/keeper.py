"""Requests for a fresh context in, contexts of a living browser out: it is started again when it died."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from playwright.sync_api import Error as BrowserError

from harness.browser.bounded import CLOSING_MS, TimeIsUp, at_most
from harness.browser.gate.documents import Documents
from harness.browser.gate.doorkeeper import Doorkeeper
from harness.browser.gate.gate import Gate
from harness.browser.gate.of_contexts import remember_gate
from harness.browser.gate.routed import watch_by_route

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser, BrowserContext

    from harness.browser.found import BrowserFound
    from harness.browser.hosts import AllowedHosts

_BY_THE_DOOR_ALONE = (
    # Chromium hands names to the door; what would ask for their addresses itself learns nothing.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
    "--disable-quic",
)
"""Source: net/dns/mapped_host_resolver.h and content/public/common/content_switches.cc of Chromium."""


_DEAF = {"handle_sigint": False, "handle_sigterm": False, "handle_sighup": False}
"""The browser lives on when the run is interrupted: what was placed by then is still to be taken back."""


@dataclass
class BrowserKeeper:
    """Keeps one browser for as long as the run lasts, with a gate of its own for each context.

    Args:
        found: The browser that is proven to work here.
        launch: Starts it with more options: `launch(args=[...])`.
        own_browser: Whether the operator named a browser herself, so that `found` is not used.
        user_agent: Of what a browser asks outside of any context, such as the program of a service worker.
        doors: What contexts reach the network through.
    """

    found: "BrowserFound"
    launch: "Callable[..., Browser]"
    own_browser: bool = False
    doors: Doorkeeper = field(default_factory=Doorkeeper)
    user_agent: str = ""
    _browser: "Browser | None" = None
    _documents: Documents | None = None

    def context(self, hosts: "AllowedHosts", options: dict[str, Any]) -> "BrowserContext":
        """Open a fresh context that reaches what its hosts allow and nothing else."""
        gate = Gate(hosts)
        port = self.doors.open(gate)
        options = {**options, "proxy": {"server": f"socks5://127.0.0.1:{port}"}}
        try:
            with at_most(CLOSING_MS):
                context = self._open(gate, options)
        except (BrowserError, TimeIsUp):  # it died, or stands still: another one
            self._forget()
            context = self._open(gate, options)
        context.on("close", lambda _: self.doors.close(port))
        remember_gate(context, gate)
        return context

    def version(self) -> str:
        """Return the version of the browser."""
        return self._living().version

    def close(self) -> None:
        """End the browser, and all its ways out."""
        self._forget()
        self.doors.end()

    def _open(self, gate: Gate, options: dict[str, Any]) -> "BrowserContext":
        browser = self._living()
        documents = self._documents
        if documents is None:
            context = browser.new_context(**options)
            watch_by_route(context, gate)
            return context
        before = documents.contexts()
        context = browser.new_context(**options)
        added = documents.contexts() - before
        documents.watch(added, gate)
        context.on("close", lambda _: documents.leave(added))
        return context

    def _forget(self) -> None:
        if self._browser:
            _close(self._browser)
        self._browser = self._documents = None

    def _living(self) -> "Browser":
        if self._browser is None or not self._browser.is_connected():
            self._browser = self._start()
            self._documents = Documents.of(self._browser) if self.found.engine == "chromium" else None
        return self._browser

    def _start(self) -> "Browser":
        options = {} if self.own_browser else self.found.launch_options()
        arguments = list(options.pop("args", ()))
        if self.found.engine == "chromium":
            arguments += _BY_THE_DOOR_ALONE
            arguments += [f"--user-agent={self.user_agent}"] if self.user_agent else []
        return self.launch(args=arguments, **_DEAF, **options)


def _close(browser: "Browser") -> None:
    try:
        with at_most(CLOSING_MS):
            if browser.is_connected():
                browser.close()
    except (BrowserError, TimeIsUp):
        return  # Playwright ends its process with its own
