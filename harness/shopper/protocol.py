"""A page in, the one line to Chromium's own protocol out.

One line a page: where there are several, what the last one has not set undoes what an earlier one has, such
as a slow connection. It is opened with the page, because on a page that hangs none can be opened any more.
"""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from playwright.sync_api import Error as BrowserError

if TYPE_CHECKING:
    from playwright.sync_api import CDPSession, Page


@dataclass
class Protocol:
    """Keeps the lines of one visit."""

    _lines: "dict[Page, CDPSession]" = field(default_factory=dict)

    def line_to(self, page: "Page") -> "CDPSession | None":
        """Return the line to a page; None where the engine has no such protocol, or the page is gone."""
        if page.context.browser is None or page.context.browser.browser_type.name != "chromium":
            return None
        if page not in self._lines:
            try:
                self._lines[page] = page.context.new_cdp_session(page)
            except BrowserError:
                return None
        return self._lines[page]
