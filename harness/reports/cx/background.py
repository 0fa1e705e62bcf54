"""What is known beside the run itself: its past, what its findings cost, where each visit is told."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from harness.findings.model import Life
from harness.history.model import Story
from harness.judge.cost.model import Price
from harness.record import VisitRecord
from harness.reports.cx.journey.walked import key_of, page_link
from harness.reports.cx.tones import anchor_of


@dataclass(frozen=True)
class Background:
    """All that the front page tells and the run's own records do not hold.

    Args:
        story: What is known of earlier runs; empty for the first.
        prices: By the number of a finding: what it costs.
    """

    story: Story = field(default_factory=Story)
    prices: Mapping[int, Price] = field(default_factory=dict)

    def life_of(self, fingerprints: Iterable[str]) -> Life | None:
        """Return the finding that these belong to; of several the one that has been open longest."""
        found = filter(None, map(self.story.life_of, fingerprints))
        return min(found, key=lambda life: (life.first_seen, life.number), default=None)

    def price_of(self, life: Life | None) -> Price | None:
        """Return what a finding costs, as far as anybody knows."""
        return self.prices.get(life.number) if life else None

    def link_to(self, visit: VisitRecord) -> str:
        """Return where a visit is told step by step."""
        return f"{page_link(key_of(visit))}#{anchor_of(visit)}"


NOTHING_KNOWN = Background()
