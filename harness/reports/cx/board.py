"""Visits in, the board of touchpoints out: what of the company this run experienced, and what not."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from harness.reports.cx import words
from harness.reports.cx.marks import Mark
from harness.reports.cx.speech import capital, count
from harness.reports.cx.tones import TONES, Judged, Tone, tone_of_journey

STAGES = ("find", "choose", "buy", "receive", "use", "help", "return", "leave")
"""The way of a customer."""

USUAL: tuple[tuple[str, str], ...] = (
    ("find", "mobile site"),
    ("buy", "promo code"),
    ("buy", "buying"),
    ("receive", "receiving"),
    ("receive", "e-mail"),
    ("receive", "invoice"),
    ("help", "help"),
    ("help", "chat"),
    ("help", "phone"),
    ("return", "return"),
    ("leave", "leaving"),
)
"""What customers of most companies meet: grey until a journey experiences it."""


@dataclass(frozen=True)
class BoardRow:
    """One touchpoint with what this run can say about it."""

    stage: str
    touchpoint: str
    mark: Mark
    detail: str


def board(judged: Iterable[Judged]) -> tuple[BoardRow, ...]:
    """Return a row for every touchpoint, by stage."""
    met: dict[tuple[str, str], list[Tone]] = defaultdict(list)
    homes = {touchpoint: stage for stage, touchpoint in USUAL}
    for visit, judgement in judged:
        touchpoint = visit.journey.touchpoint
        met[homes.get(touchpoint, visit.journey.stage), touchpoint].append(TONES[judgement.verdict])
    rows = sorted(dict.fromkeys([*USUAL, *met]), key=lambda row: stage_order(row[0]))
    return tuple(_row(stage, touchpoint, met.get((stage, touchpoint), [])) for stage, touchpoint in rows)


def stage_order(stage: str) -> tuple[int, str]:
    """Sort key: the way of a customer, then stages of the company's own."""
    place = STAGES.index(stage) if stage in STAGES else len(STAGES)
    return place, stage


def _row(stage: str, touchpoint: str, tones: list[Tone]) -> BoardRow:
    tone = tone_of_journey(tones)
    detail = count(len(tones), "walk") if tones else ""
    return BoardRow(capital(stage), capital(touchpoint), Mark(tone, words.TOUCHPOINTS[tone]), detail)
