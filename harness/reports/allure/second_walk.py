"""A visit that was walked twice in, its second walk as Allure shows a retry out."""

import uuid
from datetime import UTC, datetime

from allure_commons.model2 import TestResult

from harness.judge import OVER_ITS_LIMIT, Judgement, Verdict, judge
from harness.record import Evidence, VisitRecord
from harness.record.visit import AGAIN

SAID = "The second walk, made at once with a trace and a film. Its times are not judged."


def second_walk(visit: VisitRecord) -> tuple[VisitRecord, Judgement] | None:
    """Return the second walk of a visit with what it means; None where it was walked once.

    Its evidence lies below the folder of the visit. Its times are never judged: its browser was watched.
    """
    if visit.again is None:
        return None
    steps = tuple(step.model_copy(update={"evidence": _below(step.evidence)}) for step in visit.again.steps)
    walked = visit.again.model_copy(update={"steps": steps, "evidence": _below(visit.again.evidence)})
    findings = tuple(f for f in judge(walked).findings if f.verdict not in OVER_ITS_LIMIT)
    return walked, Judgement(verdict=findings[0].verdict if findings else Verdict.FINE, findings=findings)


def _below(evidence: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
    return tuple(
        piece.model_copy(update={"file": piece.file and f"{AGAIN}/{piece.file}"}) for piece in evidence
    )


def as_retry(second: TestResult, first: TestResult) -> TestResult:
    """Make a result the retry of another one.

    Allure takes the one that began last for what counts, and here the first walk decides: the second is
    told as if it had begun just before it. Its steps and its description keep the true times.
    """
    began = datetime.fromtimestamp(second.start / 1000, UTC)
    duration_ms = second.stop - second.start
    second.uuid = str(uuid.uuid5(uuid.UUID(first.uuid), AGAIN))
    second.descriptionHtml = f"<p>{SAID} It began at {began:%H:%M:%S} UTC.</p>{second.descriptionHtml}"
    second.start = first.start - 1
    second.stop = second.start + duration_ms
    second.historyId = first.historyId
    second.testCaseId = first.testCaseId
    second.parameters = first.parameters
    return second
