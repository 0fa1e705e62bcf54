"""The collectors of one visit together: what was seen in a span of time out."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from harness.record import Friction

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext

    from harness.shopper.clock import VisitClock
    from harness.shopper.evidence.noise import PageNoise
    from harness.shopper.evidence.page_views import PageViews
    from harness.shopper.evidence.pictures import Pictures
    from harness.shopper.evidence.surprises import Surprises
    from harness.shopper.interrupting import Interruptions
    from harness.shopper.presses import Presses


@dataclass(frozen=True)
class Senses:
    """What the shopper notices besides what she does."""

    clock: "VisitClock"
    views: "PageViews"
    noise: "PageNoise"
    interruptions: "Interruptions"
    pictures: "Pictures"
    presses: "Presses"
    surprises: "Surprises"

    def start(self, context: "BrowserContext") -> None:
        """Open the first page and begin to notice, there and in every page that will come.

        The first page is prepared before anything happens on it; handlers of `page` run beside us.
        """
        self.views.start(context)
        self.noise.start(context)
        self.presses.start(context)
        self.surprises.start(context)
        page = context.new_page()
        self.interruptions.start(page)
        self.pictures.session(page)
        context.on("page", self.interruptions.start)

    def stop(self, context: "BrowserContext") -> None:
        """Notice no more."""
        self.views.stop(context)
        self.noise.stop(context)
        self.presses.stop(context)
        self.surprises.stop(context)
        context.remove_listener("page", self.interruptions.start)

    def friction_since(self, at_ms: int) -> tuple[Friction, ...]:
        """Return everything that made it harder since a moment of the visit."""
        errors = [Friction(kind="console error", what=text) for text in self.noise.errors_since(at_ms)]
        failures = [Friction(kind="failed request", what=text) for text in self.noise.failures_since(at_ms)]
        return (*self.interruptions.log.since(at_ms), *errors, *failures)
