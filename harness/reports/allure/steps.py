"""A visit's steps in, Allure's steps out: coloured by what was judged, measured in parameters."""

from collections.abc import Iterator
from pathlib import Path

from allure_commons.model2 import Parameter, Status, TestStepResult

from harness.judge import TURNS, Judgement
from harness.record import ActionRecord, Friction, PageView, StepRecord, VisitRecord
from harness.reports.allure.attachments import Attached, attached
from harness.reports.allure.model import AttachedFile
from harness.reports.allure.trace import where

WORST_LAST = (Status.PASSED, Status.SKIPPED, Status.UNKNOWN, Status.BROKEN, Status.FAILED)

HINDRANCES = frozenset({"popup stuck", "dead click", "visible error", "typed text lost"})
"""Friction that is coloured; a popup that went away is told, and stays green."""


def epoch_ms(visit: VisitRecord, offset_ms: int = 0) -> int:
    """Return a moment of the visit as Allure counts it: milliseconds since 1970."""
    return round(visit.started_at.timestamp() * 1000) + offset_ms


def to_steps(
    visit: VisitRecord, judgement: Judgement, folder: Path
) -> tuple[list[TestStepResult], list[AttachedFile]]:
    """Return the steps in their order, with the files they attach."""
    steps, files = [], []
    for step in visit.steps:
        evidence = attached(visit.id, folder, step.evidence)
        steps.append(_to_step(visit, judgement, step, evidence))
        files += [piece.file for piece in evidence if piece.file]
    return steps, files


def step_status(step: StepRecord, judgement: Judgement) -> str:
    """Colour a step by the findings that belong to it; a step that failed is never green."""
    if step.outcome in {"not reached", "stopped on purpose"}:
        return Status.SKIPPED
    judged = [TURNS[f.verdict].allure_status for f in judgement.findings if f.step == step.index]
    if step.outcome == "passed":
        return max(judged, key=WORST_LAST.index, default=Status.PASSED)
    worst = max([*judged, judgement.turn.allure_status], key=WORST_LAST.index)
    return worst if worst not in {Status.PASSED, Status.SKIPPED} else Status.FAILED


def _to_step(
    visit: VisitRecord, judgement: Judgement, step: StepRecord, evidence: tuple[Attached, ...]
) -> TestStepResult:
    status = step_status(step, judgement)
    return TestStepResult(
        name=step.name,
        status=status,
        start=epoch_ms(visit, step.started_ms),
        stop=epoch_ms(visit, step.started_ms + step.duration_ms),
        parameters=list(_step_parameters(step)),
        steps=[
            *_in_order(visit, step, status),
            *(_friction(friction) for friction in step.friction),
            *(_note(f'Not on the page, though it should be: "{name}"') for name in step.missing_nice_to_see),
            *(_note(piece.missing, Status.UNKNOWN) for piece in evidence if piece.missing),
        ],
        attachments=[piece.link for piece in evidence if piece.link],
    )


def _step_parameters(step: StepRecord) -> Iterator[Parameter]:
    if step.outcome == "not reached":
        return
    yield Parameter(name="took", value=f"{step.active_ms} ms")
    if step.within_ms is not None:
        yield Parameter(name="allowed", value=f"{step.within_ms} ms")
    if step.machine is not None:
        yield Parameter(name="machine waiting for a processor", value=f"{step.machine.pressure:.0%}")


def _in_order(visit: VisitRecord, step: StepRecord, status: str) -> list[TestStepResult]:
    timed = [(action.started_ms, _action(visit, action, status)) for action in step.actions]
    timed += [(view.started_ms, _page_view(visit, view)) for view in step.page_views]
    return [child for _, child in sorted(timed, key=lambda pair: pair[0])]


def _action(visit: VisitRecord, action: ActionRecord, step_status: str) -> TestStepResult:
    return TestStepResult(
        name=action.sentence,
        status=_action_status(action, step_status),
        start=epoch_ms(visit, action.started_ms),
        stop=epoch_ms(visit, action.started_ms + action.duration_ms),
        parameters=[
            Parameter(name="took", value=f"{action.duration_ms} ms"),
            Parameter(name="place", value=where(action.place)),
        ],
    )


def _action_status(action: ActionRecord, step_status: str) -> str:
    if action.held:
        return Status.PASSED
    return Status.BROKEN if action.verb == "should see" else step_status  # the former stops no step


def _page_view(visit: VisitRecord, view: PageView) -> TestStepResult:
    budgets = visit.budgets.on_page(view.url, view.title)
    figures = {
        "address": view.url,
        "why": view.cause,
        "status": view.status,
        "first byte (TTFB)": _ms(view.ttfb_ms),
        "first content (FCP)": _ms(view.fcp_ms),
        "largest content (LCP)": _ms(view.lcp_ms, budgets.lcp_ms),
        "layout shift (CLS)": view.cls,
        "document ready (DCL)": _ms(view.dcl_ms),
        "loaded": _ms(view.load_ms, budgets.load_ms),
        "requests": view.requests,
        "size": f"{view.size_bytes / 1000:.0f} kB" if view.size_bytes is not None else None,
    }
    return TestStepResult(
        name=f'The page "{view.title}" came up' if view.title else "A page came up",
        status=Status.FAILED if (view.status or 0) >= 400 else Status.PASSED,  # noqa: PLR2004 -- HTTP's errors
        start=epoch_ms(visit, view.started_ms),
        stop=epoch_ms(visit, view.started_ms + (view.load_ms or view.lcp_ms or 0)),
        parameters=[Parameter(name=n, value=str(v)) for n, v in figures.items() if v is not None],
    )


def _ms(value: int | None, allowed: int | None = None) -> str | None:
    if value is None:
        return None
    return f"{value} ms" if allowed is None else f"{value} ms, allowed {allowed} ms"


def _friction(friction: Friction) -> TestStepResult:
    hindered = friction.kind in HINDRANCES
    note = _note(f"{friction.kind}: {friction.what}", Status.BROKEN if hindered else Status.PASSED)
    if friction.duration_ms:
        note.parameters.append(Parameter(name="cost the customer", value=f"{friction.duration_ms} ms"))
    return note


def _note(sentence: str, status: str = Status.BROKEN) -> TestStepResult:
    return TestStepResult(name=sentence, status=status)
