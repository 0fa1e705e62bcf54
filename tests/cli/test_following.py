"""Who watches a run reads records that are begun anew while she reads."""

import json
from pathlib import Path

from harness.cli.progress.following import VisitUnderWay
from harness.record.journal import note_waiting


def write(journal: Path, *steps: str) -> None:
    journal.write_text("".join(json.dumps({"event": "step begins", "name": step}) + "\n" for step in steps))


def test_a_record_that_is_begun_anew_is_read_anew(tmp_path: Path) -> None:
    journal = tmp_path / "record.jsonl"
    visit = VisitUnderWay(journal)
    seen = []

    for steps in (["Sign in", "Be signed in"], ["Open it"], ["Open the list of orders", "Look", "Pay"]):
        write(journal, *steps)
        visit.read_on()
        visit.read_on()
        seen.append(visit.step)

    assert seen == ["Be signed in", "Open it", "Pay"]


def test_who_watches_sees_that_a_visit_waits_for_its_turn(tmp_path: Path) -> None:
    visit = VisitUnderWay(tmp_path / "record.jsonl")
    write(visit.journal, "Open it")
    seen = []

    for still in (True, False):
        note_waiting(tmp_path, still=still)
        visit.read_on()
        seen.append(visit.doing)

    assert seen == ["waiting for its turn", "Open it"]
