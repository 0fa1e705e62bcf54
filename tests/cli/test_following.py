"""Who watches a run reads records that are begun anew while she reads."""

import json
from pathlib import Path

from harness.cli.progress.following import VisitUnderWay


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
