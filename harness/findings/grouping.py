"""Judged visits in, findings grouped by what caused them out: worst first, one outage once."""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from harness.judge import Finding, FindingKind, Judgement, Verdict
from harness.judge.afterwards import only_follows
from harness.judge.verdicts import TURNS, Party
from harness.record import VisitRecord
from harness.words import phrase

Judged = tuple[VisitRecord, Judgement]

SEVERITIES = ("blocker", "critical", "normal", "minor", "trivial")
MILDEST_FIRST = tuple(Verdict)

NAMELESS_KINDS: frozenset[FindingKind] = frozenset(
    {"slow step", "slow page", "machine busy", "annoyance", "missing nicety"}
)
"""Kinds whose sentences name no journey."""

STAND_INS: dict[Verdict, FindingKind] = {
    Verdict.BROKEN: "broken step",
    Verdict.SITE_DOWN: "site down",
    Verdict.OVER_BUDGET: "slow page",
    Verdict.ANNOYING: "annoyance",
}


@dataclass(frozen=True)
class Hit:
    """One finding in one visit."""

    visit: VisitRecord
    judgement: Judgement
    finding: Finding

    @property
    def leads(self) -> bool:
        """Whether it is the finding that decided about the visit, which a second walk looks at."""
        return self.finding in self.judgement.findings[:1]


def grouped(judged: Iterable[Judged], kinds: Iterable[FindingKind]) -> list[list[Hit]]:
    """Return the findings of these kinds, one group a cause, worst first; the first hit of each leads."""
    wanted = set(kinds)
    found = [
        hit
        for hit in hits_of(judged)
        if hit.finding.kind in wanted
        and not _is_only_counted(hit.finding)
        and not only_follows(hit.visit, hit.finding.step)
    ]
    groups = [sorted(group, key=_lead) for group in group_by_cause(found)]
    return sorted(groups, key=_weight)


def hits_of(judged: Iterable[Judged]) -> list[Hit]:
    """Return every finding with its visit; a bad verdict without a finding gets one that says so."""
    return [
        Hit(visit, judgement, finding)
        for visit, judgement in judged
        for finding in (*judgement.findings, *_stand_in(visit, judgement))
    ]


def _stand_in(visit: VisitRecord, judgement: Judgement) -> Iterator[Finding]:
    verdict = judgement.verdict
    if verdict is not Verdict.FINE and all(each.verdict is not verdict for each in judgement.findings):
        yield Finding(
            kind=STAND_INS.get(verdict, "not judged"),
            verdict=verdict,
            sentence=phrase("{title}: {verdict}.", title=visit.journey.title, verdict=phrase(verdict.value)),
            fingerprint=f"{visit.journey.id}|without finding|{verdict}",
        )


def group_by_cause(hits: Iterable[Hit]) -> list[list[Hit]]:
    """Put together what has one reason: the site, a shared part, one thing on one page for several shoppers.

    What two groups have in common makes them one, whichever hit shows it.
    """
    home: dict[Hashable, list[Hit]] = {}
    for hit in hits:
        keys = _keys(hit)
        group, *others = list({id(home[key]): home[key] for key in keys if key in home}.values()) or [[]]
        group.append(hit)
        for other in others:
            group += other
            keys += [key for each in other for key in _keys(each)]
        home.update(dict.fromkeys(keys, group))
    return list({id(group): group for group in home.values()}.values())


def _keys(hit: Hit) -> list[Hashable]:
    """Return what tells a cause: any one of these that two hits share makes them one."""
    finding = hit.finding
    keys: list[Hashable] = [(finding.kind, finding.fingerprint)]
    if finding.verdict is Verdict.SITE_DOWN:
        return [*keys, Verdict.SITE_DOWN]
    if finding.cause:
        return [*keys, finding.cause]
    if finding.kind in NAMELESS_KINDS:  # the same step or popup, met on several journeys
        keys.append((finding.kind, finding.sentence))
    if _is_ours(finding) and finding.detail:  # the same trouble of ours
        keys.append((finding.kind, finding.detail, finding.action))
    if finding.place and not finding.place.startswith(f"{hit.visit.journey.place.file}:"):
        keys.append((finding.kind, finding.place))  # a part that several journeys share
    return keys


def _is_ours(finding: Finding) -> bool:
    return finding.verdict is not Verdict.FINE and TURNS[finding.verdict].party is not Party.COMPANY


def _is_only_counted(finding: Finding) -> bool:
    """Tell an annoyance that decides nothing, such as one consent banner, from one to act on."""
    return finding.kind == "annoyance" and finding.verdict is Verdict.FINE


def _lead(hit: Hit) -> tuple[int, int]:
    return severity_of(hit), -(hit.finding.measured_ms or 0)


def _weight(group: Sequence[Hit]) -> tuple[int, int, int]:
    """Sort key: the verdict, then the journeys' severity, then how many visits are hit."""
    verdict = max(MILDEST_FIRST.index(hit.finding.verdict) for hit in group)
    return -verdict, min(severity_of(hit) for hit in group), -len(group)


def severity_of(hit: Hit) -> int:
    """Return the place of the journey's severity among all, the worst first."""
    severity = hit.visit.journey.severity
    return SEVERITIES.index(severity) if severity in SEVERITIES else SEVERITIES.index("normal")
