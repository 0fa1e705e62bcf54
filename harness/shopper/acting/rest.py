"""A page and what was seen on it in; whether it has come to rest, so that no more is likely to come."""

import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from harness.shopper.evidence.asked import ANSWERING, requests_of
from harness.shopper.windows import AT_REST_MS

if TYPE_CHECKING:
    from playwright.sync_api import Page


@dataclass
class Rest:
    """Watches one page: it rests once it has loaded, waits for no answer and stands still.

    A shop that draws its list only when an answer has come shows nothing before: that is not yet nothing.
    """

    page: "Page"
    _seen: object = None
    _since_s: float = field(default_factory=time.monotonic)

    def has_come(self, seen: object) -> bool:
        """Say whether what is seen now has stood still long enough on a page that waits for nothing."""
        if seen != self._seen or self._waits():
            self._seen, self._since_s = seen, time.monotonic()
            return False
        return time.monotonic() - self._since_s >= AT_REST_MS / 1000

    def _waits(self) -> bool:
        if self.page.evaluate("document.readyState") != "complete":
            return True
        return any(
            request.resource_type in ANSWERING and not request.existing_response and not request.failure
            for request in requests_of(self.page)
        )
