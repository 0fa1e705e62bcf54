"""The findings of a run in, what each of them costs out."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from harness.findings.model import Life
from harness.judge import SLOW_KINDS, Judgement, Verdict
from harness.judge.cost import Affected, Price, price
from harness.record import RunRecord, VisitRecord

SECONDS_A_DAY = 86_400
STOPPING = frozenset({Verdict.BROKEN, Verdict.SITE_DOWN})
"""What keeps customers from going on. Of all others only what is slow has a price."""


def prices_of(
    lives: Iterable[Life], run: RunRecord, judged: Sequence[tuple[VisitRecord, Judgement]]
) -> Mapping[int, Price]:
    """Return the price of each open finding that may have one, by the finding's number.

    Args:
        lives: The findings as they stand at the end of the run.
        run: The run, with the company's figures.
        judged: Its visits: they tell how much longer customers wait.
    """
    return {
        life.number: price(affected, run.business)
        for life in lives
        if life.is_open and (affected := _affected(life, run, judged))
    }


def _affected(life: Life, run: RunRecord, judged: Sequence[tuple[VisitRecord, Judgement]]) -> Affected | None:
    over = list(_seconds_over(life, judged))
    is_slow = life.kind in SLOW_KINDS and bool(over)
    if life.verdict not in STOPPING and not is_slow:
        return None
    return Affected(
        touchpoints=tuple(dict.fromkeys(sighting.touchpoint for sighting in life.met_by)),
        personas={sighting.persona: sighting.share for sighting in life.met_by},
        times_met=life.runs_met,
        times_tried=life.runs_tried + life.runs_one_of_two,  # what one of two customers meets is tried twice
        days=(run.started_at - life.first_seen).total_seconds() / SECONDS_A_DAY,
        seconds_over=min(over) if is_slow else None,
    )


def _seconds_over(life: Life, judged: Sequence[tuple[VisitRecord, Judgement]]) -> Iterator[float]:
    """Yield how much longer than allowed each visit of this run waited, once it is sure to be slow."""
    for _, judgement in judged:
        for finding in judgement.findings:
            is_meant = finding.fingerprint in life.fingerprints and finding.confidence == "certain"
            if is_meant and finding.measured_ms and finding.limit_ms:
                yield (finding.measured_ms - finding.limit_ms) / 1000
