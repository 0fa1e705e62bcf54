"""Figures of a record and its budgets in, what was over them out.

One visit is one sample: it is over budget "as this shopper saw it". Slow is said only when three of
the last five visits were, or as the site says (thresholds of web-vitals are meant for many visits).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from harness.judge.causes import cause_of_slowness
from harness.judge.figures import STEP, Measured, journey_time, page_figures, sentence_of, step_time
from harness.judge.model import SLOW_KINDS, Finding, Judgement
from harness.judge.verdicts import Verdict
from harness.judge.words import joined, seconds, to_watch
from harness.record import SlowWhen, StepRecord, VisitRecord
from harness.words import phrase, phrase_many


@dataclass(frozen=True)
class EarlierTimes:
    """What an earlier visit of the same journey, persona and browser found of its times.

    Args:
        found: The fingerprints of what was over budget, and of what could not be judged then.
        timed: The steps that it has times of, by their names; "" is the journey as a whole.
    """

    found: frozenset[str]
    timed: frozenset[str]


Past = Sequence[EarlierTimes]
"""Of earlier visits, newest first."""

_SLOW, _BUSY = "slow", "machine busy"


def as_earlier(judgement: Judgement) -> EarlierTimes:
    """Return what a judgement knows of times; one of an older version knows only those that it tells."""
    told = (each.fingerprint for each in judgement.findings if each.kind in {*SLOW_KINDS, _BUSY})
    return EarlierTimes(frozenset((*told, *judgement.over)), frozenset(judgement.timed))


def judge_speed(visit: VisitRecord, past: Past) -> Iterator[Finding]:
    """Find what took longer than it may, or is heavier, or jumps.

    Of several figures of a step the worst is told, unless its author said how long the step may take. What
    only a busy machine of our own may have brought over its limit is told as not judged, and only where
    nothing else is over.
    """
    for step, over in _over(visit):
        certain = [measure for measure in over if measure.over]
        asked = [each for each in certain if step and step.within_ms is not None and each.figure is STEP]
        if certain:
            yield _over_budget(visit, step, max(asked or certain, key=_ratio), past)
        elif over:
            yield _machine_busy(visit, step, max(over, key=_ratio))


def over_limits(visit: VisitRecord) -> tuple[str, ...]:
    """Return the fingerprints of all that was over its limit, or that a busy machine keeps from being judged.

    They are more than is told: of several figures of a step only one is.
    """
    return tuple(dict.fromkeys(_fingerprints(visit)))


def _fingerprints(visit: VisitRecord) -> Iterator[str]:
    for step, over in _over(visit):
        certain = {measure.figure.cause for measure in over if measure.over}
        for measure in over:
            yield _fingerprint(visit, step, _SLOW if measure.figure.cause in certain else _BUSY, measure)


def _over(visit: VisitRecord) -> Iterator[tuple[StepRecord | None, list[Measured]]]:
    """Yield the steps with what was over its limit in each; None is the journey as a whole."""
    for step in visit.steps:
        if step.outcome == "passed":
            measured = (step_time(visit, step), *page_figures(visit, step))
            yield step, [measure for measure in measured if measure.ratio > 1]
    whole = journey_time(visit)
    if whole and whole.ratio > 1:
        yield None, [whole]


def _ratio(measure: Measured) -> float:
    return measure.ratio


def timed_steps(visit: VisitRecord) -> tuple[str, ...]:
    """Return the names of the steps that have times to be judged; "" for the journey as a whole."""
    steps = dict.fromkeys(step.name for step in visit.steps if step.outcome == "passed")
    return (*steps, "") if journey_time(visit) else tuple(steps)


def _over_budget(visit: VisitRecord, step: StepRecord | None, measure: Measured, past: Past) -> Finding:
    figure = measure.figure
    fingerprint = _fingerprint(visit, step, _SLOW, measure)
    unjudged = _fingerprint(visit, step, _BUSY, measure)
    judged = [e for e in past if (step.name if step else "") in e.timed and unjudged not in e.found]
    judged = judged[: visit.budgets.slow_when.visits - 1]
    times = 1 + sum(fingerprint in earlier.found for earlier in judged)
    is_slow = times >= visit.budgets.slow_when.times
    sentence = sentence_of(figure, visit, step)
    return Finding(
        kind=figure.kind,
        verdict=Verdict.SLOW if is_slow else Verdict.OVER_BUDGET,
        sentence=sentence if is_slow else to_watch(sentence),
        detail=f"{measure.detail} {_how_often(times, len(judged) + 1, visit.budgets.slow_when)}",
        action=phrase(figure.action),
        step=step.index if step else None,
        fingerprint=fingerprint,
        cause=cause_of_slowness(visit, step, figure.cause),
        confidence="certain" if is_slow else "unsure",
        place=_place(visit, step),
        measured_ms=round(measure.value) if figure.is_time else None,
        limit_ms=round(measure.limit) if figure.is_time else None,
    )


def _how_often(times: int, visits: int, when: SlowWhen) -> str:
    if times >= when.times:
        return (
            phrase("It was in this visit.")
            if visits == 1
            else phrase_many(
                "It was in {times} of the last {number} visit.",
                "It was in {times} of the last {number} visits.",
                visits,
                times=times,
            )
        )
    rule = phrase("slow is said when {times} of {visits} visits were", times=when.times, visits=when.visits)
    if visits == 1:
        return phrase(
            "As this shopper saw it, once. This is the first time it was measured: {rule}.", rule=rule
        )
    if times == 1:
        return phrase("As this shopper saw it, once in {visits} visits: {rule}.", visits=visits, rule=rule)
    return phrase(
        "It was in {times} of the last {visits} visits: {rule}.", times=times, visits=visits, rule=rule
    )


def _machine_busy(visit: VisitRecord, step: StepRecord | None, measure: Measured) -> Finding:
    """Tell a time that nobody can judge; it changes no verdict, and does not count among the last five."""
    what = f'"{step.name}"' if step else phrase('"{title}" as a whole', title=visit.journey.title)
    return Finding(
        kind="machine busy",
        verdict=Verdict.FINE,
        sentence=phrase("The time of {what} was not judged: the shopper's own machine was busy.", what=what),
        detail=joined(
            measure.detail,
            phrase("Up to {time} of it may be the machine's own waiting.", time=seconds(measure.added_ms)),
        ),
        action=phrase("Walk fewer visits at once, or on a machine that has nothing else to do."),
        step=step.index if step else None,
        fingerprint=_fingerprint(visit, step, _BUSY, measure),
        place=_place(visit, step),
        measured_ms=round(measure.value),
        limit_ms=round(measure.limit),
    )


def _fingerprint(visit: VisitRecord, step: StepRecord | None, found: str, measure: Measured) -> str:
    return f"{visit.journey.id}|{step.name if step else ''}|{found}|{measure.figure.cause}"


def _place(visit: VisitRecord, step: StepRecord | None) -> str:
    place = step.place if step else visit.journey.place
    return f"{place.file}:{place.line}"
