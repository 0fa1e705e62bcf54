"""An action about to be done in, a pause before it out, if the site is to be treated gently."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from playwright.sync_api import Error as BrowserError

from harness.browser.network import is_private
from harness.language.safety import NO_PACE, Pace
from harness.record.journal import note_waiting

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from harness.language.model import Site
    from harness.pace import SiteTurns
    from harness.pace.turns import LoadTurn
    from harness.shopper.evidence.page_views import PageViews
    from harness.shopper.noticing.own_time import OwnTime
    from harness.verbs import Verb

POLL_MS = 100
WORTH_TELLING_MS = 1000
STAYS = frozenset(
    {"fill", "hover", "scroll to", "check", "uncheck", "pick date", "upload", "drag", "switch to"}
)
"""Verbs that leave the page where it is, as a rule; every other deed may load another one."""


def pace_of(site: "Site", address: str) -> Pace:
    """Return how gently a site is treated: as its owner says, else gently unless it is a private address."""
    if site.pace is not None:
        return site.pace
    return NO_PACE if is_private(urlsplit(address).hostname or "") else Pace()


@dataclass
class Pacing:
    """Lets the shopper wait before she acts; what she waits is her own time and no part of a step's.

    Args:
        pause_ms: How long she waits before each deed but the first.
        turns: Whose turn it is to load a page; None where nobody counts.
        views: What knows which pages were loaded.
        own_time: Keeps the time that no customer would have waited.
        folder: Where the visit's journal is.
        waited_ms: How long she has waited.
    """

    pause_ms: int
    turns: "SiteTurns | None"
    views: "PageViews"
    own_time: "OwnTime"
    folder: Path
    waited_ms: int = 0
    _has_begun: bool = False
    _turn: "LoadTurn | None" = None
    _noted: set[float] = field(default_factory=set)

    def before(self, verb: "Verb", page: "Page | None") -> None:
        """Wait until it is time for an action."""
        if not verb.acts:
            return
        if self.pause_ms and self._has_begun:
            self._wait_until(_in(self.pause_ms), page)
        self._has_begun = True
        if self.turns is not None and verb.name not in STAYS:
            self.note_loads()
            self._wait_until(self._takes_turn, page)

    def note_loads(self) -> None:
        """Note which pages were loaded since the last turn, and give it back where none was."""
        if self.turns is None or self._turn is None:
            return
        loads = [moment for moment in self.views.loads() if moment not in self._noted]
        self._noted |= set(loads)
        self.turns.loaded(self._turn, loads)
        self._turn = None

    def _takes_turn(self) -> bool:
        self._turn = self.turns.load() if self.turns is not None else None
        return self._turn is not None

    def _wait_until(self, is_time: Callable[[], bool], page: "Page | None") -> None:
        if is_time():
            return
        began = time.monotonic()
        with self.own_time.spent(), waiting_told(self.folder) as told:
            while not is_time():
                told(_since_ms(began))
                _rest(page)
        self.waited_ms += _since_ms(began)


@contextmanager
def waiting_told(folder: Path) -> Iterator[Callable[[int], None]]:
    """Yield what notes in a visit's journal that it waits, once that is long; at the end, no more."""
    is_told = False

    def tell(waited_ms: int) -> None:
        nonlocal is_told
        if waited_ms >= WORTH_TELLING_MS and not is_told:
            note_waiting(folder, still=True)
            is_told = True

    try:
        yield tell
    finally:
        if is_told:
            note_waiting(folder, still=False)


def _in(pause_ms: int) -> Callable[[], bool]:
    until = time.monotonic() + pause_ms / 1000
    return lambda: time.monotonic() >= until


def _since_ms(began: float) -> int:
    return round((time.monotonic() - began) * 1000)


def _rest(page: "Page | None") -> None:
    """Wait a moment; while a page is open, the browser's events are heard."""
    try:
        if page is not None:
            page.wait_for_timeout(POLL_MS)
            return
    except BrowserError:
        pass  # it has gone: nothing is left to be heard
    time.sleep(POLL_MS / 1000)
