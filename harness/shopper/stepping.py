"""What happens in one step, gathered while it happens."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from harness.record import ActionRecord, Evidence, PageNotes, Place, StepRecord, Trouble

if TYPE_CHECKING:
    from harness.language.model import Step
    from harness.record import Outcome


@dataclass
class StepUnderWay:
    """The one thing that changes during a step; nothing outside the shopper sees it.

    `planned` is the step as the journey has it, when the test that is walked is the journey's own.
    """

    index: int
    name: str
    place: Place
    started_ms: int
    within_ms: int | None = None
    part: str | None = None
    planned: "Step | None" = None
    actions: list[ActionRecord] = field(default_factory=list)
    evidence: list[Evidence] = field(default_factory=list)
    niceties_missing: list[str] = field(default_factory=list)
    notes: PageNotes | None = None

    @property
    def picture(self) -> str:
        """The name of this step's pictures."""
        return f"step-{self.index + 1:02}"

    @property
    def acted_ms(self) -> int:
        """When the customer last did something in this step, and it could be done."""
        deeds = (action.started_ms for action in reversed(self.actions) if action.held and action.is_deed)
        return next(deeds, self.started_ms)

    def record(self, outcome: "Outcome" = "cut short", trouble: Trouble | None = None) -> StepRecord:
        """Return what is known of the step by now."""
        return StepRecord(
            index=self.index,
            name=self.name,
            place=self.place,
            outcome=outcome,
            started_ms=self.started_ms,
            within_ms=self.within_ms,
            commits=bool(self.planned and self.planned.commits),
            part=self.part,
            actions=tuple(self.actions),
            evidence=tuple(self.evidence),
            missing_nice_to_see=tuple(self.niceties_missing),
            notes=self.notes,
            trouble=trouble,
        )
