"""A made result in, allure-pytest's own result of the running test changed: for the plugin's hooks."""

from allure_commons import plugin_manager
from allure_commons.model2 import TestResult
from allure_commons.types import LabelType

from harness.reports.allure.model import AllureVisit

FILLED = (
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
"""What is overwritten; `uuid` stays, labels are merged."""

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


def hand_over_files(made: AllureVisit) -> None:
    """Give the files of a visit to whatever writes allure-pytest's results folder."""
    for file in made.files:
        plugin_manager.hook.report_attached_file(source=file.source, file_name=file.file_name)
