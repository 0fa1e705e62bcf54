"""A step that was walked in, whether it has committed what a second walk would commit once more out."""

from harness.compile.visits import PlannedVisit
from harness.language.committing import committing_actions
from harness.language.known.commitments import COMMITTING
from harness.language.model import Step
from harness.record import StepRecord

_NOT_PRESSED = frozenset({"not found", "hidden", "ambiguous", "missing value", "journey fault"})


def may_have_committed(step: Step, visit: PlannedVisit, record: StepRecord | None) -> bool:
    """Tell whether a step has committed more than a basket, or may have.

    Args:
        step: As it was planned.
        visit: The visit it belongs to.
        record: What became of it, where it failed.
    """
    if step.commits not in COMMITTING:
        return False
    if record is None:
        return True
    lines = {action.place.line for action in committing_actions(step, visit.journey.verbs)}
    is_sure = record.trouble is not None and record.trouble.kind in _NOT_PRESSED
    return any(each.place.line in lines and (each.held or not is_sure) for each in record.actions)
