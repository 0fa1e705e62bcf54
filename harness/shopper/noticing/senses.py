"""The collectors of one visit together: what was seen in a span of time out."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from harness.browser.bounded import TimeIsUp, at_most
from harness.record import Evidence, Friction
from harness.shopper.windows import CAPTURE_MS

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page

    from harness.shopper.clock import VisitClock
    from harness.shopper.evidence.kinds import Collectors
    from harness.shopper.evidence.noise import PageNoise
    from harness.shopper.evidence.page_views import PageViews
    from harness.shopper.evidence.surprises import Surprises
    from harness.shopper.machine.load import Machine
    from harness.shopper.noticing.interrupting import Interruptions
    from harness.shopper.noticing.likeness import Likeness
    from harness.shopper.noticing.own_time import OwnTime
    from harness.shopper.noticing.presses import Presses
    from harness.shopper.protocol import Protocol
    from harness.shopper.stepping import StepUnderWay


@dataclass(frozen=True)
class Senses:
    """What the shopper notices besides what she does."""

    clock: "VisitClock"
    views: "PageViews"
    noise: "PageNoise"
    interruptions: "Interruptions"
    likeness: "Likeness"
    presses: "Presses"
    surprises: "Surprises"
    protocol: "Protocol"
    collectors: "Collectors"
    own_time: "OwnTime"
    machine: "Machine"

    def start(self, context: "BrowserContext") -> None:
        """Open the first page and begin to notice, there and in every page that will come.

        The first page is prepared before anything happens on it; handlers of `page` run beside us.
        """
        self.views.start(context)
        self.noise.start(context)
        self.presses.start(context)
        self.surprises.start(context)
        for collector in self.collectors:
            collector.start(context)
        page = context.new_page()
        self.interruptions.start(page)
        self.protocol.line_to(page)
        self.likeness.start(context)
        context.on("page", self.interruptions.start)

    def stop(self, context: "BrowserContext") -> None:
        """Notice no more."""
        self.noise.stop(context)
        self.presses.stop(context)
        self.surprises.stop(context)
        context.remove_listener("page", self.interruptions.start)
        self.likeness.stop(context)
        for collector in self.collectors:
            collector.stop(context)

    def step_begins(self, step: "StepUnderWay") -> None:
        """Tell every collector that a step begins."""
        for collector in self.collectors:
            collector.step_begins(step)

    def step_ends(self, step: "StepUnderWay", page: "Page | None", *, stopped: bool) -> tuple[Evidence, ...]:
        """Return what shows a step; `stopped` when it failed."""
        pieces: list[Evidence] = []
        for each in self.collectors:
            try:
                with at_most(CAPTURE_MS):
                    pieces += each.step_ends(step, page, stopped=stopped)
            except TimeIsUp:  # a page that hangs shows nothing of this kind
                continue
        return tuple(pieces)

    def files(self, *, stopped: bool) -> tuple[Evidence, ...]:
        """Return what shows the whole visit, once its context is closed."""
        files = tuple(piece for each in self.collectors for piece in each.files(stopped=stopped))
        self.collectors.drafts.clear()
        return files

    def friction_since(self, at_ms: int) -> tuple[Friction, ...]:
        """Return everything that made it harder since a moment of the visit."""
        errors = [Friction(kind="console error", what=text) for text in self.noise.errors_since(at_ms)]
        failures = [Friction(kind="failed request", what=text) for text in self.noise.failures_since(at_ms)]
        return (*self.interruptions.log.since(at_ms), *errors, *failures)
