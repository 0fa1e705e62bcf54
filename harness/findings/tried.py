"""A finding and a run that did not meet it in, whether customers came past its place out."""

from collections.abc import Iterable, Sequence

from harness.findings.grouping import Judged
from harness.findings.model import Life, Sighting
from harness.judge import SLOW_KINDS, Finding, Judgement, Verdict
from harness.record import StepRecord, VisitRecord

TIMES = SLOW_KINDS | {"machine busy"}
PROVES_NOTHING = frozenset({Verdict.NOT_WALKED, Verdict.NOT_JUDGED})


def was_good(life: Life, judged: Sequence[Judged]) -> bool:
    """Tell whether all who had met it and were to walk again came past the place; of a whole site, anybody.

    Args:
        life: The finding; none of these visits met it.
        judged: All visits of the run.
    """
    came_past = _tried_again(life, judged).values()
    return any(came_past) if life.verdict is Verdict.SITE_DOWN else all(came_past) and bool(came_past)


def untried(life: Life, judged: Sequence[Judged]) -> tuple[str, ...]:
    """Return who had met it and was not even to walk again in this run."""
    tried = _tried_again(life, judged)
    return tuple(dict.fromkeys(each.who for each in life.met_by if each.persona not in tried))


def _tried_again(life: Life, judged: Sequence[Judged]) -> dict[str, bool]:
    """Return by persona whether a visit like those that had met it came past the place."""
    came_past: dict[str, bool] = {}
    for sighting in life.met_by:
        for pair in _like(sighting, judged):
            before = came_past.get(sighting.persona, False)
            came_past[sighting.persona] = before or _came_past(life, sighting, *pair)
    return came_past


def fine_for(life: Life, judged: Iterable[Judged]) -> tuple[str, ...]:
    """Return who did the same in this run and did not meet it."""
    hit = {sighting.persona for sighting in life.met_by}
    where = {(sighting.journey, sighting.step_name): sighting for sighting in life.met_by}.values()
    return tuple(
        dict.fromkeys(
            visit.persona.who
            for visit, judgement in judged
            if visit.persona.id not in hit
            for sighting in where
            if visit.journey.id == sighting.journey and _came_past(life, sighting, visit, judgement)
        )
    )


def _like(sighting: Sighting, judged: Sequence[Judged]) -> list[Judged]:
    """Return the same visit; where its values were changed, those of the same journey and persona."""
    same = [pair for pair in judged if pair[0].id == sighting.visit_id]
    return same or [
        (visit, judgement)
        for visit, judgement in judged
        if (visit.journey.id, visit.persona.id) == (sighting.journey, sighting.persona)
    ]


def _came_past(life: Life, sighting: Sighting, visit: VisitRecord, judgement: Judgement) -> bool:
    """Tell whether a visit was walked past the step; one that the journey has no more is past at its end."""
    if judgement.verdict in PROVES_NOTHING:
        return False
    if life.kind == "annoyance":  # some, such as hard work, are known of a whole walk only
        return visit.ending == "walked"
    there = [step for step in visit.steps if step.name == sighting.step_name]
    past = all(step.outcome == "passed" for step in there) if there else visit.ending == "walked"
    return past and not (life.kind in SLOW_KINDS and _took_long(there, judgement.findings))


def _took_long(steps: Sequence[StepRecord], findings: Iterable[Finding]) -> bool:
    """Tell whether something else was slow there, or a busy machine keeps that from being known."""
    times = [finding.step for finding in findings if finding.kind in TIMES]
    return any(step.index in times for step in steps) if steps else None in times
