"""Judged visits in, findings grouped by what caused them out: worst first, one outage once."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass

from harness.judge import Finding, FindingKind, Judgement, Verdict
from harness.record import VisitRecord
from harness.reports.cx.tones import MILDEST_FIRST, TONES, Judged, Tone
from harness.reports.cx.words import sentences

SEVERITIES = ("blocker", "critical", "normal", "minor", "trivial")

NAMELESS_KINDS: frozenset[FindingKind] = frozenset(
    {"slow step", "slow page", "machine busy", "annoyance", "missing nicety"}
)
"""Kinds whose sentences name no journey."""

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


def grouped(judged: Iterable[Judged], kinds: Iterable[FindingKind]) -> list[list[Hit]]:
    """Return the findings of these kinds, one group a cause, worst first; the first hit of each leads."""
    wanted = set(kinds)
    found = [
        hit for hit in hits_of(judged) if hit.finding.kind in wanted and not _is_only_counted(hit.finding)
    ]
    groups = [sorted(group, key=_lead) for group in group_by_cause(found)]
    return sorted(groups, key=_weight)


def _lead(hit: Hit) -> tuple[int, int]:
    return _severity(hit), -(hit.finding.measured_ms or 0)


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
        sentence=sentences.without_finding(visit.journey.title, verdict),
        fingerprint=f"{visit.journey.id}/without finding/{verdict}",
    )


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
    """Return what tells a cause: any one of these that two hits share makes them one."""
    finding = hit.finding
    if finding.verdict is Verdict.SITE_DOWN:
        return [Verdict.SITE_DOWN]
    keys: list[Hashable] = [(finding.kind, finding.fingerprint)]
    if finding.kind in NAMELESS_KINDS:  # the same step or popup, met on several journeys
        keys.append((finding.kind, finding.sentence))
    if TONES[finding.verdict] is Tone.UNPROVEN and finding.detail:  # the same trouble of ours
        keys.append((finding.kind, finding.detail, finding.action))
    if finding.place and not finding.place.startswith(f"{hit.visit.journey.place.file}:"):
        keys.append((finding.kind, finding.place))  # a part that several journeys share
    return keys


def _weight(group: list[Hit]) -> tuple[int, int, int]:
    """Sort key: the verdict, then the journeys' severity, then how many visits are hit."""
    verdict = max(MILDEST_FIRST.index(hit.finding.verdict) for hit in group)
    return -verdict, min(_severity(hit) for hit in group), -len(group)


def _severity(hit: Hit) -> int:
    severity = hit.visit.journey.severity
    return SEVERITIES.index(severity) if severity in SEVERITIES else SEVERITIES.index("normal")
