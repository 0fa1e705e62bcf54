"""What a rule decides of a failure: verdict, cause, and the words for the reader."""

from dataclasses import dataclass
from typing import Literal

from harness.judge.failure import Failure
from harness.judge.model import FindingKind
from harness.judge.verdicts import Verdict
from harness.judge.words import quoted
from harness.words import phrase

Confidence = Literal["certain", "likely", "unsure"]


@dataclass(frozen=True)
class Ruling:
    """What a rule decides.

    Args:
        verdict: Whose turn it is follows from it.
        kind: What sort of finding it makes.
        cause: Part of the fingerprint: no numbers, no wording of the day.
        detail: What was expected, what was seen.
        action: What to do, addressed to whose turn it is.
        confidence: How sure the rule is of whose turn it is.
        what: What went wrong, as it stands after "at this step": `the site answers with an error page`.
        sentence: The whole headline, where the usual one does not fit.
        letter: A text to hand on as it is.
    """

    verdict: Verdict
    kind: FindingKind
    cause: str
    detail: str
    action: str
    confidence: Confidence = "certain"
    what: str = ""
    sentence: str = ""
    letter: str = ""


def broken(cause: str, what: str, detail: str, action: str, confidence: Confidence = "certain") -> Ruling:
    """Decide that customers cannot do it."""
    return Ruling(Verdict.BROKEN, "broken step", cause, detail, action, confidence, what)


def down(cause: str, sentence: str, detail: str, action: str, confidence: Confidence = "certain") -> Ruling:
    """Decide that the whole site is down."""
    return Ruling(Verdict.SITE_DOWN, "site down", cause, detail, action, confidence, sentence=sentence)


def outdated(
    failure: Failure, cause: str, detail: str, action: str, confidence: Confidence = "certain"
) -> Ruling:
    """Decide that the journey no longer fits the site."""
    sentence = phrase(
        "The journey {title} is out of date at {step}.",
        title=quoted(failure.visit.journey.title),
        step=quoted(failure.step.name),
    )
    return Ruling(
        Verdict.OUTDATED, "journey out of date", cause, detail, action, confidence, sentence=sentence
    )
