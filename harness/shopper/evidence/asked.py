"""Pages in, what they asked the network for out: pulled at a moment of trouble, free of cost before."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from playwright.sync_api import Error as BrowserError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from playwright.sync_api import Page, Request

    from harness.shopper.clock import VisitClock

ANSWERING = frozenset({"document", "xhr", "fetch"})
"""What a customer waits for when the site does not answer; pictures and the like are not."""

ERROR = 400  # RFC 9110, 15.5


@dataclass(frozen=True)
class Asked:
    """One request, and what became of it.

    Args:
        method: `GET`, `POST`, ...
        url: Its address, which may hold secrets.
        kind: What it was for: `document`, `fetch`, `image`, ...
        status: What it was answered with; None while it is not.
        failure: The browser's words for why there will never be an answer.
        started_ms: When it was sent, in the time of the visit; only known once there is an answer.
        duration_ms: Until its last byte, as far as it is known.
        size_bytes: What its answer announced to be long.
    """

    method: str
    url: str
    kind: str
    status: int | None = None
    failure: str | None = None
    started_ms: int | None = None
    duration_ms: int | None = None
    size_bytes: int | None = None

    @property
    def waits(self) -> bool:
        """Whether a customer waits for its answer, and none has come."""
        return self.kind in ANSWERING and self.status is None and self.failure is None


def asked_by(pages: "Iterable[Page]", clock: "VisitClock") -> tuple[Asked, ...]:
    """Return what pages asked for, the oldest first: the last hundred of each, which is what is kept."""
    return tuple(_asked(request, clock) for page in pages for request in requests_of(page))


def unanswered(asked: "Sequence[Asked]", since_ms: int) -> tuple[Asked, ...]:
    """Return what has been waited for since a moment of the visit.

    When a request was sent is only known once it is answered. But the order is known: one that came before
    an answered one is older. Where even that leaves it open, only what must have come of the customer's own
    doing counts: a page may well keep a line open to its server all the time.
    """
    return tuple(
        each
        for at, each in enumerate(asked)
        if each.waits and _sent_since(since_ms, each, asked[:at], asked[at + 1 :])
    )


def _sent_since(since_ms: int, one: Asked, before: "Sequence[Asked]", after: "Sequence[Asked]") -> bool:
    later = next((each.started_ms for each in after if each.started_ms is not None), None)
    if later is not None and later < since_ms:
        return False
    earlier = next((each.started_ms for each in reversed(before) if each.started_ms is not None), None)
    if earlier is not None and earlier >= since_ms:
        return True
    return one.kind == "document" or one.method != "GET"


def requests_of(page: "Page") -> "list[Request]":
    """Return the requests of a page that the browser still knows; none when it is gone."""
    try:
        return page.requests()
    except BrowserError:  # the page is gone, and what it asked for with it
        return []


def _asked(request: "Request", clock: "VisitClock") -> Asked:
    response = request.existing_response
    timing = request.timing
    known = response is not None and timing["startTime"] > 0
    length = response.headers.get("content-length", "") if response else ""
    return Asked(
        method=request.method,
        url=request.url,
        kind=request.resource_type,
        status=response.status if response else None,
        failure=request.failure,
        started_ms=clock.of_epoch_ms(timing["startTime"]) if known else None,
        duration_ms=round(timing["responseEnd"]) if timing["responseEnd"] >= 0 else None,
        size_bytes=int(length) if length.isdigit() else None,
    )
