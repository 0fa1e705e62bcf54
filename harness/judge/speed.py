"""Times of a record and its budgets in, what was slower than it may be out.

One visit is one sample: it is over budget "as this shopper saw it". Slow is said only when three of
the last five visits were (DESIGN: thresholds of web-vitals are meant for many visits).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from harness.judge.model import Finding
from harness.judge.verdicts import Verdict
from harness.judge.words import seconds
from harness.record import PageView, StepRecord, VisitRecord

SLOW_OF_LAST = (3, 5)
"""Slow when so many of so many visits were over budget; this visit is one of them."""

Past = Sequence[frozenset[str]]
"""The fingerprints that were over budget in earlier visits of the same journey and persona, newest first."""


@dataclass(frozen=True)
class Measured:
    """One figure with its budget; `took` is its sentence, with `{}` for the time."""

    took: str
    cause: str
    value_ms: int | None
    budget_ms: int

    @property
    def ratio(self) -> float:
        """How much of the budget was used; 0 when it could not be measured."""
        return (self.value_ms or 0) / self.budget_ms


def judge_speed(visit: VisitRecord, past: Past) -> Iterator[Finding]:
    """Find steps that took longer than they may.

    Of several figures of a step the worst is told, unless its author said how long the step may take.
    """
    for step in visit.steps:
        if step.outcome != "passed":
            continue
        measures = [_step_time(visit, step), *_page_times(visit, step)]
        asked = step.within_ms is not None and measures[0].ratio > 1
        worst = measures[0] if asked else max(measures, key=lambda measure: measure.ratio)
        if worst.ratio > 1:
            yield _finding(visit, step, worst, past)


def _step_time(visit: VisitRecord, step: StepRecord) -> Measured:
    budget_ms = step.within_ms or visit.budgets.step_ms
    return Measured(f'"{step.name}" took {{}}', "step time", step.active_ms, budget_ms)


def _page_times(visit: VisitRecord, step: StepRecord) -> Iterator[Measured]:
    for view in step.page_views:
        name = _page_name(view)
        yield Measured(f"{name} took {{}} to be complete", "load", view.load_ms, visit.budgets.load_ms)
        yield Measured(f"{name} took {{}} to show its main content", "LCP", view.lcp_ms, visit.budgets.lcp_ms)


def _page_name(view: PageView) -> str:
    return f'The page "{view.title}"' if view.title else "A page"


def _finding(visit: VisitRecord, step: StepRecord, measure: Measured, past: Past) -> Finding:
    fingerprint = f"{visit.journey.id}|{step.name}|slow|{measure.cause}"
    needed, window = SLOW_OF_LAST
    times = 1 + sum(fingerprint in earlier for earlier in past[: window - 1])
    took = measure.took.replace("{}", seconds(measure.value_ms or 0))
    slow = times >= needed
    habit = (
        f"It was in {times} of the last {min(window, len(past) + 1)} visits."
        if slow
        else "As this shopper saw it, once."
    )
    return Finding(
        kind="slow step" if measure.cause == "step time" else "slow page",
        verdict=Verdict.OVER_BUDGET,
        sentence=f'Customers wait too long at "{step.name}".',
        detail=f"{took}; {seconds(measure.budget_ms)} are allowed. {habit}",
        action="Find out what takes the time; the figures of each page are with the step.",
        step=step.index,
        fingerprint=fingerprint,
        confidence="certain" if slow else "unsure",
        place=f"{step.place.file}:{step.place.line}",
        measured_ms=measure.value_ms,
        limit_ms=measure.budget_ms,
    )
