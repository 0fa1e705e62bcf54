"""Visits in, the board of touchpoints out: what of the company this run experienced, and what not."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from harness.language.known.stages import STAGES, TOUCHPOINT_OF_STAGE, TOUCHPOINTS
from harness.reports.cx.marks import Mark
from harness.reports.cx.tones import TONES, Judged, Tone, tone_of_journey
from harness.reports.cx.words import labels, sentences
from harness.reports.cx.words.speech import capital

_STAGE_OF: dict[str, str] = {
    **{touchpoint: stage for stage, touchpoint in TOUCHPOINT_OF_STAGE.items()},
    "promo code": "buy",
    "invoice": "buy",
    "chat": "help",
    "phone": "help",
    "e-mail": "help",
}
"""Where a touchpoint stands on the board, whichever journey meets it."""


@dataclass(frozen=True)
class BoardRow:
    """One touchpoint with what this run can say about it."""

    stage: str
    touchpoint: str
    mark: Mark
    detail: str


def board(judged: Iterable[Judged]) -> tuple[BoardRow, ...]:
    """Return a row for every touchpoint, by stage."""
    met: dict[str, list[Tone]] = defaultdict(list)
    stages = {touchpoint: _STAGE_OF.get(touchpoint, "") for touchpoint in TOUCHPOINTS}
    for visit, judgement in judged:
        touchpoint = visit.journey.touchpoint or visit.journey.stage
        stages.setdefault(touchpoint, visit.journey.stage)
        met[touchpoint].append(TONES[judgement.verdict])
    ordered = sorted(stages.items(), key=lambda row: stage_order(row[1]))
    return tuple(_row(stage, touchpoint, met[touchpoint]) for touchpoint, stage in ordered)


def stage_order(stage: str) -> tuple[int, str]:
    """Sort key: the way of a customer, then stages of the company's own."""
    place = STAGES.index(stage) if stage in STAGES else len(STAGES)
    return place, stage


def _row(stage: str, touchpoint: str, tones: list[Tone]) -> BoardRow:
    tone = tone_of_journey(tones)
    detail = sentences.walked(tone, len(tones))
    return BoardRow(capital(stage), capital(touchpoint), Mark(tone, labels.TOUCHPOINTS[tone]), detail)
