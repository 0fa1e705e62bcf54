"""A made result in, allure-pytest's own result of the running test changed: for the plugin's hooks."""

import json
import shutil
from collections.abc import Iterable
from pathlib import Path

from allure_commons import plugin_manager
from allure_commons.model2 import TestResult
from allure_commons.types import LabelType
from attr import asdict

from harness.judge import Judgement
from harness.record import VisitRecord
from harness.record.folder import RunFolder
from harness.reports.allure.model import AllureVisit
from harness.reports.allure.result import left_behind_to_allure, result_uuid, to_allure

ENDS = "-result.json"

FILLED = (
    "uuid",
    "name",
    "fullName",
    "titlePath",
    "status",
    "statusDetails",
    "stage",
    "description",
    "descriptionHtml",
    "steps",
    "parameters",
    "links",
    "attachments",
    "historyId",
    "testCaseId",
    "start",
    "stop",
)
"""What is overwritten; labels are merged. The `uuid` makes the result take the place of the one that stood
there while the visit was under way."""

KEPT_LABELS = frozenset({LabelType.HOST, LabelType.THREAD, LabelType.FRAMEWORK, LabelType.LANGUAGE})
"""Labels only the live run knows."""


def fill(result: TestResult, made: AllureVisit) -> None:
    """Overwrite what allure-pytest put into a live result with what was made of the visit.

    To be called from a `tryfirst` implementation of allure's hook `report_result`, before it is written.
    """
    kept = [label for label in result.labels if label.name in KEPT_LABELS]
    for field in FILLED:
        setattr(result, field, getattr(made.result, field))
    result.labels = [*made.result.labels, *kept]


def write_unended(result: TestResult, folder: Path) -> Path:
    """Write the result of a visit that has not ended, or never began, and return the file.

    allure-pytest gives its files names of chance; this one is found again by the name of the visit.
    """
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{result.uuid}{ENDS}"
    draft = file.with_suffix(".part")
    draft.write_text(json.dumps(asdict(result, filter=lambda _, v: bool(v))), encoding="utf-8")
    draft.replace(file)
    return file


def complete_results(run: RunFolder, judged: Iterable[tuple[VisitRecord, Judgement]], folder: Path) -> None:
    """Write the results that the live run could not: of visits that never began, or whose worker died.

    And of what the run leaves behind at the site.
    """
    told = {_uuid_in(file) for file in folder.glob("*-result.json") if file.name != f"{_uuid_in(file)}{ENDS}"}
    for visit, judgement in judged:
        if result_uuid(visit) not in told:
            made = to_allure(visit, judgement, run.visit(visit.id))
            for result in made.results:
                write_unended(result, folder)
            for file in made.files:
                shutil.copyfile(file.source, folder / file.file_name)
    left = left_behind_to_allure(run.read_run())
    if left:
        write_unended(left.result, folder)


def _uuid_in(file: Path) -> str:
    uuid: str = json.loads(file.read_text(encoding="utf-8")).get("uuid", "")
    return uuid


def hand_over(made: AllureVisit, folder: Path) -> None:
    """Give the files of a visit to whatever writes allure-pytest's results, and write its second walk."""
    if made.retry:
        write_unended(made.retry, folder)
    for file in made.files:
        plugin_manager.hook.report_attached_file(source=file.source, file_name=file.file_name)
