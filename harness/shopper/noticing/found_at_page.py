"""Who was asked for and what a page found in, each of her traits with whether it was so out."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from harness.language.known.networks import NETWORKS, Network

if TYPE_CHECKING:
    from harness.record import BrowserFacts, PersonaFacts
    from harness.shopper.evidence.pushed import PushedFacts

SCROLLBAR_PX = 20
TOLD_AS_MUCH = 0.85
"""Browsers blur by a tenth what they tell of the connection ..."""
RTT_STEP_MS = 25
"""... and round its latency (https://wicg.github.io/netinfo/#privacy-considerations)."""


@dataclass(frozen=True)
class Trait:
    """One thing asked of the shopper, whether the page found it so, and what it found instead."""

    kind: Literal["window", "touch", "name", "language", "time zone", "connection"]
    asked: str
    is_so: bool
    missed: str


def compared(persona: "PersonaFacts", browser: "BrowserFacts", facts: "PushedFacts") -> Iterator[Trait]:
    """Compare; what was not asked for, or what the browser tells nobody, is left out."""
    yield from _body(browser, facts)
    is_so = facts.language.casefold() == persona.locale.casefold()
    yield Trait("language", f"language {persona.locale}", is_so, f"the page found {facts.language}")
    if persona.timezone:
        is_so = _is_same_time(persona.timezone, facts.zone or "")
        found = f"the page found {facts.zone or 'none'}"
        yield Trait("time zone", f"time zone {persona.timezone}", is_so, found)
    network = NETWORKS.get(persona.network or "none")
    if network and facts.rtt is not None and facts.downlink is not None:
        is_so = _is_slow(network, facts.rtt, facts.downlink)
        yield Trait("connection", connection_of(persona), is_so, "a page found a faster one")


def connection_of(persona: "PersonaFacts") -> str:
    """Return how a connection is told of."""
    return f"connection {persona.network}"


def _body(browser: "BrowserFacts", facts: "PushedFacts") -> Iterator[Trait]:
    width = browser.viewport_width_px
    if width and facts.width is not None:
        is_so = abs(facts.width - width) <= SCROLLBAR_PX
        yield Trait("window", f"window {width} px wide", is_so, f"the page found {facts.width} px")
    touch = "touch screen" if browser.has_touch else "no touch screen"
    yield Trait("touch", touch, facts.touch == browser.has_touch, "the page found otherwise")
    if browser.user_agent:
        is_so = browser.user_agent in facts.agent
        yield Trait("name", "her own name to the site", is_so, "the page was told another")


def _is_slow(network: Network, rtt_ms: float, downlink_mbit_s: float) -> bool:
    """Say whether the connection is at most as good as asked; browsers tell of none above 10 Mbit/s."""
    least_ms = network.latency_ms * TOLD_AS_MUCH - RTT_STEP_MS
    return rtt_ms >= least_ms and downlink_mbit_s <= network.down_kbit_s / 1000 / TOLD_AS_MUCH


def _is_same_time(zone: str, other: str) -> bool:
    """Whether two names stand for the same time of day: a browser may know a zone by its older name."""
    now = datetime.now(UTC)
    try:
        zones = ZoneInfo(zone), ZoneInfo(other)
    except (ZoneInfoNotFoundError, ValueError):
        return zone == other
    winter, summer = now.replace(month=1, day=15), now.replace(month=7, day=15)
    offsets = [tuple(each.astimezone(z).utcoffset() for each in (winter, summer)) for z in zones]
    return offsets[0] == offsets[1]
