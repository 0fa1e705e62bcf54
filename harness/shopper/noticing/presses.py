"""What was pressed in, whether anything came of it out; and messages of trouble that a press brought up."""

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from playwright.sync_api import Error as BrowserError

from harness.browser.bounded import TimeIsUp, at_most
from harness.record import Box, Friction
from harness.shopper.evidence.asked import Asked, asked_by
from harness.shopper.scripts import script
from harness.shopper.trouble.page_facts import NODES_MOST
from harness.shopper.windows import (
    CAPTURE_MS,
    DEAD_CLICK_MS,
    TAB_OPENING_MS,
    TROUBLE_WATCHED_MS,
    VERDICT_OF_PAGE_MS,
    WAKING_UP_MS,
)

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page, WebSocket

    from harness.browser.hosts import AllowedHosts
    from harness.shopper.clock import VisitClock
    from harness.shopper.noticing.frictions import FrictionLog

BINDING = "__harnessPress"
SLICE_MS = 20
CLOCKS_DIFFER_MS = 10
"""The browser's own clocks differ that much; what was asked in between is taken to have come of a press."""
ASKING = frozenset({"document", "xhr", "fetch", "script", "stylesheet", "eventsource", "websocket"})
"""What a press that works may ask the site for; beacons and pictures only count customers."""


@dataclass
class Press:
    """One press and what is known of it.

    `outcome` is `open` until the page or the browser has spoken; `unseen` where the page has seen nothing
    change, and nobody has looked yet whether anything was asked of the site; `changed_ms` is when something
    changed after all; `ticks` is the label of the box that was pressed.
    """

    id: str
    sentence: str
    at_ms: int
    sure: bool
    early: bool
    toggle: bool
    box: Box | None = None
    ticks: str = ""
    outcome: str = "open"
    asked_anybody: bool = False
    changed_ms: int | None = None


@dataclass
class Presses:
    """Notices whether presses do anything. Pages push what they see; nobody waits where something changed."""

    clock: "VisitClock"
    hosts: "AllowedHosts"
    log: "FrictionLog"
    latest: Press | None = None
    _context: "BrowserContext | None" = None
    _doing: str | None = None
    _opens_tab: bool = False
    _told: set[str] = field(default_factory=set)

    def start(self, context: "BrowserContext") -> None:
        """Listen in every page of the context."""
        self._context = context
        windows = {
            "deadMs": DEAD_CLICK_MS,
            "wakingMs": WAKING_UP_MS,
            "watchedMs": TROUBLE_WATCHED_MS,
            "most": NODES_MOST,
        }
        context.expose_binding(BINDING, self._take)
        helpers = ", ".join((script("troubles"), script("box_name"), json.dumps(windows)))
        context.add_init_script(f"({script('after_press')})({helpers})")
        context.on("framenavigated", self._on_effect)
        context.on("download", self._on_effect)
        context.on("dialog", self._on_effect)
        context.on("page", self._on_page)

    def stop(self, context: "BrowserContext") -> None:
        """Listen no longer."""
        context.remove_listener("framenavigated", self._on_effect)
        context.remove_listener("download", self._on_effect)
        context.remove_listener("dialog", self._on_effect)
        context.remove_listener("page", self._on_page)

    def acting(self, sentence: str) -> None:
        """Know what is being done: presses from now on belong to it."""
        self._conclude()
        self.latest, self._doing, self._opens_tab = None, sentence, False

    def looking(self) -> None:
        """Know that nothing is being done: whoever presses now closes a popup."""
        self._doing = None

    def answered(self) -> None:
        """Know that something came of the last press which the page itself cannot see."""
        self._on_effect(None)

    @property
    def place(self) -> Box | None:
        """Where on the screen the last press was, as far as the page could tell."""
        return self.latest.box if self.latest else None

    @property
    def ticked(self) -> str:
        """The label of the box that the last press was on, as the page names it; empty without one."""
        return self.latest.ticks if self.latest else ""

    @property
    def dead(self) -> str | None:
        """The last action, as a sentence, if it changed nothing at all."""
        return self.latest.sentence if self.latest and self.latest.outcome == "nothing" else None

    def settle(self, page: "Page") -> None:
        """Wait until it is known whether the last press did anything: not at all, if it did."""
        try:
            with at_most(CAPTURE_MS):
                while self._is_open():
                    page.wait_for_timeout(SLICE_MS)
                self._conclude()
        except (BrowserError, TimeIsUp):
            return  # the page is gone, or busy: nobody can say that nothing happened

    def await_tab(self, page: "Page") -> None:
        """Wait for the tab that the last press opens, if it does: the customer looks there next."""
        until_ms = self.clock.now_ms() + TAB_OPENING_MS
        try:
            while self._opens_tab and self.clock.now_ms() < until_ms:
                page.wait_for_timeout(SLICE_MS)
        except BrowserError:
            return  # it closed itself: there is nothing to wait on
        self._opens_tab = False

    def lost_on_waking(self, page: "Page") -> bool:
        """Say whether the last press came to nothing because the page was not awake yet.

        Where it may have done anything at all, unseen, it counts as done: what it did is not done twice.
        """
        press = self.latest
        if press is None or not press.early or press.toggle:
            return False
        self.settle(page)
        return press.outcome == "nothing" and not press.asked_anybody

    def _is_open(self) -> bool:
        press = self.latest
        if press is None or press.outcome != "open" or not press.sure:
            return False
        return self.clock.now_ms() < press.at_ms + DEAD_CLICK_MS + VERDICT_OF_PAGE_MS

    def _take(self, _source: Any, text: str) -> None:
        news = json.loads(text)
        if news["what"] in {"trouble", "trouble at load"}:
            self._take_troubles(news["texts"], at_load=news["what"] == "trouble at load")
        elif news["what"] == "opens a tab":
            self._opens_tab = self.latest is not None and self.latest.id == news["id"]
        elif news["what"] == "pressed":
            self._take_press(news)
        elif self.latest is not None and self.latest.id == news["id"]:
            self._take_outcome(self.latest, news["what"])

    def _take_press(self, news: dict[str, Any]) -> None:
        if self._doing is not None:
            self.latest = Press(
                news["id"],
                self._doing,
                self.clock.of_epoch_ms(news["at"]),
                sure=news["sure"],
                early=news["early"],
                toggle=news["toggle"],
                box=Box(**news["box"]) if news["box"] else None,
                ticks=news["ticks"],
            )

    def _take_outcome(self, press: Press, what: str) -> None:
        if what == "changed at last":
            press.changed_ms = self.clock.now_ms()
            if press.asked_anybody and press.outcome == "changed":
                self._note_silence(press, press.changed_ms)
        elif press.outcome == "open":
            press.outcome = "unseen" if what == "nothing" else what

    def _conclude(self) -> None:
        """Decide on a press that the page saw nothing come of: it may have asked the site for something."""
        press = self.latest
        if press is None or press.outcome != "unseen" or self._context is None:
            return
        asked = [each for each in asked_by(self._context.pages, self.clock) if _since(each, press.at_ms)]
        press.asked_anybody = bool(asked)
        if any(each.kind in ASKING and self.hosts.allow(each.url) for each in asked):
            press.outcome = "changed"
            if press.changed_ms is not None:
                self._note_silence(press, press.changed_ms)
            return
        press.outcome = "nothing"
        dead = Friction(kind="dead click", what=press.sentence, duration_ms=DEAD_CLICK_MS)
        self.log.add(dead, began_ms=press.at_ms)

    def _note_silence(self, press: Press, until_ms: int) -> None:
        """Note that the page has shown no sign of a press that worked, for longer than a moment."""
        silence = Friction(kind="no feedback", what=press.sentence, duration_ms=until_ms - press.at_ms)
        self.log.add(silence, began_ms=press.at_ms)

    def _take_troubles(self, texts: list[str], *, at_load: bool) -> None:
        """Note messages that came up; those of a page that was opened by its address were there before."""
        new = [text for text in texts if text not in self._told]
        self._told.update(new)
        if at_load and self.latest is None:
            return
        for text in new:
            self.log.add(Friction(kind="visible error", what=text))

    def _on_effect(self, _event: object) -> None:
        press = self.latest
        if press is None or press.outcome not in {"open", "unseen"}:
            return
        if press.outcome == "unseen":
            self._note_silence(press, press.changed_ms or self.clock.now_ms())
        press.outcome = "changed"

    def _on_page(self, page: "Page") -> None:
        self._on_effect(page)
        self._opens_tab = False
        page.on("websocket", self._on_websocket)

    def _on_websocket(self, socket: "WebSocket") -> None:
        self._on_effect(socket)
        socket.on("framesent", self._on_effect)


def _since(asked: Asked, at_ms: int) -> bool:
    """Whether something was asked after a press, or may have been: of what waits, nobody knows since when."""
    if asked.started_ms is None:
        return asked.status is None and asked.failure is None
    return asked.started_ms >= at_ms - CLOCKS_DIFFER_MS
