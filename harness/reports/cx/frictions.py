"""What got in the way during all visits in, counted sentences out."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from harness.record import Friction, FrictionKind, StepRecord, VisitRecord
from harness.reports.cx.tones import Judged
from harness.reports.cx.words import labels, sentences


@dataclass(frozen=True)
class Total:
    """One kind of friction, over some steps."""

    kind: FrictionKind
    what: str
    number: int
    duration_ms: int
    walks: int


def counted(visit: VisitRecord) -> tuple[str, ...]:
    """Count what a customer notices in one visit, most costly first."""
    return tuple(sentences.friction(t.kind, t.what, t.number, t.duration_ms) for t in _totals([visit]))


def counted_in_step(step: StepRecord) -> tuple[str, ...]:
    """Count what a customer notices in one step."""
    return tuple(sentences.friction(t.kind, t.what, t.number, t.duration_ms) for t in _sum([(step, "")]))


def counted_in_run(judged: Iterable[Judged]) -> tuple[str, ...]:
    """Count over all visits: `Newsletter popup appeared 6 times in 4 walks, 3 seconds of ...`."""
    totals = _totals(visit for visit, _ in judged)
    return tuple(sentences.friction_in_run(t.kind, t.what, t.number, t.duration_ms, t.walks) for t in totals)


def is_hassle(step: StepRecord) -> bool:
    """Tell whether a step stands out: one popup that closes is counted, and no more than that."""
    noticed = [friction for friction in step.friction if friction.kind in labels.FRICTION]
    popups = [friction for friction in noticed if friction.kind == "popup"]
    return len(popups) > 1 or len(noticed) > len(popups) or bool(step.missing_nice_to_see)


def _totals(visits: Iterable[VisitRecord]) -> list[Total]:
    return _sum((step, visit.id) for visit in visits for step in visit.steps)


def _sum(steps: Iterable[tuple[StepRecord, str]]) -> list[Total]:
    same: dict[tuple[FrictionKind, str], list[tuple[Friction, str]]] = defaultdict(list)
    for step, visit_id in steps:
        for friction in step.friction:
            if friction.kind in labels.FRICTION:
                same[friction.kind, friction.what].append((friction, visit_id))
    totals = [
        Total(kind, what, len(met), sum(f.duration_ms for f, _ in met), len({walk for _, walk in met}))
        for (kind, what), met in same.items()
    ]
    return sorted(totals, key=lambda total: (-total.duration_ms, -total.number, total.what))
