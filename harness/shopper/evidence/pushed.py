"""What a page tells of itself in, checked values out: any page could say anything."""

from pydantic import BaseModel, ConfigDict, Field


class Told(BaseModel):
    """Base of what pages tell: frozen; what is not known here is left out."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class PushedView(Told):
    """The figures of one view as its page measured them: milliseconds since `origin`, itself since 1970.

    `hosts` says of each host how many requests went to it, and how many of those hide their size.
    """

    id: str = Field(max_length=200)
    url: str
    title: str = ""
    origin: float
    soft: bool
    left: bool
    acted: bool = False
    status: int | None = None
    redirects: int | None = None
    ttfb: float | None = None
    fcp: float | None = None
    lcp: float | None = None
    lcp_element: str | None = None
    lcp_area: float | None = None
    cls: float | None = None
    worst_shift: float | None = None
    worst_shift_element: str = ""
    inp: float | None = None
    inp_at: float | None = None
    inp_element: str = ""
    dcl: float | None = None
    load: float | None = None
    long_tasks: int | None = None
    tbt: float | None = None
    server: float | None = None
    browser: float | None = None
    hosts: dict[str, tuple[int, int]] = Field(default_factory=dict)
    bytes: float = 0
    document_bytes: float = 0
    cached: int = 0
    readable: int = 0
    document_cached: bool = False


class PushedFacts(Told):
    """Who the page takes the shopper for."""

    width: int | None = None
    touch: bool
    agent: str
    language: str
    zone: str | None = None
    rtt: float | None = None
    downlink: float | None = None


class PushedPage(Told):
    """One message of a page: its newest views; who it takes the shopper for comes with the first.

    `unmeasured` are the kinds of measurement this browser does not have.
    """

    views: tuple[PushedView, ...]
    facts: PushedFacts | None = None
    unmeasured: frozenset[str] = frozenset()
    hidden: bool = False
