"""The visits of a page in, what was not experienced out: grey, never green."""

from collections.abc import Iterator, Sequence

from harness.record import VisitRecord
from harness.reports.cx.journey.walked import Walked
from harness.reports.cx.words import journey as words
from harness.reports.cx.words import journey_labels, sentences
from harness.reports.cx.words.speech import sentence
from harness.words import phrase


def untried(of: Sequence[Walked], others: Sequence[VisitRecord]) -> tuple[str, ...]:
    """Return what nobody can vouch for after these visits.

    Args:
        of: The visits of the page.
        others: Visits of the same journey by other shoppers.
    """
    lines = [line for walked in of for line in _of_visit(walked)]
    alone = phrase(journey_labels.ALONE) if not others else ""
    return tuple(dict.fromkeys(filter(None, [*lines, alone, phrase(journey_labels.ONE_SAMPLE)])))


def _of_visit(of: Walked) -> Iterator[str]:
    visit = of.visit
    name = sentences.row_title("", visit.row).strip()
    if not visit.steps:
        yield words.not_walked(name, sentence(visit.reason))
    never = [step.name for step in visit.steps if step.outcome == "not reached"]
    if never:
        yield words.never_reached(name, never)
    if visit.ending == "stopped on purpose" and of.stopped_at:
        yield words.not_pressed(name, of.stopped_at.name)
    if visit.persona.not_applied:
        yield words.not_as_asked("; ".join(visit.persona.not_applied))
    named: dict[int | None, str] = {step.index: step.name for step in visit.steps}
    busy = [finding for finding in of.judgement.findings if finding.kind == "machine busy"]
    unjudged = [named.get(finding.step, visit.journey.title) for finding in busy]
    if unjudged:
        yield words.time_not_judged(name, unjudged)
    blind = [step.name for step in visit.steps if step.outcome == "passed" and step.picture() is None]
    if blind:
        yield words.without_picture(blind)
