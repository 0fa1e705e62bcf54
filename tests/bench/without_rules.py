"""A browser in, contexts that go where they like out: what host rules are compared with."""

from typing import TYPE_CHECKING, Any

from harness.browser.keeper import BrowserKeeper

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext

    from harness.browser.hosts import AllowedHosts


class WithoutRules(BrowserKeeper):
    """Starts the browser as it is."""

    _plain: "Browser | None" = None

    def context(self, hosts: "AllowedHosts", options: dict[str, Any]) -> "BrowserContext":
        """Open a context of Playwright's."""
        del hosts
        return self._started().new_context(**options)

    def version(self) -> str:
        """Return the version of the browser."""
        return self._started().version

    def close(self) -> None:
        """End it."""
        self._started().close()

    def _started(self) -> "Browser":
        if self._plain is None:
            self._plain = self.launch(**self.found.launch_options())
        return self._plain
