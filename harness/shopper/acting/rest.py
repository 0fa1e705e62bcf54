"""A page and what was seen on it in; whether it has come to rest, so that no more is likely to come."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from harness.shopper.evidence.asked import ANSWERING, requests_of
from harness.shopper.windows import AT_REST_MS

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from harness.shopper.noticing.own_time import OwnTime

_DOCUMENT = "[performance.timeOrigin, document.readyState === 'complete']"
"""Tells one document from the next: what is asked while a page is being left is answered by the next one."""


@dataclass
class Rest:
    """Watches one page: it rests once it has loaded, waits for no answer and stands still.

    A shop that draws its list only when an answer has come shows nothing before: that is not yet nothing.
    To make sure of it, once nothing more comes, is the shopper's own time: no customer waits for that.
    """

    page: "Page"
    own_time: "OwnTime"
    _seen: object = None
    _seen_ms: int = 0
    _quiet_ms: int = 0

    def has_come(self, seen: object, *, is_last: bool) -> bool:
        """Say whether what is seen has stood still long enough; of a restless page, at the last look."""
        document, is_complete = self.page.evaluate(_DOCUMENT)
        now_ms = self.own_time.clock.now_ms()
        if (seen, document) != self._seen:
            self._seen, self._seen_ms, self._quiet_ms = (seen, document), now_ms, now_ms
        elif not is_complete or self._waits():
            self._quiet_ms = now_ms
        if now_ms - self._quiet_ms >= AT_REST_MS:
            self.own_time.note(self._quiet_ms)
            return True
        if is_last:
            self.own_time.note(self._seen_ms)
        return is_last

    def disturb(self) -> None:
        """Begin anew: something else was seen."""
        self._seen = None

    def _waits(self) -> bool:
        return any(
            request.resource_type in ANSWERING and not request.existing_response and not request.failure
            for request in requests_of(self.page)
        )
