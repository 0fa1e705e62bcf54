"""One visit's record in, its verdict with the findings behind it out. Pure: no clock, no disk, no browser."""

from collections import Counter
from collections.abc import Iterator

from harness.judge.afterwards import only_follows
from harness.judge.again import weigh
from harness.judge.causes import cause_of_missing, popup
from harness.judge.comparable import walked_with
from harness.judge.effort.grading import deciding
from harness.judge.effort.measuring import effort_of
from harness.judge.effort.model import Effort
from harness.judge.failure import Failure
from harness.judge.failures import judge_failure
from harness.judge.held_back import on_purpose
from harness.judge.model import Finding, Judgement
from harness.judge.speed import Past, judge_speed, over_limits, timed_steps
from harness.judge.verdicts import Verdict
from harness.judge.words import as_wish, joined
from harness.record import StepRecord, VisitRecord
from harness.words import phrase

_ORDER = list(Verdict)


def judge(visit: VisitRecord, past: Past = ()) -> Judgement:
    """Judge a visit.

    Args:
        visit: The record, as far as it was written.
        past: What earlier visits of the same journey by the same persona, with the same browser, found of
            its times, newest first.
    """
    first = _judge_walk(visit, past)
    return weigh(first, _judge_walk(visit.again, ())) if visit.again else first


def _judge_walk(visit: VisitRecord, past: Past) -> Judgement:
    has_begun = any(step.outcome != "not reached" for step in visit.steps)
    effort = effort_of(visit) if has_begun else None
    found = [*_findings(visit, past), *_hard_work(visit, effort)]
    found = sorted(found, key=lambda finding: _ORDER.index(finding.verdict), reverse=True)
    following = [finding for finding in found if only_follows(visit, finding.step)]
    deciding = [finding for finding in found if finding not in following]
    return Judgement(
        verdict=deciding[0].verdict if deciding else Verdict.FINE,
        findings=(*deciding, *following),
        effort=effort,
        walked_with=walked_with(visit),
        timed=timed_steps(visit),
        over=over_limits(visit),
    )


def _findings(visit: VisitRecord, past: Past) -> Iterator[Finding]:
    for step in visit.steps:
        if step.trouble is not None:
            yield judge_failure(Failure(visit, step, step.trouble))
    yield from _unfinished(visit)
    yield from judge_speed(visit, past)
    yield from _annoyances(visit)
    yield from _niceties(visit)


def _unfinished(visit: VisitRecord) -> Iterator[Finding]:
    """Never silently green: a visit that proved nothing says so."""
    title = visit.journey.title
    if visit.ending == "stopped on purpose":
        sentence, detail, action = on_purpose(visit)
        yield _whole_visit(visit, Verdict.STOPPED_ON_PURPOSE, sentence, detail, action)
    elif visit.ending == "cut short":
        last = visit.failed_step()
        where = phrase('It was at "{step}".', step=last.name) if last else phrase("It had not begun.")
        sentence = phrase('"{title}" was not judged: the run ended in the middle of it.', title=title)
        yield _whole_visit(visit, Verdict.NOT_JUDGED, sentence, where, phrase("Run it again."))
    elif visit.ending == "could not start":
        message = visit.trouble.message if visit.trouble else phrase("the reason is not known")
        sentence = phrase('"{title}" was not judged: the shopper could not set out.', title=title)
        yield _whole_visit(visit, Verdict.NOT_JUDGED, sentence, f"{message[:1].upper()}{message[1:]}", "")
    elif visit.ending == "left out":
        sentence = phrase('"{title}" was not walked.', title=title)
        yield _whole_visit(visit, Verdict.NOT_WALKED, sentence, _as_sentence(visit.reason), "")
    elif visit.ending in {"not walked", "lost"}:
        sentence = phrase('"{title}" was planned and left no record.', title=title)
        detail = _as_sentence(visit.reason)
        yield _whole_visit(visit, Verdict.NOT_JUDGED, sentence, detail, phrase("Run it again."))
    elif visit.ending == "walked" and (unwalked := _never_reached(visit)):
        sentence = phrase(
            '"{title}" proved nothing: it ended before "{step}".', title=title, step=unwalked.name
        )
        detail = phrase("The test that was walked has fewer steps than its journey.")
        action = phrase("Make the test anew: harness compile.")
        yield _whole_visit(visit, Verdict.OUTDATED, sentence, detail, action)
    elif visit.ending == "walked" and not visit.outcome_checks:
        sentence = phrase('"{title}" proved nothing: no outcome was checked.', title=title)
        action = phrase("Add to the last step what a customer must see: see: ...")
        yield _whole_visit(visit, Verdict.OUTDATED, sentence, "", action)
    elif visit.ending == "stopped" and not _says_why(visit):
        sentence = phrase('"{title}" stopped, and nothing says why.', title=title)
        yield _whole_visit(
            visit, Verdict.NOT_JUDGED, sentence, "", phrase("Report this: it is a defect of the shopper.")
        )


def _says_why(visit: VisitRecord) -> bool:
    return any(step.trouble for step in visit.steps if not only_follows(visit, step.index))


def _never_reached(visit: VisitRecord) -> StepRecord | None:
    return next((step for step in visit.steps if step.outcome == "not reached"), None)


def _as_sentence(reason: str) -> str:
    return f"{reason[:1].upper()}{reason[1:]}".rstrip(".") + "."


def _whole_visit(visit: VisitRecord, verdict: Verdict, sentence: str, detail: str, action: str) -> Finding:
    kind = {
        Verdict.STOPPED_ON_PURPOSE: "stopped on purpose",
        Verdict.OUTDATED: "journey out of date",
        Verdict.NOT_WALKED: "not walked",
    }
    place = visit.journey.place
    return Finding.model_validate(
        {
            "kind": kind.get(verdict, "not judged"),
            "verdict": verdict,
            "sentence": sentence,
            "detail": detail,
            "action": action,
            "fingerprint": f"{visit.journey.id}||{verdict}|{visit.ending}",
            "place": f"{place.file}:{place.line}",
        }
    )


def _annoyances(visit: VisitRecord) -> Iterator[Finding]:
    """An interruption that cannot be closed annoys even where it does not stop anyone."""
    stuck = {f.what: step for step in visit.steps for f in step.friction if f.kind == "popup stuck"}
    wish = as_wish(visit.journey, visit.persona.locale)
    for what, step in stuck.items():
        yield _annoyance(
            visit,
            step,
            phrase('"{popup}" cannot be closed.', popup=what),
            phrase("It stays over the page while customers try to {wish}.", wish=wish),
            phrase("Make its closing button work."),
            what,
        )


def _hard_work(visit: VisitRecord, effort: Effort | None) -> Iterator[Finding]:
    """What works and is hard work annoys; the worst step is where to begin."""
    if effort is None or effort.grade != "hard work":
        return
    wish = as_wish(visit.journey, visit.persona.locale)
    met = Counter(hassle.step for hassle in deciding(effort.hassles))
    worst = next(
        (step for index, _ in met.most_common(1) for step in visit.steps if step.index == index), None
    )
    hassles = joined(*dict.fromkeys(hassle.what for hassle in deciding(effort.hassles)))
    yield Finding(
        kind="annoyance",
        verdict=Verdict.ANNOYING,
        sentence=phrase("It is hard work for customers to {wish}.", wish=wish),
        detail=joined(effort.grade_says, hassles),
        action=phrase("Take away what is in the way, the costliest first."),
        step=worst.index if worst else None,
        fingerprint=f"{visit.journey.id}||annoyance|hard work",
        place=f"{visit.journey.place.file}:{visit.journey.place.line}",
    )


def _niceties(visit: VisitRecord) -> Iterator[Finding]:
    for step in visit.steps:
        for missing in step.missing_nice_to_see:
            yield Finding(
                kind="missing nicety",
                verdict=Verdict.FINE,
                sentence=phrase('Something helpful is missing at "{step}".', step=step.name),
                detail=f"{missing[:1].upper()}{missing[1:]}.",
                action=phrase("Decide whether customers should see it here."),
                step=step.index,
                fingerprint=f"{visit.journey.id}|{step.name}|missing nicety|{missing}",
                cause=cause_of_missing(visit, step, missing),
                place=f"{step.place.file}:{step.place.line}",
            )


def _annoyance(  # noqa: PLR0913, PLR0917 -- the fields of one finding
    visit: VisitRecord, step: StepRecord, sentence: str, detail: str, action: str, stuck: str
) -> Finding:
    return Finding(
        kind="annoyance",
        verdict=Verdict.ANNOYING,
        sentence=sentence,
        detail=detail,
        action=action,
        step=step.index,
        fingerprint=f"{visit.journey.id}|{step.name}|annoyance|popup stuck: {stuck}",
        cause=popup(stuck),
        place=f"{step.place.file}:{step.place.line}",
    )
