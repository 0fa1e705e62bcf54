"""The visits of a page in, the sentence that leads it out, with since when and how sure that is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from harness.findings.grouping import Hit
from harness.findings.model import Life
from harness.judge import OVER_ITS_LIMIT, SLOW_KINDS, Judgement, Verdict
from harness.record import VisitRecord
from harness.reports.cx.causes import told
from harness.reports.cx.journey.walked import Walked
from harness.reports.cx.marks import Mark, mark_of
from harness.reports.cx.tones import TONES, Judged, Tone
from harness.reports.cx.words import journey as words
from harness.reports.cx.words import journey_labels, labels
from harness.reports.cx.words.speech import sentence
from harness.words import phrase

LOOKED_BACK = 3
"""So many nights tell how sure it is: failed 3 of the last 3. Ours."""
JUDGED_WELL = {Tone.FINE, Tone.SLOW, Tone.OVER_LIMIT, Tone.ANNOYING}


@dataclass(frozen=True)
class Lead:
    """What stands on top of the page."""

    headline: str
    mark: Mark
    title: str
    since: str
    sure: str


def lead(
    of: Sequence[Walked],
    groups: Sequence[Sequence[Hit]],
    judged: Sequence[Judged],
    life: Life | None,
    *,
    is_first: bool,
) -> Lead:
    """Return what leads the page.

    Args:
        of: Its visits, worst first.
        groups: All that was met in the run, one group a cause.
        judged: All visits of the run, for how many shoppers met the same.
        life: What is known of the finding that leads, over the nights.
        is_first: Whether no run is remembered from before.
    """
    worst = of[0]
    return Lead(
        headline=met_by(worst, groups, judged) or words.works(worst.visit.journey.title, len(of)),
        mark=mark_of(worst.judgement.verdict),
        title=worst.visit.journey.title,
        since=_since(worst, life, is_first=is_first),
        sure=_sure(worst, of, judged),
    )


def met_by(of: Walked, groups: Sequence[Sequence[Hit]], judged: Sequence[Judged]) -> str:
    """Say what a visit met, as the page of the run says it; empty where it went well.

    Args:
        of: The visit.
        groups: All that was met in the run, one group a cause.
        judged: All visits of the run.
    """
    if of.judgement.verdict is Verdict.FINE:
        return ""
    leading = ((hit, group) for group in groups for hit in group if hit.visit.id == of.visit.id and hit.leads)
    said = [told([hit, *group], judged) for hit, group in leading]
    return sentence(said[0] if said else of.judgement.headline)


def _since(of: Walked, life: Life | None, *, is_first: bool) -> str:
    if is_first and not of.earlier:
        return phrase(journey_labels.FIRST_RUN)
    begun = _since_when(of)
    if of.judgement.verdict is Verdict.FINE:
        begun = begun or of.visit.started_at
        return words.works_since(begun) if of.earlier else phrase(journey_labels.FIRST_WALK)
    known = life.first_seen if life and life.change != "new" else begun
    return words.since(known) if known else phrase(journey_labels.NEW_NOW)


def _since_when(of: Walked) -> datetime | None:
    """Return when the row of walks with this verdict began, or None if it begins with this one.

    Walks that prove nothing neither make the row nor break it, unless this is one of them.
    """
    begun = None
    for then in of.earlier:
        if _is_alike(then.verdict, of.judgement.verdict):
            begun = then.started_at
        elif TONES[then.verdict] is not Tone.UNPROVEN or of.tone is Tone.UNPROVEN:
            break
    return begun


def _is_alike(then: Verdict, now: Verdict) -> bool:
    """Tell whether a walk belongs to a row: what is slow now was over its limit before that was said."""
    return then is now or {then, now} <= OVER_ITS_LIMIT


def _sure(worst: Walked, of: Sequence[Walked], judged: Sequence[Judged]) -> str:
    """Say how often it failed lately, for how many shoppers, and what a second walk at once showed."""
    said = []
    if worst.judgement.again == "not again":
        said.append(phrase(words.ONE_OF_TWO))
    if worst.tone is Tone.BROKEN:
        said += [_nights(worst), words.personas(_hit(worst.visit, judged))]
    if worst.judgement.again == "again":
        said.append(phrase(words.TWICE))
    if len(of) > 1 and worst.tone is not Tone.FINE:
        said.append(words.rows(sum(w.tone is worst.tone for w in of), len(of)))
    return " ".join(filter(None, [sentence(", ".join(filter(None, said))), _certainty(worst.judgement)]))


def _certainty(judgement: Judgement) -> str:
    """Say how sure the judge is whose turn it is; of what is slow the finding says it."""
    lead = next(iter(judgement.findings), None)
    return phrase(labels.CONFIDENCE[lead.confidence]) if lead and lead.kind not in SLOW_KINDS else ""


def _nights(of: Walked) -> str:
    """Count how often it failed lately; walks that prove nothing do not count."""
    tried = [(of.visit.started_at, True)]
    for then in of.earlier:
        tone = TONES[then.verdict]
        if tone is Tone.BROKEN or tone in JUDGED_WELL:
            tried.append((then.started_at, tone is Tone.BROKEN))
    lately = tried[:LOOKED_BACK]
    if len(lately) == 1:
        return ""
    is_nightly = len({at.date() for at, _ in lately}) == len(lately)
    return words.failed(sum(failed for _, failed in lately), len(lately), is_nightly=is_nightly)


def _hit(visit: VisitRecord, judged: Sequence[Judged]) -> int:
    same = [
        v for v, judgement in judged if v.journey.id == visit.journey.id and _is_broken(judgement.verdict)
    ]
    return len({v.persona.id for v in same})


def _is_broken(verdict: Verdict) -> bool:
    return TONES[verdict] is Tone.BROKEN
