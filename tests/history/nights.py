"""Made-up visits in, a run's folder as a real one leaves it out, and what is remembered of it."""

from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

from harness.history.folders import KeptFolder
from harness.history.model import Story
from harness.history.remembering import remember
from harness.judge.keeping import keep_judgement
from harness.record import RunEnd, RunRecord
from harness.record.folder import RunFolder
from harness.record.journal import Journal
from tests.reports.cx.records import BEGAN, Judged, run


def walked(reports: Path, night: int, judged: Sequence[Judged], *, site: str = "Linden Lane") -> KeptFolder:
    """Write a run that was walked so many nights after the first, and return it."""
    began = BEGAN + timedelta(days=night)
    visits = [
        visit.model_copy(
            update={"started_at": began + timedelta(seconds=number), "run_id": f"night-{night:02}"}
        )
        for number, (visit, _) in enumerate(judged)
    ]
    name = f"night-{night:02}"
    told = run(judged).model_copy(update={"id": name, "started_at": began, "site": site})
    return written(reports, told, [(visit, each) for visit, (_, each) in zip(visits, judged, strict=True)])


def written(reports: Path, told: RunRecord, judged: Sequence[Judged]) -> KeptFolder:
    """Write the folder of a run; what was not walked is only planned in it."""
    folder = RunFolder(reports / told.id)
    folder.write_run(told, [visit for visit, _ in judged])
    for visit, judgement in judged:
        if visit.ending == "not walked":
            continue
        journal = Journal(
            folder.visit(visit.id), visit.model_copy(update={"steps": ()}), scrub=lambda told: told
        )
        for step in visit.steps:
            journal.step_ends(step)
        journal.ends(visit.ending, duration_ms=visit.duration_ms, outcome_checks=1)
        (folder.visit(visit.id) / "step-01.jpg").write_bytes(b"a picture")
        keep_judgement(folder.visit(visit.id), judgement)
    folder.write_end(RunEnd())
    return KeptFolder(folder, told)


def _headline(run: RunRecord, _: Sequence[Judged]) -> str:
    return f"{run.id} it was."


def remembered(kept: KeptFolder, *, asked: str = "") -> Story:
    """Remember a run, as its reports do."""
    return remember(
        kept.folder, kept.run, kept.judged(), asked=asked, lead=lambda run, _: f"{run.id} it was."
    )


def night(reports: Path, number: int, judged: Sequence[Judged], *, asked: str = "") -> Story:
    """Walk a run and remember it."""
    return remembered(walked(reports, number, judged), asked=asked)
