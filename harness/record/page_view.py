"""One page as the shopper saw it, with its figures."""

from typing import Literal

from pydantic import Field

from harness.record.base import Recorded

CacheState = Literal["cold", "warm"]
"""`warm`: the document, or at least half of what it asked for, came from the browser's own store."""


class PageView(Recorded):
    """One page as this shopper saw it. A figure that could not be measured is None, never stale.

    Times are milliseconds since the navigation began; that of a soft navigation (the page changed its
    address and content without a new document) began with the action that caused it.

    Args:
        cause: The sentence of the action that led here.
        lcp_element: What the largest content is, in a few words; `lcp_area_px` is how much of it shows.
        cls: The layout-shift score, without a unit; `worst_shift` is its largest single jump.
        inp_ms: The slowest answer to an action on this page, until the page could be seen to answer;
            `inp_action` is the action's sentence, `inp_element` what it was done on.
        tbt_ms: What all tasks since the first content took beyond 50 ms each.
        size_bytes: What came over the network; `sizes_unknown` requests to other hosts do not tell theirs.
        server_ms: From the request for the document until its first byte.
        browser_ms: From the document's last byte until the page was complete.
        missing: Why a figure is None, in plain words, by the figure's name.
    """

    url: str
    title: str = ""
    status: int | None = None
    soft: bool = False
    cause: str
    started_ms: int
    ttfb_ms: int | None = None
    fcp_ms: int | None = None
    lcp_ms: int | None = None
    lcp_element: str = ""
    lcp_area_px: int | None = None
    cls: float | None = None
    worst_shift: float | None = None
    worst_shift_element: str = ""
    inp_ms: int | None = None
    inp_action: str = ""
    inp_element: str = ""
    dcl_ms: int | None = None
    load_ms: int | None = None
    long_tasks: int | None = None
    tbt_ms: int | None = None
    requests: int | None = None
    third_party_requests: int | None = None
    size_bytes: int | None = None
    sizes_unknown: int = 0
    redirects: int | None = None
    cache: CacheState | None = None
    server_ms: int | None = None
    browser_ms: int | None = None
    missing: dict[str, str] = Field(default_factory=dict)
