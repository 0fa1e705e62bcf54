"""A record in, what the visit cost a customer out: her time, and hassles one can name and count. Pure."""

from itertools import pairwise

from harness.judge.effort.asked import asked
from harness.judge.effort.grading import deciding, ease_of, graded
from harness.judge.effort.handwork import fields_in, hands_ms, operators_of
from harness.judge.effort.model import Effort, Hassle, StepEffort
from harness.judge.effort.noticed import Walked, noticed, own_waiting_ms
from harness.judge.figures import CLEANUP
from harness.record import StepRecord, VisitRecord


def effort_of(visit: VisitRecord) -> Effort:
    """Return what a visit cost a customer; of one that stopped, what it had cost until then."""
    steps = tuple(step for step in visit.steps if step.part != CLEANUP)
    hassles = _hassles(visit, steps)
    efforts = tuple(_of_step(visit, step, hassles) for step in steps)
    ideal = visit.journey.ideal
    effort = Effort(
        is_known=visit.ending == "walked" and all(step.outcome == "passed" for step in steps),
        hands_ms=sum(step.hands_ms for step in efforts),
        waiting_ms=sum(step.waiting_ms for step in efforts),
        fields=sum(step.fields for step in efforts),
        actions=sum(step.actions for step in efforts),
        pages=sum(step.pages for step in efforts),
        ideal_ms=ideal.time_ms,
        ideal_fields=ideal.fields,
        ideal_pages=ideal.pages,
        hassles=hassles,
        steps=efforts,
    )
    grade, says = graded(effort)
    return effort.model_copy(update={"grade": grade, "grade_says": says})


def _hassles(visit: VisitRecord, steps: tuple[StepRecord, ...]) -> tuple[Hassle, ...]:
    by = operators_of(visit)
    walked = [Walked(step, following, by) for step, following in pairwise((*steps, None)) if step]
    found = [hassle for each in walked for hassle in noticed(each)]
    return tuple(sorted([*found, *asked(visit, steps)], key=lambda hassle: hassle.step))


def _of_step(visit: VisitRecord, step: StepRecord, hassles: tuple[Hassle, ...]) -> StepEffort:
    by = operators_of(visit)
    deeds = [action for action in step.actions if action.is_deed]
    own = [hassle for hassle in hassles if hassle.step == step.index]
    interrupted = [hassle for hassle in own if hassle.kind in {"interruption", "stuck interruption"}]
    closing = sum(hassle.cost_ms for hassle in interrupted) - step.interrupted_ms()
    return StepEffort(
        step=step.index,
        name=step.name,
        hands_ms=sum(hands_ms(deed, by) for deed in deeds) + closing,
        waiting_ms=max(0, step.active_ms - own_waiting_ms(step)) + step.interrupted_ms(),
        fields=sum(map(fields_in, deeds)),
        actions=len(deeds),
        pages=len(step.page_views),
        hassles=len(own),
        ease=ease_of(step, [hassle for hassle in deciding(hassles) if hassle.step == step.index]),
    )
