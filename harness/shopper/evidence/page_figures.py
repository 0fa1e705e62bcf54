"""What a page told of one view in, the view with its figures out, and why some are missing."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from harness.record import PageView
from harness.record.page_view import CacheState

if TYPE_CHECKING:
    from harness.browser.hosts import AllowedHosts
    from harness.shopper.evidence.pushed import PushedPage, PushedView

NO_DOCUMENT = "a soft navigation has no document of its own"
NOT_MEASURED = "this browser does not measure it"
NOTHING_SHOWN = "nothing was shown"
LEFT_BEFORE_SHOWN = "the page was left before anything was shown"
LEFT_BEFORE_COMPLETE = "the page was left before it was complete"
ENDED_BEFORE_COMPLETE = "the visit ended before the page was complete"
NOT_TOLD = "the browser did not tell"
IN_BACKGROUND = "the page was in the background"
NO_ACTION = "nothing was clicked or pressed on this page"
LEFT_BEFORE_ANSWER = "the page was left before its answer could be measured"
QUICK_ANSWER = "it answered too quickly to be measured, in less than 16 ms"

OF_DOCUMENT = frozenset({"status", "ttfb_ms", "dcl_ms", "load_ms", "redirects", "server_ms", "browser_ms"})
NEEDS = {
    "fcp_ms": ("paint", "soft-navigation"),
    "lcp_ms": ("largest-contentful-paint", "interaction-contentful-paint"),
    "cls": ("layout-shift", "layout-shift"),
    "inp_ms": ("event", "event"),
    "long_tasks": ("longtask", "longtask"),
    "tbt_ms": ("longtask", "longtask"),
}
"""What the browser must be able to measure for a figure: after a full load, after a soft navigation."""


@dataclass(frozen=True)
class Sight:
    """What makes a page view of what was told: the visit's clock, its actions, its hosts."""

    moment_of: Callable[[float], int]
    cause_at: Callable[[int], str]
    hosts: "AllowedHosts"


def page_view(view: "PushedView", page: "PushedPage", sight: Sight) -> PageView:
    """Make the record of one view."""
    found = PageView(
        url=view.url,
        title=view.title,
        soft=view.soft,
        started_ms=max(0, sight.moment_of(view.origin)),
        cause=sight.cause_at(max(0, sight.moment_of(view.origin))),
        status=None if view.soft else view.status,
        redirects=view.redirects,
        ttfb_ms=_whole(view.ttfb),
        dcl_ms=_whole(view.dcl),
        load_ms=_whole(view.load),
        server_ms=_whole(view.server),
        browser_ms=_whole(view.browser),
        fcp_ms=_whole(view.fcp),
        lcp_ms=_whole(view.lcp),
        lcp_element=view.lcp_element or "",
        lcp_area_px=_whole(view.lcp_area),
        cls=_score(view.cls),
        worst_shift=_score(view.worst_shift),
        worst_shift_element=view.worst_shift_element,
        inp_ms=_whole(view.inp),
        inp_action=sight.cause_at(sight.moment_of(view.inp_at)) if view.inp_at else "",
        inp_element=view.inp_element,
        long_tasks=view.long_tasks,
        tbt_ms=_whole(view.tbt),
        cache=_cache(view),
    )
    missing = dict(_missing(found, view, page))
    return found.model_copy(update={**_network(view, sight.hosts), "missing": missing})


def _network(view: "PushedView", hosts: "AllowedHosts") -> dict[str, int]:
    """Count what went over the network; hosts that are not allowed were not contacted."""
    asked = {host: counts for host, counts in view.hosts.items() if hosts.may_load(f"http://{host}/")}
    own = urlsplit(view.url).hostname or ""
    documents = 0 if view.soft else 1
    return {
        "requests": documents + sum(requests for requests, _ in asked.values()),
        "third_party_requests": sum(
            requests for host, (requests, _) in asked.items() if not is_same_party(own, _name(host))
        ),
        "size_bytes": round(view.bytes + (0 if view.soft else view.document_bytes)),
        "sizes_unknown": sum(hidden for _, hidden in asked.values()),
    }


def _cache(view: "PushedView") -> CacheState | None:
    if view.soft and not view.readable:
        return None
    return "warm" if view.document_cached or (view.readable and 2 * view.cached >= view.readable) else "cold"


def is_same_party(host: str, other: str) -> bool:
    """Whether two hosts seem to be of one owner: `www.shop.example` and `cdn.shop.example` are."""
    return _owner(host) == _owner(other)


def _owner(host: str) -> str:
    """Return the name somebody registered, as far as its shape tells: `shop.co.uk` of `www.shop.co.uk`."""
    labels = host.casefold().split(".")
    if labels[-1].isdigit() or ":" in host:  # an address, not a name
        return host
    has_two_part_ending = len(labels[-1]) == 2 and len(labels) > 2 and len(labels[-2]) <= 3  # noqa: PLR2004 -- co.uk
    return ".".join(labels[-3 if has_two_part_ending else -2 :])


def _name(host: str) -> str:
    return urlsplit(f"//{host}").hostname or ""


def _missing(found: PageView, view: "PushedView", page: "PushedPage") -> Iterator[tuple[str, str]]:
    for name in (*sorted(OF_DOCUMENT), *NEEDS):
        if getattr(found, name) is None:
            yield name, _reason(name, view, page)


def _reason(name: str, view: "PushedView", page: "PushedPage") -> str:
    if view.soft and name in OF_DOCUMENT:
        return NO_DOCUMENT
    if name in NEEDS and NEEDS[name][view.soft] in page.unmeasured:
        return NOT_MEASURED
    if name in {"fcp_ms", "lcp_ms", "tbt_ms"}:
        return _why_not_shown(view, page)
    if name == "inp_ms":
        return _why_no_answer(view)
    if name in {"dcl_ms", "load_ms", "browser_ms"}:
        return LEFT_BEFORE_COMPLETE if view.left else ENDED_BEFORE_COMPLETE
    return NOT_TOLD


def _why_not_shown(view: "PushedView", page: "PushedPage") -> str:
    if page.hidden and not view.left:
        return IN_BACKGROUND
    return LEFT_BEFORE_SHOWN if view.left else NOTHING_SHOWN


def _why_no_answer(view: "PushedView") -> str:
    if not view.acted:
        return NO_ACTION
    return LEFT_BEFORE_ANSWER if view.left else QUICK_ANSWER


def _score(value: float | None) -> float | None:
    return None if value is None else round(value, 4)


def _whole(value: float | None) -> int | None:
    return None if value is None else round(value)
