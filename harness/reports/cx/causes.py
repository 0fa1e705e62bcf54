"""Findings of all visits in, causes out: what has one reason is one entry, worst first."""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

from harness.judge import Finding, FindingKind, Judgement, Verdict
from harness.judge.verdicts import SEVERITY_ORDER
from harness.record import VisitRecord
from harness.reports.cx import words
from harness.reports.cx.marks import Mark, mark_of
from harness.reports.cx.speech import sentence
from harness.reports.cx.strips import Files, Frame, strip
from harness.reports.cx.tones import TONES, Judged, Tone, anchor_of

SEVERITIES = ("blocker", "critical", "normal", "minor", "trivial")

STAND_INS: dict[Tone, FindingKind] = {
    Tone.BROKEN: "broken step",
    Tone.SLOW: "slow page",
    Tone.ANNOYING: "annoyance",
    Tone.UNPROVEN: "not judged",
}


@dataclass(frozen=True)
class Hit:
    """One finding in one visit."""

    visit: VisitRecord
    judgement: Judgement
    finding: Finding


@dataclass(frozen=True)
class WalkLink:
    """A way from a cause to a walk it hit."""

    title: str
    who: str
    anchor: str


@dataclass(frozen=True)
class Cause:
    """One thing to act on, with all whom it hits.

    Args:
        kind: What sort of fact it is; decides the section.
        mark: Icon, colour and word.
        sentence: What a customer meets.
        detail: What happened and what was expected.
        said: What the site itself said, if it said something.
        who: The shoppers it hit, as sentences.
        fine_for: The shoppers who did the same without trouble.
        also: Which other journeys it stops, as a sentence.
        owner: Who owns the journeys.
        action: What to do.
        next_check: When it is looked at again.
        certainty: How sure the judge is, if not certain.
        time: Measured time against its limit, if that is the point.
        walks: The walks it hit.
        frame: The picture of the place.
    """

    kind: FindingKind
    mark: Mark
    sentence: str
    detail: str
    said: str
    who: tuple[str, ...]
    fine_for: tuple[str, ...]
    also: str
    owner: str
    action: str
    next_check: str
    certainty: str
    time: str
    walks: tuple[WalkLink, ...]
    frame: Frame | None


def hits_of(judged: Iterable[Judged]) -> list[Hit]:
    """Return every finding with its visit; a bad verdict without a finding gets one that says so."""
    hits = []
    for visit, judgement in judged:
        findings = judgement.findings
        if (
            not any(f.verdict is judgement.verdict for f in findings)
            and judgement.verdict is not Verdict.FINE
        ):
            findings = (*findings, _stand_in(visit, judgement.verdict))
        hits += [Hit(visit, judgement, finding) for finding in findings]
    return hits


def _stand_in(visit: VisitRecord, verdict: Verdict) -> Finding:
    return Finding(
        kind=STAND_INS[TONES[verdict]],
        verdict=verdict,
        sentence=words.without_finding(visit.journey.title, verdict),
        fingerprint=f"{visit.journey.id}/without finding/{verdict}",
    )


def causes(judged: Sequence[Judged], kinds: Iterable[FindingKind], files: Files) -> tuple[Cause, ...]:
    """Group the findings of these kinds by cause, worst first."""
    wanted = set(kinds)
    found = [
        hit for hit in hits_of(judged) if hit.finding.kind in wanted and not _is_only_counted(hit.finding)
    ]
    groups = group_by_cause(found)
    return tuple(_cause(group, judged, files) for group in sorted(groups, key=_weight))


def _is_only_counted(finding: Finding) -> bool:
    """Tell an annoyance that decides nothing, such as one consent banner, from one to act on."""
    return finding.kind == "annoyance" and finding.verdict is Verdict.FINE


def group_by_cause(hits: Iterable[Hit]) -> list[list[Hit]]:
    """Put together what has one reason: the site, a shared part, the same finding for several shoppers."""
    groups: list[list[Hit]] = []
    home: dict[Hashable, list[Hit]] = {}
    for hit in hits:
        keys = _keys(hit)
        group = next((home[key] for key in keys if key in home), None)
        if group is None:
            group = []
            groups.append(group)
        group.append(hit)
        home.update({key: group for key in keys if key not in home})
    return groups


def _keys(hit: Hit) -> list[Hashable]:
    finding = hit.finding
    if finding.verdict is Verdict.SITE_DOWN:
        return [Verdict.SITE_DOWN]
    keys: list[Hashable] = [(finding.kind, finding.fingerprint), (finding.kind, finding.sentence)]
    if finding.place and not finding.place.startswith(f"{hit.visit.journey.place.file}:"):
        keys.append((finding.kind, finding.place))  # a part that several journeys share
    return keys


def _weight(group: list[Hit]) -> tuple[int, int, int]:
    """Sort key: the verdict, then the journeys' severity, then how many visits are hit."""
    verdict = max(SEVERITY_ORDER.index(hit.finding.verdict) for hit in group)
    return -verdict, min(_severity(hit) for hit in group), -len(group)


def _severity(hit: Hit) -> int:
    severity = hit.visit.journey.severity
    return SEVERITIES.index(severity) if severity in SEVERITIES else SEVERITIES.index("normal")


def _cause(group: list[Hit], judged: Sequence[Judged], files: Files) -> Cause:
    lead = min(group, key=lambda hit: (_severity(hit), -(hit.finding.measured_ms or 0)))
    finding = lead.finding
    journeys = _unique(hit.visit.journey.title for hit in [lead, *group])
    return Cause(
        kind=finding.kind,
        mark=_mark(finding),
        sentence=sentence(finding.sentence),
        detail=sentence(finding.detail) or _detail(lead),
        said=_said(lead),
        who=_unique(words.persona(hit.visit.persona.who, hit.visit.persona.share) for hit in group),
        fine_for=_fine_for(group, judged),
        also=words.also_stops(journeys[1:]),
        owner=words.owners(_unique(hit.visit.journey.owner for hit in group if hit.visit.journey.owner)),
        action=sentence(finding.action) or words.ACTIONS[finding.party],
        next_check=words.NEXT_RUN,
        certainty=words.CONFIDENCE[finding.confidence],
        time=words.time_against_limit(finding.measured_ms, finding.limit_ms) if finding.measured_ms else "",
        walks=tuple(_link(hit.visit) for hit in {hit.visit.id: hit for hit in group}.values()),
        frame=_frame(lead, files),
    )


def _mark(finding: Finding) -> Mark:
    """Return the finding's mark; what is told under "What annoys" is never marked as fine."""
    return mark_of(Verdict.ANNOYING if finding.verdict is Verdict.FINE else finding.verdict)


def _link(visit: VisitRecord) -> WalkLink:
    return WalkLink(words.row_title(visit.journey.title, visit.row), visit.persona.who, anchor_of(visit))


def _unique(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(texts))


def _fine_for(group: list[Hit], judged: Sequence[Judged]) -> tuple[str, ...]:
    """Return the shoppers who walked the same journeys and never met it."""
    journeys = {hit.visit.journey.id for hit in group}
    hit_by_it = {hit.visit.persona.id for hit in group}
    return _unique(
        visit.persona.who
        for visit, judgement in judged
        if visit.journey.id in journeys
        and visit.persona.id not in hit_by_it
        and TONES[judgement.verdict] not in {Tone.BROKEN, Tone.UNPROVEN}
    )


def _detail(hit: Hit) -> str:
    """Fall back on what the record says was expected and seen."""
    step = hit.visit.failed_step()
    trouble = (step and step.trouble) or hit.visit.trouble
    return words.expected_and_seen(trouble.wanted, trouble.seen) if trouble else ""


def _said(hit: Hit) -> str:
    """Quote the site, unless the finding has done so."""
    step = hit.visit.failed_step()
    if TONES[hit.finding.verdict] is not Tone.BROKEN or not (step and step.trouble and step.trouble.health):
        return ""
    told = hit.finding.sentence + hit.finding.detail
    fresh = [error for error in step.trouble.health.visible_errors if error not in told]
    return words.site_said(fresh) if fresh else ""


def _frame(hit: Hit, files: Files) -> Frame | None:
    """Return the frame of the step the finding belongs to, if there is a picture of it."""
    if TONES[hit.finding.verdict] not in {Tone.BROKEN, Tone.SLOW, Tone.ANNOYING}:
        return None
    frames = strip(hit.visit, hit.judgement, files)
    found = (f for f, step in zip(frames, hit.visit.steps, strict=True) if step.index == hit.finding.step)
    frame = next(found, None)
    return frame if frame and frame.picture else None
