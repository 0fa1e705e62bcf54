"""Made-up nights on disk: the same visit kept in earlier runs, so that pages can show how it went then."""

from datetime import timedelta
from pathlib import Path

from harness.history.model import EarlierVisit
from harness.judge import Verdict
from harness.judge.comparable import walked_with
from harness.judge.effort.model import Ease, Effort, Hassle, StepEffort
from harness.judge.keeping import keep_judgement
from harness.record import Evidence
from harness.record.journal import Journal

from . import records as made

SAME_BROWSER = walked_with(made.visit(made.TRACK))
POPUP = Hassle(kind="interruption", what="Newsletter popup came up", step=2, cost_ms=2650)


def with_effort(
    judged: made.Judged, *eases: Ease | None, hassles: tuple[Hassle, ...] = (POPUP,)
) -> made.Judged:
    """Say how easy each step of a visit was; a visit that stopped has an unknown effort."""
    visit, judgement = judged
    steps = zip(visit.steps, eases, strict=True)
    effort = Effort(
        is_known=visit.ending == "walked",
        hands_ms=20_000,
        waiting_ms=6_000,
        fields=9,
        pages=4,
        ideal_ms=24_000,
        ideal_fields=8,
        grade="some effort" if visit.ending == "walked" else None,
        grade_says="Some effort: 1 hassle.",
        hassles=hassles,
        steps=tuple(StepEffort(step=step.index, name=step.name, ease=ease) for step, ease in steps),
    )
    return visit, judgement.model_copy(update={"effort": effort})


def saying(judged: made.Judged, step: int, snapshot: str, folder: Path) -> made.Judged:
    """Let a step's page say something: its text lies in the visit's folder."""
    visit, judgement = judged
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"step-{step:02}-page.yaml").write_text(snapshot, encoding="utf-8")
    piece = Evidence(kind="aria snapshot", file=f"step-{step:02}-page.yaml")
    steps = tuple(
        each.model_copy(update={"evidence": (*each.evidence, piece)}) if each.index == step else each
        for each in visit.steps
    )
    return visit.model_copy(update={"steps": steps}), judgement


def kept(judged: made.Judged, folder: Path, *, nights_ago: int) -> EarlierVisit:
    """Keep a visit on disk as that of an earlier night."""
    visit, judgement = judged
    began = made.BEGAN - timedelta(days=nights_ago)
    journal = Journal(
        folder, visit.model_copy(update={"steps": (), "started_at": began}), scrub=lambda value: value
    )
    for step in visit.steps:
        journal.step_begins(step)
        journal.step_ends(step)
    journal.ends(visit.ending, duration_ms=visit.duration_ms, outcome_checks=1)
    keep_judgement(folder, judgement)
    for step in visit.steps:
        for piece in step.evidence:
            if piece.file and piece.file.endswith(".jpg"):
                (folder / piece.file).write_bytes(b"a good picture")
    return earlier(nights_ago, judgement.verdict, folder=folder)


def earlier(
    nights_ago: int,
    verdict: Verdict = Verdict.FINE,
    *,
    folder: Path | None = None,
    with_what: str = SAME_BROWSER,
) -> EarlierVisit:
    """Make an earlier night of which there may be nothing left but that it was."""
    began = made.BEGAN - timedelta(days=nights_ago)
    is_known = verdict is Verdict.FINE
    return EarlierVisit(
        run_id=f"{began:%Y-%m-%d-0200}",
        visit_id="the same",
        started_at=began,
        verdict=verdict,
        headline="",
        customer_time_ms=21_000 + 1000 * nights_ago if is_known else None,
        walked_with=with_what,
        hassles=nights_ago % 2 if is_known else None,
        folder=folder,
    )
