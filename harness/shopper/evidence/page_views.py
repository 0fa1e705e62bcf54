"""Pushed measurements of pages in, page views out, each with the step that caused it."""

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from harness.record import PageView
from harness.shopper.evidence.noise import is_page
from harness.shopper.scripts import script

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import BrowserContext, Response

    from harness.shopper.clock import VisitClock

BINDING = "__harnessPageView"
LONGEST = 500


@dataclass
class PageViews:
    """Collects page views. Pages push their values as they come, so that none is lost or stale."""

    clock: "VisitClock"
    cause_at: "Callable[[int], str]" = lambda _at_ms: ""
    _pushed: dict[str, dict[str, Any]] = field(default_factory=dict)
    _statuses: dict[str, int] = field(default_factory=dict)

    def start(self, context: "BrowserContext") -> None:
        """Listen in every page of the context."""
        context.expose_binding(BINDING, self._take)
        context.add_init_script(script("observe"))
        context.on("response", self._note_status)

    def stop(self, context: "BrowserContext") -> None:
        """Listen no longer."""
        context.remove_listener("response", self._note_status)

    def between(self, from_ms: int, until_ms: int | None = None) -> tuple[PageView, ...]:
        """Return the views whose navigation began in this span of the visit."""
        views = (self._view(pushed) for pushed in self._pushed.values())
        return tuple(
            v for v in views if v.started_ms >= from_ms and (until_ms is None or v.started_ms < until_ms)
        )

    def newest(self) -> PageView | None:
        """Return the view of the page that was opened last."""
        views = [self._view(pushed) for pushed in self._pushed.values()]
        return max(views, key=lambda view: view.started_ms, default=None)

    def status_of(self, url: str) -> int | None:
        """Return the status a page's own document came with."""
        return self._statuses.get(_without_fragment(url))

    def _take(self, _source: Any, text: str) -> None:
        pushed = json.loads(text)
        if pushed["id"] in self._pushed or len(self._pushed) < LONGEST:
            self._pushed[pushed["id"]] = pushed

    def _note_status(self, response: "Response") -> None:
        if is_page(response.request):
            self._statuses[_without_fragment(response.url)] = response.status

    def _view(self, pushed: dict[str, Any]) -> PageView:
        started_ms = max(0, self.clock.of_epoch_ms(pushed["origin"]))
        return PageView(
            url=pushed["url"],
            title=pushed.get("title") or "",
            status=self.status_of(pushed["url"]),
            cause=self.cause_at(started_ms),
            started_ms=started_ms,
            ttfb_ms=_whole(pushed, "ttfb"),
            fcp_ms=_whole(pushed, "fcp"),
            lcp_ms=_whole(pushed, "lcp"),
            cls=None if pushed.get("cls") is None else round(pushed["cls"], 4),
            dcl_ms=_whole(pushed, "dcl"),
            load_ms=_whole(pushed, "load"),
            requests=_whole(pushed, "requests"),
            size_bytes=_whole(pushed, "bytes"),
        )


def _whole(pushed: dict[str, Any], name: str) -> int | None:
    value = pushed.get(name)
    return None if value is None else round(value)


def _without_fragment(url: str) -> str:
    return url.partition("#")[0]
