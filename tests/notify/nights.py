"""Findings and what became of them in, the reports of a made-up night out."""

from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

from harness.findings.model import Life, Sighting
from harness.history.model import Story
from harness.record import VisitRecord
from harness.reports.cx.lead import headline
from harness.reports.making import MadeReports
from tests.reports.cx.records import BEGAN, PHONE, PROMO, Judged, broken, run

RUN = "2026-11-21-0200"


def sighting(visit: VisitRecord, fingerprint: str, **more: Any) -> Sighting:
    """Make what a visit met."""
    facts = {
        "visit_id": visit.id,
        "journey": visit.journey.id,
        "title": visit.journey.title,
        "persona": visit.persona.id,
        "who": visit.persona.who,
        "share": visit.persona.share,
        "owner": visit.journey.owner,
        "touchpoint": visit.journey.touchpoint,
    }
    return Sighting(fingerprint=fingerprint, **{**facts, **more})


def life(number: int, change: str, judged: Judged | None = None, **more: Any) -> Life:
    """Make a finding as it stands after the night: met three nights in a row, unless told otherwise."""
    visit, judgement = judged or broken(PROMO, PHONE)
    found = judgement.findings[0]
    facts = {
        "kind": found.kind,
        "verdict": found.verdict,
        "sentence": found.sentence,
        "detail": found.detail,
        "action": found.action,
        "fingerprints": (found.fingerprint,),
        "first_seen": BEGAN - timedelta(days=2),
        "last_seen": BEGAN,
        "last_run": RUN,
        "runs_in_a_row": 3,
        "runs_met": 3,
        "runs_tried": 3,
        "state": {"verified": "verified", "reopened": "reopened"}.get(change, "new"),
        "met_by": (sighting(visit, found.fingerprint),),
    }
    return Life.model_validate({"number": number, "change": change, **facts, **more})


def made(
    reports: Path,
    judged: Sequence[Judged],
    *lives: Life,
    previous_run: str | None = "before",
    name: str = RUN,
    **story: Any,
) -> MadeReports:
    """Make the reports of a night, whose page is written by nobody."""
    record = run(judged)
    folder = reports / name
    folder.mkdir(parents=True, exist_ok=True)
    return MadeReports(
        run=record,
        headline=headline(record, judged),
        lines=(),
        page=folder / "index.html",
        judged=judged,
        story=Story(lives=lives, previous_run=previous_run, **story),
    )
