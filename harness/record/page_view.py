"""One page as the shopper saw it, with its figures."""

from harness.record.base import Recorded


class PageView(Recorded):
    """One page as this shopper saw it. A figure that could not be measured is None, never stale.

    Times are milliseconds since the navigation began; `cls` is the layout-shift score (no unit).
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
    cls: float | None = None
    inp_ms: int | None = None
    dcl_ms: int | None = None
    load_ms: int | None = None
    requests: int | None = None
    size_bytes: int | None = None
