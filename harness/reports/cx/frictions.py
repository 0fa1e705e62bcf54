"""What got in the way during all visits in, counted sentences out; what it is, the judge has said."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from harness.judge import Judgement
from harness.judge.effort.measuring import effort_of
from harness.judge.effort.model import Hassle
from harness.record import VisitRecord
from harness.reports.cx.tones import Judged
from harness.reports.cx.words import sentences

TOLD_AS_FINDING = frozenset({"promise missing"})
"""Kinds that stand among the causes of a run, too."""


@dataclass(frozen=True)
class Total:
    """One hassle, over some steps."""

    what: str
    number: int
    cost_ms: int
    walks: int


def counted_in_run(judged: Iterable[Judged]) -> tuple[str, ...]:
    """Count over all visits: `Newsletter popup came up (6 times in 4 walks, 20 seconds of ...`."""
    found = [
        (hassle, visit.id)
        for visit, judgement in judged
        for hassle in met(visit, judgement)
        if hassle.kind not in TOLD_AS_FINDING
    ]
    return tuple(sentences.hassle_in_run(t.what, t.number, t.cost_ms, t.walks) for t in _sum(found))


def told(hassles: Iterable[Hassle]) -> tuple[str, ...]:
    """Count hassles that are alike, most costly first."""
    totals = _sum([(hassle, "") for hassle in hassles])
    return tuple(sentences.hassle(t.what, t.number, t.cost_ms) for t in totals)


def stands_out(hassles: Sequence[Hassle]) -> bool:
    """Tell whether a step's hassles make it stand out: one popup that closes is counted, and no more."""
    popups = [hassle for hassle in hassles if hassle.kind == "interruption"]
    return len(popups) > 1 or len(hassles) > len(popups)


def met(visit: VisitRecord, judgement: Judgement) -> tuple[Hassle, ...]:
    """Return the hassles of a visit; one that an older version has judged is looked at anew."""
    return (judgement.effort or effort_of(visit)).hassles


def _sum(found: Iterable[tuple[Hassle, str]]) -> list[Total]:
    same: dict[str, list[tuple[Hassle, str]]] = defaultdict(list)
    for hassle, visit_id in found:
        same[hassle.what].append((hassle, visit_id))
    totals = [
        Total(what, len(alike), sum(h.cost_ms for h, _ in alike), len({walk for _, walk in alike}))
        for what, alike in same.items()
    ]
    return sorted(totals, key=lambda total: (-total.cost_ms, -total.number, total.what))
