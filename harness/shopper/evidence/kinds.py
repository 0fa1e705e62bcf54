"""The table of evidence: each kind's collector, made for one visit."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from harness.language.known.evidence import WantedEvidence
from harness.shopper.evidence.aria import PageTexts
from harness.shopper.evidence.collector import Collector, Files
from harness.shopper.evidence.console import Console
from harness.shopper.evidence.har import Har
from harness.shopper.evidence.pictures import Pictures
from harness.shopper.evidence.requests import Requests
from harness.shopper.evidence.trace import Trace
from harness.shopper.evidence.video import Video

if TYPE_CHECKING:
    from harness.grammar.target import Target
    from harness.shopper.clock import VisitClock
    from harness.shopper.evidence.noise import PageNoise
    from harness.shopper.protocol import Protocol


@dataclass(frozen=True)
class Circumstances:
    """What a collector may need to know of its visit.

    Args:
        files: Where its files go.
        clock: The visit's clock.
        wanted: What the visit is to leave behind.
        base: The folder above the journeys.
        noise: What hears of errors and failures.
        protocol: The lines to Chromium's own protocol.
        names: The names of the site file.
        only_stopped: Kinds that are thrown away when the visit went well.
    """

    files: Files
    clock: "VisitClock"
    wanted: WantedEvidence
    base: Path
    noise: "PageNoise"
    protocol: "Protocol"
    names: "Mapping[str, Target]" = field(default_factory=dict)
    only_stopped: frozenset[str] = frozenset()


ALL_ALONG: Mapping[str, Callable[[Circumstances], Collector]] = {
    "console": lambda visit: Console(visit.files, visit.clock),
    "requests": lambda visit: Requests(visit.files, visit.noise),
    "har": lambda visit: Har(visit.files),
    "video": lambda visit: Video(visit.files, only_stopped="video" in visit.only_stopped),
    "trace": lambda visit: Trace(visit.files, visit.base, only_stopped="trace" in visit.only_stopped),
}
"""Kinds that listen from the first moment on; each only where it is wanted."""


@dataclass(frozen=True)
class Collectors:
    """The collectors of one visit."""

    pictures: Pictures
    page_texts: PageTexts
    all_along: tuple[Collector, ...]
    drafts: Files

    @classmethod
    def of(cls, visit: Circumstances) -> "Collectors":
        """Make those a visit needs."""
        return cls(
            pictures=Pictures(visit.files, visit.wanted, visit.protocol),
            page_texts=PageTexts(visit.files, visit.wanted, visit.names),
            all_along=tuple(make(visit) for kind, make in ALL_ALONG.items() if kind in visit.wanted),
            drafts=visit.files,
        )

    def __iter__(self) -> Iterator[Collector]:
        """Go through all, in the order they are asked in."""
        return iter((self.pictures, self.page_texts, *self.all_along))
