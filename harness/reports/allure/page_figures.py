"""A page view and the limits in, its figures by the names testers know out, and what is not measured."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from allure_commons.model2 import Parameter, Status, TestStepResult

if TYPE_CHECKING:
    from harness.record import Budgets, PageView

CLIENT_ERROR = 400
NAMES = {
    "status": "status",
    "ttfb_ms": "first byte (TTFB)",
    "fcp_ms": "first content (FCP)",
    "lcp_ms": "largest content (LCP)",
    "cls": "layout shift (CLS)",
    "inp_ms": "slowest answer (INP)",
    "dcl_ms": "document ready (DCL)",
    "load_ms": "loaded",
    "server_ms": "the server took",
    "browser_ms": "the browser took",
    "long_tasks": "long tasks",
    "tbt_ms": "blocked (TBT)",
    "redirects": "redirects",
}


def page_view_step(view: "PageView", budgets: "Budgets", began_ms: int) -> TestStepResult:
    """Show a page view as a step of its own; `began_ms` is when, as Allure counts it."""
    name = f'The page "{view.title}" came up' if view.title else "A page came up"
    figures = {
        name: value
        for name, value in _figures(view, budgets.on_page(view.url, view.title))
        if value not in {None, ""}
    }
    return TestStepResult(
        name=f"{name} (soft navigation)" if view.soft else name,
        status=Status.FAILED if (view.status or 0) >= CLIENT_ERROR else Status.PASSED,
        start=began_ms,
        stop=began_ms + (view.load_ms or view.lcp_ms or 0),
        parameters=[Parameter(name=name, value=str(value)) for name, value in figures.items()],
    )


def _figures(view: "PageView", budgets: "Budgets") -> Iterator[tuple[str, object]]:
    yield "address", view.url
    yield "why", view.cause
    yield NAMES["status"], view.status
    yield NAMES["ttfb_ms"], _ms(view.ttfb_ms)
    yield NAMES["fcp_ms"], _ms(view.fcp_ms)
    yield NAMES["lcp_ms"], _ms(view.lcp_ms, budgets.lcp_ms)
    yield "largest content", _with(view.lcp_element, view.lcp_area_px and f"{view.lcp_area_px} px²")
    yield NAMES["cls"], view.cls
    yield "largest jump", _with(view.worst_shift_element, view.worst_shift) if view.worst_shift else None
    yield NAMES["inp_ms"], _ms(view.inp_ms, budgets.inp_ms)
    yield "slowest answer to", _with(view.inp_action, view.inp_element)
    yield NAMES["dcl_ms"], _ms(view.dcl_ms)
    yield NAMES["load_ms"], _ms(view.load_ms, budgets.load_ms)
    yield NAMES["server_ms"], _ms(view.server_ms)
    yield NAMES["browser_ms"], _ms(view.browser_ms)
    yield NAMES["long_tasks"], view.long_tasks
    yield NAMES["tbt_ms"], _ms(view.tbt_ms)
    yield (
        "requests",
        _with(view.requests, view.third_party_requests and f"{view.third_party_requests} to others"),
    )
    yield NAMES["redirects"], view.redirects or None
    yield "size", _size(view)
    yield "cache", view.cache
    yield "not measured", _missing(view)


def _ms(value: int | None, allowed: int | None = None) -> str | None:
    if value is None:
        return None
    return f"{value} ms" if allowed is None else f"{value} ms, allowed {allowed} ms"


def _with(what: object, more: object) -> str:
    return ", ".join(str(each) for each in (what, more) if each not in {None, "", 0})


def _size(view: "PageView") -> str | None:
    if view.size_bytes is None:
        return None
    unknown = f", not counting {view.sizes_unknown} of others, size hidden" if view.sizes_unknown else ""
    return f"{view.size_bytes / 1000:.0f} kB{unknown}"


def _missing(view: "PageView") -> str:
    """Name each reason once, with all the figures it holds for."""
    reasons: dict[str, list[str]] = {}
    for figure, reason in view.missing.items():
        reasons.setdefault(reason, []).append(NAMES.get(figure, figure))
    return "; ".join(f"{', '.join(names)}: {reason}" for reason, names in reasons.items())
