"""What was planned and what was recorded in; the visits without a record out, each with the reason why."""

from collections.abc import Collection, Iterator, Sequence

from harness.record import RunEnd, VisitRecord

KILLED = "the run was cut off before it began"
DAMAGED = "what was recorded of it cannot be read"
NOBODY_KNOWS = "the run came to its end without it, and nothing says why"


def unrecorded(
    plan: Sequence[VisitRecord],
    *,
    recorded: Collection[str],
    begun: Collection[str],
    end: RunEnd | None,
) -> Iterator[VisitRecord]:
    """Yield the planned visits of which there is no record, in the order of the plan.

    Args:
        plan: Every visit as it was planned.
        recorded: The names of the visits whose record can be read.
        begun: The names of the visits that have begun.
        end: How the run ended; None when it was killed.
    """
    for visit in plan:
        if visit.id in recorded:
            continue
        if visit.id in begun:
            yield visit.model_copy(update={"ending": "lost", "reason": DAMAGED})
        else:
            yield _never_begun(visit, end)


def _never_begun(visit: VisitRecord, end: RunEnd | None) -> VisitRecord:
    if end is None:
        told = {"ending": "not walked", "reason": KILLED}
    elif visit.id in end.left_out:
        told = {"ending": "left out", "reason": end.left_out[visit.id]}
    elif end.stopped:
        told = {"ending": "left out" if end.wished else "not walked", "reason": end.stopped}
    else:
        told = {"ending": "not walked", "reason": NOBODY_KNOWS}
    return visit.model_copy(update=told)
