"""Times of a record and its budgets in, what was slower than it may be out.

One visit is one sample: it is over budget "as this shopper saw it". Slow is said only when three of
the last five visits were (DESIGN: thresholds of web-vitals are meant for many visits).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from harness.judge.model import Finding
from harness.judge.verdicts import Verdict
from harness.judge.words import seconds
from harness.record import StepRecord, VisitRecord

SLOW_OF_LAST = (3, 5)
"""Slow when so many of so many visits were over budget; this visit is one of them."""

Past = Sequence[frozenset[str]]
"""The fingerprints that were over budget in earlier visits of the same journey and persona, newest first."""


@dataclass(frozen=True)
class Measured:
    """One figure of a step against its budget.

    Args:
        cause: What was measured, for the fingerprint.
        ratio: How much of the budget was used; over 1 is over budget, 0 is not measurable.
        told: What was measured and what is allowed, in a sentence.
        sentence: What customers meet when it is over budget, with `{step}` for the step's name.
    """

    cause: str
    ratio: float
    told: str
    sentence: str = 'Customers wait too long at "{step}".'
    value_ms: int | None = None
    budget_ms: int | None = None


def judge_speed(visit: VisitRecord, past: Past) -> Iterator[Finding]:
    """Find steps that took longer than they may, and pages that jump.

    Of several figures of a step the worst is told, unless its author said how long the step may take.
    """
    for step in visit.steps:
        if step.outcome != "passed":
            continue
        measures = [_step_time(visit, step), *_page_figures(visit, step)]
        asked = step.within_ms is not None and measures[0].ratio > 1
        worst = measures[0] if asked else max(measures, key=lambda measure: measure.ratio)
        if worst.ratio > 1:
            yield _finding(visit, step, worst, past)


def _step_time(visit: VisitRecord, step: StepRecord) -> Measured:
    return _time(
        "step time", f'"{step.name}" took {{}}', step.active_ms, step.within_ms or visit.budgets.step_ms
    )


def _page_figures(visit: VisitRecord, step: StepRecord) -> Iterator[Measured]:
    budgets = visit.budgets
    for view in step.page_views:
        page = f'The page "{view.title}"' if view.title else "A page"
        yield _time("load", f"{page} took {{}} to be complete", view.load_ms, budgets.load_ms)
        yield _time("LCP", f"{page} took {{}} to show its main content", view.lcp_ms, budgets.lcp_ms)
        yield Measured(
            "CLS",
            (view.cls or 0) / budgets.cls,
            f"{page} moved what was already there by {view.cls or 0:.2f}; {budgets.cls:g} is allowed.",
            sentence='The page jumps before the eyes of customers at "{step}".',
        )


def _time(cause: str, took: str, value_ms: int | None, budget_ms: int) -> Measured:
    told = f"{took.replace('{}', seconds(value_ms or 0))}; {seconds(budget_ms)} are allowed."
    return Measured(cause, (value_ms or 0) / budget_ms, told, value_ms=value_ms, budget_ms=budget_ms)


def _finding(visit: VisitRecord, step: StepRecord, measure: Measured, past: Past) -> Finding:
    fingerprint = f"{visit.journey.id}|{step.name}|slow|{measure.cause}"
    needed, window = SLOW_OF_LAST
    times = 1 + sum(fingerprint in earlier for earlier in past[: window - 1])
    often = f"It was in {times} of the last {min(window, len(past) + 1)} visits."
    return Finding(
        kind="slow step" if measure.cause == "step time" else "slow page",
        verdict=Verdict.OVER_BUDGET,
        sentence=measure.sentence.replace("{step}", step.name),
        detail=f"{measure.told} {often if times >= needed else 'As this shopper saw it, once.'}",
        action="Find out what takes the time; the figures of each page are with the step.",
        step=step.index,
        fingerprint=fingerprint,
        confidence="certain" if times >= needed else "unsure",
        place=f"{step.place.file}:{step.place.line}",
        measured_ms=measure.value_ms,
        limit_ms=measure.budget_ms,
    )
