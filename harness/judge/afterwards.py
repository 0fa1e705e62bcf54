"""A visit and a step of it in, whether it only follows from what had stopped the visit before out."""

from harness.judge.figures import CLEANUP
from harness.record import VisitRecord


def only_follows(visit: VisitRecord, step: int | None) -> bool:
    """Tell a clean-up that could not be done after its visit was stopped: there was nothing to clean up.

    Args:
        visit: What happened.
        step: The index of the step that could not be done.
    """
    stopped = visit.failed_step()
    part = next((each.part for each in visit.steps if each.index == step), None)
    return part == CLEANUP and stopped is not None and stopped.part != CLEANUP
