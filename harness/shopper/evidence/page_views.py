"""Pushed measurements of pages in, page views out, each with the action that caused it."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from playwright.sync_api import Error as BrowserError
from pydantic import ValidationError

from harness.shopper.evidence.page_figures import Sight, page_view
from harness.shopper.evidence.pushed import PushedFacts, PushedPage, PushedView
from harness.shopper.scripts import page_views_script

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import BrowserContext, Page

    from harness.browser.hosts import AllowedHosts
    from harness.record import PageView
    from harness.shopper.clock import VisitClock

BINDING = "__harnessPageView"
TELL = "window.__harnessTellPageViews?.() ?? true"
MOST = 500
"""Views kept in one visit; a page that changes its address for ever must not fill the memory."""

PATIENCE_MS = 2000
"""How long the last page of a visit may take to be complete; it costs time only where it is not."""


@dataclass
class PageViews:
    """Collects page views. Pages push their values as they come, so that none is lost or stale."""

    clock: "VisitClock"
    hosts: "AllowedHosts"
    cause_at: "Callable[[int], str]" = lambda _at_ms: ""
    notice: "Callable[[Page, PushedFacts], None]" = lambda _page, _facts: None
    _pushed: dict[str, tuple[PushedView, PushedPage]] = field(default_factory=dict)

    def start(self, context: "BrowserContext") -> None:
        """Listen in every page of the context."""
        context.expose_binding(BINDING, self._take)
        context.add_init_script(page_views_script())

    def complete(self, page: "Page") -> None:
        """Let the page that a visit ends on come to rest, and tell what it has measured by then."""
        try:
            page.wait_for_function(TELL, timeout=PATIENCE_MS)
        except BrowserError:
            return  # it hangs, is gone, or goes on loading: the figures that are missing say so

    def between(self, from_ms: int, until_ms: int | None = None) -> "tuple[PageView, ...]":
        """Return the views whose navigation began in this span of the visit."""
        return tuple(
            view
            for view in self._views()
            if view.started_ms >= from_ms and (until_ms is None or view.started_ms < until_ms)
        )

    def loads(self) -> "list[float]":
        """Return when each page was loaded from the server by now, in seconds since 1970."""
        return [view.origin / 1000 for view, _ in self._pushed.values() if not view.soft]

    def newest(self) -> "PageView | None":
        """Return the view of the page that was opened last."""
        return max(self._views(), key=lambda view: view.started_ms, default=None)

    def status_of(self, url: str) -> int | None:
        """Return the status the document at an address came with."""
        wanted = _without_fragment(url)
        found = [view for view, _ in self._pushed.values() if _without_fragment(view.url) == wanted]
        return max(found, key=lambda view: view.origin).status if found else None

    def _views(self) -> "list[PageView]":
        sight = Sight(self.clock.of_epoch_ms, self.cause_at, self.hosts)
        views = [page_view(view, page, sight) for view, page in self._pushed.values()]
        return sorted(views, key=lambda view: view.started_ms)

    def _take(self, source: dict[str, Any], text: str) -> None:
        try:
            page = PushedPage.model_validate_json(text)
        except ValidationError:
            return  # not our script's words: the site called the binding itself
        for view in page.views:
            if view.id in self._pushed or len(self._pushed) < MOST:
                self._pushed[view.id] = (view, page)
        if page.facts:
            self.notice(source["page"], page.facts)


def _without_fragment(url: str) -> str:
    return url.partition("#")[0]
