"""Visits in, what works out: by stage in the order of a customer's way, with the walks that proved it."""

from collections.abc import Sequence
from dataclasses import dataclass

from harness.record import VisitRecord
from harness.reports.cx.background import Background
from harness.reports.cx.board import stage_order
from harness.reports.cx.marks import Mark, mark_of
from harness.reports.cx.tones import MILDEST_FIRST, TONES, Judged, Tone
from harness.reports.cx.words import labels, sentences
from harness.reports.cx.words.speech import capital
from harness.words import phrase


@dataclass(frozen=True)
class WorkingWalk:
    """A walk that came to its end: who, how long, where it is told."""

    who: str
    took: str
    href: str


@dataclass(frozen=True)
class Working:
    """A journey that could be done, with the walks that did it."""

    title: str
    mark: Mark
    walks: tuple[WorkingWalk, ...]


@dataclass(frozen=True)
class WorkingStage:
    """The journeys of one stage that could be done."""

    stage: str
    journeys: tuple[Working, ...]


def working(judged: Sequence[Judged], background: Background) -> tuple[WorkingStage, ...]:
    """Return what works, by stage."""
    stages: dict[str, dict[str, list[Judged]]] = {}
    for visit, judgement in judged:
        if TONES[judgement.verdict] not in {Tone.BROKEN, Tone.UNPROVEN}:
            journeys = stages.setdefault(visit.journey.stage, {})
            journeys.setdefault(visit.journey.id, []).append((visit, judgement))
    return tuple(
        WorkingStage(_name(stage), tuple(_working(pairs, background) for pairs in stages[stage].values()))
        for stage in sorted(stages, key=stage_order)
    )


def _name(stage: str) -> str:
    return phrase(labels.STAGES.get(stage) or capital(stage))


def _working(pairs: list[Judged], background: Background) -> Working:
    worst = max((judgement.verdict for _, judgement in pairs), key=MILDEST_FIRST.index)
    walks = tuple(
        WorkingWalk(sentences.row_title(visit.persona.who, visit.row), took(visit), background.link_to(visit))
        for visit, _ in pairs
    )
    return Working(pairs[0][0].journey.title, mark_of(worst), walks)


def took(visit: VisitRecord) -> str:
    """Say what the customer waited: steps without our own captures, and what got in the way."""
    waited_ms = sum(s.active_ms + s.interrupted_ms() for s in visit.steps if s.outcome != "not reached")
    return sentences.took(waited_ms or visit.duration_ms, to_the_end=visit.ending == "walked")
