"""What a recorder hands over: what the person did, what she saw, where she went; frozen values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from harness.recorder.seen import Seen


@dataclass(frozen=True)
class Deed:
    """One thing the person did.

    Args:
        kind: Playwright's word for it: `click`, `fill`, `select`, `check`, `press`, `navigate` ...
        tab: Which tab it was done in.
        at_s: When, on a clock of the recording's own.
        seen: What was on the page, or in the frame, right before; None where the recorder does not tell.
        ref: What was acted on, as named in `seen`.
        locator: The same in Playwright's words.
        text: What was typed, pressed, opened or asserted; never a secret.
        secret: Which secret was typed, as a sign that tells nothing about it; empty for none.
        options: The options that were chosen, by their values.
        clicks: How often it was clicked; 0 for a click that the browser made of a key.
        sends: The button that a pressed key set off.
        downloads: Whether a file came.
    """

    kind: str
    tab: str
    at_s: float
    seen: Seen | None = None
    ref: str = ""
    locator: Mapping[str, Any] = field(default_factory=dict)
    selector: str = ""
    text: str = ""
    secret: str = ""
    options: tuple[str, ...] = ()
    clicks: int = 1
    modifiers: int = 0
    sends: str = ""
    downloads: bool = False


@dataclass(frozen=True)
class Look:
    """What was on the page at a moment of rest."""

    tab: str
    at_s: float
    title: str
    seen: Seen


@dataclass(frozen=True)
class Arrival:
    """A tab came to an address."""

    tab: str
    at_s: float
    url: str


@dataclass(frozen=True)
class Tab:
    """A tab of the browser, and when it was there."""

    id: str
    opened_s: float = 0
    closed_s: float = float("inf")

    def is_there(self, at_s: float) -> bool:
        """Whether it was open at a moment."""
        return self.opened_s <= at_s < self.closed_s


@dataclass(frozen=True)
class Recording:
    """All of it, each in the order of time.

    Args:
        hosts: The hosts of pages and frames that were shown.
        tabs: The tabs in the order they opened.
    """

    deeds: tuple[Deed, ...]
    looks: tuple[Look, ...] = ()
    arrivals: tuple[Arrival, ...] = ()
    hosts: tuple[str, ...] = ()
    tabs: tuple[Tab, ...] = ()

    def seen_between(self, begin_s: float, end_s: float) -> Seen | None:
        """Return what was seen last within a time, in whichever tab was in front."""
        looks = [look for look in self.looks if begin_s <= look.at_s <= end_s]
        return looks[-1].seen if looks else None

    def title_of(self, tab: str) -> str:
        """Return the title a tab had last."""
        return next((look.title for look in reversed(self.looks) if look.tab == tab), "")

    def has_arrived_between(self, begin_s: float, end_s: float) -> bool:
        """Whether any tab came to an address within a time."""
        return any(begin_s <= arrival.at_s < end_s for arrival in self.arrivals)
