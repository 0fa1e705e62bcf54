"""What got in the way during all visits in, counted sentences out."""

from collections import defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING

from harness.record import Friction, StepRecord
from harness.reports.cx.tones import Judged
from harness.reports.cx.words import labels, sentences

if TYPE_CHECKING:
    from harness.record.model import FrictionKind


def counted(steps: Iterable[StepRecord]) -> tuple[str, ...]:
    """Count what customers notice, most costly first: `Newsletter popup appeared 6 times, 3 seconds ...`."""
    same: dict[tuple[FrictionKind, str], list[Friction]] = defaultdict(list)
    for step in steps:
        for friction in step.friction:
            if friction.kind in labels.FRICTION:
                same[friction.kind, friction.what].append(friction)
    totals = [
        (kind, what, len(group), sum(f.duration_ms for f in group)) for (kind, what), group in same.items()
    ]
    totals.sort(key=lambda total: (-total[3], -total[2], total[1]))
    return tuple(sentences.friction(*total) for total in totals)


def counted_in_run(judged: Iterable[Judged]) -> tuple[str, ...]:
    """Count over all visits of a run."""
    return counted(step for visit, _ in judged for step in visit.steps)
