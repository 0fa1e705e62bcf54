"""The judgements of two walks of one visit in, one judgement out: did the second customer meet it too?"""

from harness.judge.model import Again, Finding, Judgement
from harness.judge.verdicts import TURNS
from harness.judge.words import joined
from harness.words import entry, phrase

_TOLD: dict[Again, str] = {
    "again": entry("Walked again at once: the same."),
    "not again": entry("1 of 2 customers hit this: walked again at once, it went well."),
    "otherwise": entry("Walked again at once, something else stood in the way: {other}"),
}


def weigh(first: Judgement, second: Judgement) -> Judgement:
    """Judge a visit that was walked twice.

    The first walk decides: what one of two customers met is never hidden. Times of the second are not
    looked at, because its browser was watched closely.
    """
    if TURNS[first.verdict].pytest_outcome != "failed":
        return first
    leading, *rest = first.findings
    again = _compare(leading, second)
    other = second.headline if again == "otherwise" else ""
    told = leading.model_copy(
        update={
            "detail": joined(leading.detail, phrase(_TOLD[again], other=other)),
            "confidence": "likely"
            if again == "not again" and leading.confidence == "certain"
            else leading.confidence,
        }
    )
    return first.model_copy(update={"findings": (told, *rest), "again": again})


def _compare(leading: Finding, second: Judgement) -> Again:
    if any(finding.fingerprint == leading.fingerprint for finding in second.findings):
        return "again"
    return "otherwise" if TURNS[second.verdict].pytest_outcome == "failed" else "not again"
