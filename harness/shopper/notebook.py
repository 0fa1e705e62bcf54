"""Steps as they begin and end in, their records out: kept, and written to the journal at once."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from harness.record import Place, StepRecord, VisitRecord
from harness.shopper.stepping import StepUnderWay

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from playwright.sync_api import Page

    from harness.compile.visits import PlannedVisit
    from harness.language.model import Step
    from harness.record import Ending, Outcome, PageView, Trouble
    from harness.record.journal import Journal
    from harness.shopper.noticing.senses import Senses


@dataclass
class Notebook:
    """Keeps the steps of one visit."""

    visit: "PlannedVisit"
    senses: "Senses"
    journal: "Journal"
    steps: list[StepRecord] = field(default_factory=list)
    under_way: StepUnderWay | None = None
    _last_page: "Page | None" = None

    def begin(self, name: str, *, within_ms: int | None, place: Place, part: str | None) -> StepUnderWay:
        """Open a step."""
        self.senses.machine.step_begins()
        index = len(self.steps)
        planned = next((s for s in self.visit.steps[index : index + 1] if s.name == name), None)
        step = StepUnderWay(index, name, place, self.senses.clock.now_ms(), within_ms, part, planned)
        self.under_way = step
        with self.senses.own_time.spent():
            self.senses.step_begins(step)
            self.journal.step_begins(step.record())
        return step

    def end(
        self, step: StepUnderWay, outcome: "Outcome", page: "Page | None", trouble: "Trouble | None" = None
    ) -> None:
        """Close a step: its time ends before its picture is taken."""
        duration_ms = self.senses.clock.now_ms() - step.started_ms
        self._last_page = page
        machine, own_ms = self.senses.machine.step_ends(), self.senses.own_time.since(step.started_ms)
        step.evidence += self.senses.step_ends(step, page, stopped=outcome == "failed")
        if page is not None:
            self.senses.presses.settle(page)
        friction = self.senses.friction_since(step.started_ms)
        record = step.record(outcome, trouble).model_copy(
            update={
                "duration_ms": duration_ms,
                "machine": machine,
                "friction": friction,
                "page_views": self.senses.views.between(step.started_ms),
            }
        )
        active_ms = duration_ms - own_ms - record.interrupted_ms()  # what the step itself took
        record = record.model_copy(update={"active_ms": max(0, active_ms)})
        self.steps.append(record)
        self.under_way = None
        self.journal.step_ends(record)

    def take_over(self, steps: "Iterable[StepRecord]") -> None:
        """Keep steps of another visit as steps of this one; their files stay where they are."""
        for step in steps:
            taken = step.model_copy(update={"index": len(self.steps), "evidence": ()})
            self.steps.append(taken)
            self.journal.step_ends(taken)

    def throw_away(self) -> None:
        """Remove the files of the visit; its record stays until it is written anew."""
        self.senses.collectors.drafts.clear()
        self.journal.clear_beside()

    def cause_at(self, at_ms: int) -> str:
        """Return the sentence of the last action that had begun at a moment of the visit; looking is none."""
        done = [a for step in self.steps for a in step.actions if a.is_deed]
        done += [a for a in self.under_way.actions if a.is_deed] if self.under_way else []
        return next((a.sentence for a in reversed(done) if a.started_ms <= at_ms), "")

    def close(
        self, ending: "Ending", *, reached: int, duration_ms: int, trouble: "Trouble | None" = None
    ) -> VisitRecord:
        """Write the end of the visit, with the steps that were never reached."""
        if self._last_page is not None and ending != "cut short":
            self.senses.views.complete(self._last_page)
        self.journal.page_views(self._page_views())
        self.journal.persona(self.senses.likeness.found())
        if machine := self.senses.machine.visit_ends():
            self.journal.ran_on(machine)
        if refused := self.senses.noise.gate.refused():
            self.journal.kept_from(refused)
        held = [
            action for step in self.steps for action in step.actions if action.verb == "see" and action.held
        ]
        return self.journal.ends(
            ending,
            duration_ms=duration_ms,
            outcome_checks=len(held),
            not_reached=not_reached(self.visit.steps[reached:], beginning_at=len(self.steps)),
            trouble=trouble,
        )

    def keep_files(self, *, stopped: bool) -> VisitRecord | None:
        """Write down what shows the visit as a whole, if anything does; its context is closed by now."""
        files = self.senses.files(stopped=stopped)
        return self.journal.shown_by(files) if files else None

    def _page_views(self) -> "dict[int, tuple[PageView, ...]]":
        """Give each step the views that began in it, with the figures that came later."""
        begins = [0, *(step.started_ms for step in self.steps[1:])]  # none is lost between two clocks
        return {
            step.index: self.senses.views.between(begin, end) or step.page_views
            for step, begin, end in zip(self.steps, begins, [*begins[1:], None], strict=False)
        }


def not_reached(steps: "Sequence[Step]", *, beginning_at: int = 0) -> tuple[StepRecord, ...]:
    """Return the records of planned steps that nobody came to."""
    return tuple(
        StepRecord(
            index=index,
            name=step.name,
            place=Place(file=step.place.file, line=step.place.line),
            outcome="not reached",
            within_ms=step.within_ms,
            commits=bool(step.commits),
        )
        for index, step in enumerate(steps, start=beginning_at)
    )
