"""What happens in a browser in, a recording out; secrets are left out as it is noted down."""

import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from playwright.sync_api import Error as BrowserError

from harness.browser.bounded import ANSWER_MS, TimeIsUp, at_most
from harness.recorder.own_navigations import OwnNavigations
from harness.recorder.playwright_recorder import HELD_BACK_S, Told, tab_of
from harness.recorder.reading import NotUnderstoodError, deed_of
from harness.recorder.recorded import Arrival, Deed, Look, Recording, Tab
from harness.recorder.scripts import script
from harness.recorder.secret_texts import SecretTexts
from harness.recorder.seen import Seen, read_seen
from harness.shopper.evidence.aria import snapshot

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Frame, Page

_HEARD_ELSEWHERE = frozenset({"navigate", "openPage"})
AT_REST_S = (0.3, 1.2, 3.0)
"""When a page is looked at, counted from what happened last: some answer at once, some later."""


@dataclass
class Notebook:
    """Notes what is done, what is shown, and where it leads.

    Args:
        told: Gets each deed as it is noted, for the terminal.
        troubles: What could not be noted, in words.
    """

    secret_texts: SecretTexts = field(default_factory=SecretTexts)
    told: Callable[[Deed], None] = lambda _deed: None
    troubles: list[str] = field(default_factory=list)
    _deeds: list[Deed] = field(default_factory=list)
    _goings: list[Deed] = field(default_factory=list)
    _looks: list[Look] = field(default_factory=list)
    _arrivals: list[Arrival] = field(default_factory=list)
    _hosts: dict[str, None] = field(default_factory=dict)
    _tabs: dict[str, Tab] = field(default_factory=dict)
    _presses: dict[str, list[float]] = field(default_factory=dict)
    _followed: set[str] = field(default_factory=set)
    _started_s: float = field(default_factory=time.monotonic)
    _last_s: float = 0
    _looked: int = 0

    def open_for(self, context: "BrowserContext") -> None:
        """Note which tabs open in a context, and where they go."""
        context.expose_binding("__harnessPressed", lambda source: self._pressed(tab_of(source["page"])))
        context.add_init_script(script("presses"))
        context.on("page", self._tab)

    def _pressed(self, tab: str) -> None:
        self._presses.setdefault(tab, []).append(self._happens())

    def _done_at(self, told: Told) -> float:
        """Return when an action was done: clicks are told late, and later still on a busy machine."""
        now_s, presses = self._happens(), self._presses.setdefault(told.tab, [])
        if told.action.get("name") != "click":
            presses.clear()
            return now_s
        # The newest press is meant, unless it is so new that it has only had the one before told at once.
        settled = [press for press in presses if now_s - press >= HELD_BACK_S * 2 / 3]
        meant_s = (settled[-1:] or presses[:1] or [now_s - HELD_BACK_S])[0]
        presses[:] = [press for press in presses if press > meant_s]
        return meant_s

    def _tab(self, page: "Page") -> None:
        tab = tab_of(page)
        self._tabs[tab] = Tab(tab, self._happens())
        self._arrival(tab, page.main_frame)  # what a press has opened is on its way already
        page.on("framenavigated", lambda frame: self._arrival(tab, frame))
        page.on("close", lambda _page: self._closed(tab))

    def _closed(self, tab: str) -> None:
        self._tabs[tab] = replace(self._tabs[tab], closed_s=self._happens())

    def _arrival(self, tab: str, frame: "Frame") -> None:
        parts = urlsplit(frame.url)
        if parts.scheme not in {"http", "https"}:
            return
        self._hosts[parts.netloc] = None
        if frame.parent_frame is None:
            self._arrivals.append(Arrival(tab, self._happens(), frame.url))

    def action(self, told: Told) -> None:
        """Note an action."""
        if told.action.get("name") in _HEARD_ELSEWHERE:
            return
        earlier = self._deeds[-1] if self._deeds else None
        at_s = max(self._done_at(told), earlier.at_s if earlier else 0)
        # Each sign that is typed comes with a snapshot: what the field is called has not changed.
        seen = earlier.seen if told.is_more and earlier else _seen_in(told)
        try:
            deed = deed_of(
                told.action,
                locator=told.locator,
                tab=told.tab,
                at_s=at_s,
                seen=seen,
                secret_texts=self.secret_texts,
            )
        except NotUnderstoodError as error:
            self.troubles.append(str(error))
            return
        if told.is_more and earlier:
            self._deeds[-1] = replace(deed, at_s=earlier.at_s)
            return
        self._deeds.append(deed)
        self.told(deed)

    def follow(self, page: "Page") -> None:
        """Note where the person goes by the browser's own buttons, in a tab that is not followed yet."""
        tab = tab_of(page)
        if tab not in self._followed:
            self._followed.add(tab)
            OwnNavigations(lambda kind, url: self._goes(tab, kind, url)).follow(page)

    def _goes(self, tab: str, kind: str, url: str) -> None:
        came = [arrival.url for arrival in self._arrivals if arrival.tab == tab]
        before = next((each for each in reversed(came) if each != came[-1]), "")
        is_back = kind != "goBack" or url == before
        deed = Deed(kind if is_back else "navigate", tab, self._happens(), text=url)
        self._goings.append(deed)
        self.told(deed)

    def signal(self, tab: str, name: str) -> None:
        """Note what an action has set off."""
        self._happens()
        last = self._deeds[-1] if self._deeds else None
        if name == "download" and last and last.tab == tab:
            self._deeds[-1] = replace(last, downloads=True)

    def look_when_at_rest(self, page: "Page") -> None:
        """Look at a page, once it has come to rest; again a little later."""
        quiet_s = self._now() - self._last_s
        if self._looked < len(AT_REST_S) and quiet_s >= AT_REST_S[self._looked]:
            self._looked += 1
            self.look(page)

    def look(self, page: "Page") -> None:
        """Look at a page now; one that does not answer shows nothing."""
        at_s = self._now()
        with suppress(BrowserError, TimeIsUp), at_most(ANSWER_MS):
            title, seen = page.title(), read_seen(snapshot(page))
            self._looks.append(Look(tab_of(page), at_s, title, seen))

    def recording(self) -> Recording:
        """Return all that was noted; what turned out to be a secret later is taken out."""
        in_order = sorted([*self._goings, *self._deeds], key=lambda deed: deed.at_s)  # clicks are told late
        return Recording(
            deeds=tuple(map(self._without_secret, in_order)),
            looks=tuple(self._looks),
            arrivals=tuple(self._arrivals),
            hosts=tuple(self._hosts),
            tabs=tuple(self._tabs.values()),
        )

    def _without_secret(self, deed: Deed) -> Deed:
        sign = self.secret_texts.sign_of(deed.text)
        return replace(deed, text="", secret=sign) if sign else deed

    def _happens(self) -> float:
        self._last_s, self._looked = self._now(), 0
        return self._last_s

    def _now(self) -> float:
        return time.monotonic() - self._started_s


def _seen_in(told: Told) -> Seen | None:
    shown = told.action.get("ariaSnapshot")
    is_asserted = str(told.action.get("name")).startswith("assert")
    return read_seen(shown) if isinstance(shown, str) and not is_asserted else None
