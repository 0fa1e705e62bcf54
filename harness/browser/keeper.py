"""Requests for a fresh context in, contexts of a living browser out: it is started again when it died."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from playwright.sync_api import Error as BrowserError

from harness.browser.bounded import CLOSING_MS, TimeIsUp, at_most

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser, BrowserContext, Route

    from harness.browser.found import BrowserFound
    from harness.browser.hosts import AllowedHosts


_DEAF = {"handle_sigint": False, "handle_sigterm": False, "handle_sighup": False}
"""The browser lives on when the run is interrupted: what was placed by then is still to be taken back."""


@dataclass
class BrowserKeeper:
    """Keeps one browser for each set of allowed hosts, for as long as the run lasts.

    Args:
        found: The browser that is proven to work here.
        launch: Starts it with more options: `launch(args=[...])`.
        own_browser: Whether the operator named a browser herself, so that `found` is not used.
    """

    found: "BrowserFound"
    launch: "Callable[..., Browser]"
    own_browser: bool = False
    _browsers: "dict[str, Browser]" = field(default_factory=dict)

    def context(self, hosts: "AllowedHosts", options: dict[str, Any]) -> "BrowserContext":
        """Open a fresh context that can reach the allowed hosts and nothing else."""
        try:
            with at_most(CLOSING_MS):
                context = self._browser(hosts).new_context(**options)
        except (BrowserError, TimeIsUp):  # it died, or stands still: another one
            self._forget(self._browsers.get(hosts.chromium_rule()))
            context = self._browser(hosts).new_context(**options)
        if self.found.engine != "chromium":
            context.route(lambda url: not hosts.allow(url), _refuse)
        return context

    def version(self, hosts: "AllowedHosts") -> str:
        """Return the version of the browser that serves these hosts."""
        return self._browser(hosts).version

    def close(self) -> None:
        """End every browser."""
        for browser in self._browsers.values():
            _close(browser)

    def _forget(self, browser: "Browser | None") -> None:
        for rule in [rule for rule, kept in self._browsers.items() if kept is browser]:
            _close(self._browsers.pop(rule))

    def _browser(self, hosts: "AllowedHosts") -> "Browser":
        rule = hosts.chromium_rule()
        browser = self._browsers.get(rule)
        if browser is None or not browser.is_connected():
            browser = self._browsers[rule] = self._start(rule)
        return browser

    def _start(self, rule: str) -> "Browser":
        options = {} if self.own_browser else self.found.launch_options()
        arguments = list(options.pop("args", ()))
        if self.found.engine == "chromium":
            arguments.append(f"--host-resolver-rules={rule}")
        return self.launch(args=arguments, **_DEAF, **options)


def _close(browser: "Browser") -> None:
    try:
        with at_most(CLOSING_MS):
            if browser.is_connected():
                browser.close()
    except (BrowserError, TimeIsUp):
        return  # Playwright ends its process with its own


def _refuse(route: "Route") -> None:
    route.abort("blockedbyclient")
