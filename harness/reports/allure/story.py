"""Allure's results and what earlier runs know in, the same with findings and last good pictures out.

While a run goes on, nobody knows what it adds to the story of its findings. This is told at its end, and the
same way by `harness report`.
"""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from harness.findings.model import Life
from harness.findings.tickets import address_of
from harness.history.model import Story
from harness.judge import Judgement
from harness.record import VisitRecord
from harness.record.folder import RunFolder
from harness.reports.allure.known import life_of, told
from harness.reports.allure.last_good import IMAGE_DIFF, NAME, image_diff, last_good_and_now
from harness.reports.allure.result import result_uuid

FINDING_LABEL = "finding"
DIFFS_LIMIT = 60
"""So many pictures are compared in a run; each adds some hundred kilobytes to the page."""


def tell_story(
    run: RunFolder, judged: Iterable[tuple[VisitRecord, Judgement]], story: Story, results: Path
) -> None:
    """Add to the results of a run what its findings are called, and pictures of when steps were good."""
    known = {result_uuid(visit): (visit, life_of(visit, judgement, story)) for visit, judgement in judged}
    pictured = 0
    for file in sorted(results.glob("*-result.json")):
        result = json.loads(file.read_text(encoding="utf-8"))
        visit, life = known.get(result.get("uuid", ""), (None, None))
        if visit is None:
            continue
        changed = bool(life)
        if life:
            _name_finding(result, life)
        if pictured < DIFFS_LIMIT and _add_pictures(result, visit, run.visit(visit.id), story, results):
            changed, pictured = True, pictured + 1
        if changed:
            file.write_text(json.dumps(result), encoding="utf-8")


def _name_finding(result: dict[str, Any], life: Life) -> None:
    result["labels"] = [*result.get("labels", ()), {"name": FINDING_LABEL, "value": told(life)}]
    if address_of(life.ticket):
        link = {"name": told(life), "url": life.ticket, "type": "issue"}
        result["links"] = [*result.get("links", ()), link]


def _add_pictures(
    result: dict[str, Any], visit: VisitRecord, folder: Path, story: Story, results: Path
) -> bool:
    good = story.last_good(visit.id)
    found = last_good_and_now(visit, folder, good.folder) if good and good.folder else None
    diff = image_diff(found[1]) if found else None
    if not found or not diff:
        return False
    name = f"{visit.id}-last-good-attachment.imagediff"
    (results / name).write_text(diff, encoding="utf-8")
    step = result["steps"][found[0].index]
    step["attachments"] = [
        *step.get("attachments", ()),
        {"name": NAME, "source": name, "type": IMAGE_DIFF},
    ]
    return True
