"""A visit and its judgement in, one Allure result out: the same in a live run and in `harness report`."""

import uuid
from pathlib import Path, PurePosixPath

from allure_commons.model2 import Label, Status, StatusDetails, TestResult, TestStepResult
from allure_commons.types import LabelType

from harness.judge import TURNS, Judgement, Party, Verdict
from harness.record import FaultyFile, RunRecord, VisitRecord
from harness.reports.allure.attachments import attached
from harness.reports.allure.description import description_html
from harness.reports.allure.labels import (
    LEFT_BEHIND_LABEL,
    VERDICT_LABEL,
    history_id,
    labels,
    parameters,
    stable_hash,
    test_case_id,
)
from harness.reports.allure.model import AllureVisit
from harness.reports.allure.second_walk import as_retry, second_walk
from harness.reports.allure.steps import epoch_ms, to_steps
from harness.reports.allure.trace import developer_text, headline
from harness.reports.cx.left_behind import left_behind
from harness.reports.cx.words.labels import LEFT_BEHIND


def to_allure(visit: VisitRecord, judgement: Judgement, folder: Path) -> AllureVisit:
    """Make the Allure result of a visit.

    Args:
        visit: What happened.
        judgement: What it means.
        folder: The visit's folder, where its evidence lies.
    """
    made = _walk_to_allure(visit, judgement, folder)
    again = second_walk(visit)
    if again is None:
        return made
    second = _walk_to_allure(*again, folder)
    files = dict.fromkeys((*made.files, *second.files))  # trace and film are attached to both
    return AllureVisit(made.result, tuple(files), as_retry(second.result, made.result))


def _walk_to_allure(visit: VisitRecord, judgement: Judgement, folder: Path) -> AllureVisit:
    steps, files = to_steps(visit, judgement, folder)
    whole = attached(visit.id, folder, visit.whole_evidence())
    steps += [TestStepResult(name=piece.missing, status=Status.UNKNOWN) for piece in whole if piece.missing]
    files += [piece.file for piece in whole if piece.file]
    result = TestResult(
        uuid=result_uuid(visit),
        name=_name(visit),
        fullName=f"{visit.journey.place.file}#{visit.persona.id}",
        titlePath=list(PurePosixPath(visit.journey.place.file).parts),
        status=judgement.turn.allure_status,
        statusDetails=_details(visit, judgement),
        stage="finished",
        descriptionHtml=description_html(visit, judgement, folder),
        steps=steps,
        attachments=[piece.link for piece in whole if piece.link],
        labels=labels(visit, judgement),
        parameters=parameters(visit),
        historyId=history_id(visit),
        testCaseId=test_case_id(visit.journey.id),
        start=epoch_ms(visit),
        stop=epoch_ms(visit, visit.duration_ms),
    )
    return AllureVisit(result, tuple(files))


def faulty_to_allure(faulty: FaultyFile, run: RunRecord) -> AllureVisit:
    """Make the Allure result of a journey file that could not be walked."""
    file = PurePosixPath(faulty.file)
    turn = TURNS[Verdict.FAULTY_FILE]
    stage = file.parent.name.capitalize() or "Journeys"
    named = [
        (LabelType.EPIC, stage),
        (LabelType.FEATURE, file.name),
        (LabelType.PARENT_SUITE, run.site),
        (LabelType.SUITE, stage),
        (LabelType.SUB_SUITE, file.name),
        (VERDICT_LABEL, Verdict.FAULTY_FILE.value),
        ("whose turn", turn.party.value),
    ]
    moment_ms = round(run.started_at.timestamp() * 1000)
    result = TestResult(
        uuid=_uuid(run.id, faulty.file),
        name=f"{faulty.file} cannot be walked",
        fullName=faulty.file,
        titlePath=list(file.parts),
        status=turn.allure_status,
        statusDetails=StatusDetails(
            message="\n".join(faulty.problems), trace=f"to see it again: harness check {faulty.file}"
        ),
        stage="finished",
        labels=[Label(name=name, value=value) for name, value in named],
        historyId=stable_hash("faulty file", faulty.file),
        testCaseId=test_case_id(faulty.file),
        start=moment_ms,
        stop=moment_ms,
    )
    return AllureVisit(result)


def left_behind_to_allure(run: RunRecord) -> AllureVisit | None:
    """Make the result that tells what is to be taken back by hand; None where nothing is."""
    told = left_behind(run.side_effects)
    if not (told.debts or told.problem):
        return None
    moment_ms = round(run.started_at.timestamp() * 1000)
    named = [(VERDICT_LABEL, LEFT_BEHIND_LABEL), ("whose turn", Party.OPERATIONS.value)]
    result = TestResult(
        uuid=_uuid(run.id, LEFT_BEHIND),
        name=LEFT_BEHIND,
        fullName=LEFT_BEHIND,
        status=Status.BROKEN,
        statusDetails=StatusDetails(message="\n".join(filter(None, (*told.debts, told.problem)))),
        stage="finished",
        labels=[Label(name=name, value=value) for name, value in named],
        historyId=stable_hash("left behind", run.site_id),
        start=moment_ms,
        stop=moment_ms,
    )
    return AllureVisit(result)


def _name(visit: VisitRecord) -> str:
    return " · ".join((visit.journey.title, visit.persona.id, *visit.row.values()))


def _details(visit: VisitRecord, judgement: Judgement) -> StatusDetails | None:
    if judgement.turn.allure_status == Status.PASSED:
        return None
    told = StatusDetails(message=headline(judgement), trace=developer_text(visit, judgement))
    told.flaky = judgement.again == "not again"
    return told


def result_uuid(visit: VisitRecord) -> str:
    """Return the name of a visit's result: the same while it is walked, at its end, and made again."""
    return _uuid(visit.run_id, visit.id)


def _uuid(run_id: str, name: str) -> str:
    return str(uuid.uuid5(uuid.NAMESPACE_OID, f"{run_id}/{name}"))
