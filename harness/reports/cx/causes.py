"""Findings of all visits in, causes out: what has one reason is one entry to act on."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from harness.findings.grouping import Hit, grouped
from harness.judge import SLOW_KINDS, Finding, FindingKind, Verdict
from harness.record import VisitRecord
from harness.reports.cx.background import NOTHING_KNOWN, Background
from harness.reports.cx.marks import Mark, mark_of
from harness.reports.cx.past import Cost, Past, cost_of, past_of
from harness.reports.cx.reach import reach_of, spared
from harness.reports.cx.strips import Files, Frame, strip
from harness.reports.cx.tones import TONES, Judged, Tone
from harness.reports.cx.words import labels, sentences
from harness.reports.cx.words.advice import Advice, advice_for
from harness.reports.cx.words.speech import sentence
from harness.words import phrase

PRICED: frozenset[FindingKind] = frozenset({"broken step", "site down"})
"""Kinds that always cost something; what is slow does where the company says so."""

FOR_THE_TEAM: frozenset[FindingKind] = frozenset(
    {"stopped on purpose", "journey out of date", "not judged", "not walked", "faulty file", "machine busy"}
)
"""Kinds about which only those can do something who write the journeys or run the shopper."""


@dataclass(frozen=True)
class WalkLink:
    """A way from a cause to a walk it hit."""

    title: str
    who: str
    href: str


@dataclass(frozen=True)
class Cause:
    """One thing to act on, with all whom it hits.

    Args:
        anchor: By what links on the page find it.
        kind: What sort of fact it is.
        mark: Icon, colour and word.
        sentence: What a customer meets.
        past: Its number, its state, since when it is met; nothing of it where nothing is remembered.
        reach: How many shoppers met it, how many customers that stands for, for how many it works.
        cost: What it costs that nothing is done.
        detail: What happened and what was expected.
        said: What the site itself said, if it said something.
        who: The shoppers it hit, as sentences.
        fine_for: The shoppers who did the same without trouble.
        also: Which other journeys it stops, as a sentence; `more_journeys` has their titles.
        owner: Who owns the journeys, or who took the finding.
        advice: What to do, how one will know that it is done.
        action: What the judge says is to be done.
        letter: A text to hand on as it is.
        next_check: When it is looked at again.
        certainty: How sure the judge is, if not certain.
        time: Measured time against its limit, if that is the point.
        walks: The walks it hit.
        frame: The picture of the place.
    """

    anchor: str
    kind: FindingKind
    mark: Mark
    sentence: str
    past: Past
    reach: str
    cost: Cost
    detail: str
    said: str
    who: tuple[str, ...]
    fine_for: tuple[str, ...]
    also: str
    more_journeys: tuple[str, ...]
    owner: str
    advice: Advice
    action: str
    letter: str
    next_check: str
    certainty: str
    time: str
    walks: tuple[WalkLink, ...]
    frame: Frame | None

    @property
    def is_for_the_team(self) -> bool:
        """Whether what to do about it is nothing for others."""
        return self.kind in FOR_THE_TEAM


def causes(
    judged: Sequence[Judged],
    kinds: Iterable[FindingKind],
    files: Files,
    background: Background = NOTHING_KNOWN,
) -> tuple[Cause, ...]:
    """Group the findings of these kinds by cause: the most costly first, then the others, worst first."""
    groups = enumerate(grouped(judged, kinds), 1)
    found = [cause_of(f"cause-{n}", group, judged, files, background) for n, group in groups]
    return tuple(sorted(found, key=lambda cause: -cause.cost.most))


def cause_of(
    anchor: str, group: list[Hit], judged: Sequence[Judged], files: Files, background: Background
) -> Cause:
    """Tell what has one cause in the words of its first hit, and whom else it hits."""
    lead = group[0]
    finding = lead.finding
    life = background.life_of(_known_by(group))
    journeys = _unique(hit.visit.journey.title for hit in group)
    owners = [life.owner] if life and life.owner else _owners(group)
    step = next((step for step in lead.visit.steps if step.index == finding.step), None)
    return Cause(
        anchor=f"finding-{life.number}" if life else anchor,
        kind=finding.kind,
        mark=_mark(finding),
        sentence=sentence(told(group, judged)),
        past=past_of(life, lead.visit, background.story),
        reach=reach_of(group, judged),
        cost=cost_of(background.price_of(life), is_unknown=life is None and finding.kind in PRICED),
        detail=sentence(finding.detail) or _detail(lead),
        said=_said(lead),
        who=_unique(_who(hit) for hit in group),
        fine_for=_unique(visit.persona.who for visit in spared(group, judged)),
        also=sentences.also_stops(journeys[1:]),
        more_journeys=journeys[1:],
        owner=sentences.owners(owners),
        advice=advice_for(finding, step.name if step else ""),
        action=sentence(finding.action) or phrase(labels.ACTIONS[finding.party]),
        letter=finding.letter if finding.kind == "blocked" else "",  # a log is for the testers' report
        next_check=phrase(labels.NEXT_RUN),
        certainty=_certainty(finding),
        time=_time(finding),
        walks=tuple(_link(hit.visit, background) for hit in {hit.visit.id: hit for hit in group}.values()),
        frame=_frame(lead, files),
    )


def _known_by(group: list[Hit]) -> tuple[str, ...]:
    """Return all that the finding may be recognised by: what it is on the site, and each visit's own."""
    findings = [hit.finding for hit in group]
    return _unique(text for f in findings for text in (f.cause, f.fingerprint) if text)


def _owners(group: list[Hit]) -> list[str]:
    return list(_unique(hit.visit.journey.owner for hit in group if hit.visit.journey.owner))


def told(group: Sequence[Hit], judged: Sequence[Judged]) -> str:
    """Say what is met: of customers, or of the only one of several shoppers who met it.

    Args:
        group: All who met it, the one in whose words it is said first.
        judged: All visits of the run.
    """
    finding = group[0].finding
    everyone = {visit.persona.id for visit, _ in judged}
    is_of_one = len({hit.visit.persona.id for hit in group}) == 1 and len(everyone) > 1
    return (finding.of_one if is_of_one else "") or finding.sentence


def _mark(finding: Finding) -> Mark:
    """Return the finding's mark; what is told under "What annoys" is never marked as fine."""
    return mark_of(Verdict.ANNOYING if finding.verdict is Verdict.FINE else finding.verdict)


def _who(hit: Hit) -> str:
    persona, measured_ms = hit.visit.persona, hit.finding.measured_ms
    return sentences.hit(sentences.persona(persona.who, persona.share), measured_ms)


def _time(finding: Finding) -> str:
    """Set the time against its limit, unless the detail does."""
    if finding.measured_ms is None or finding.detail:
        return ""
    return sentences.time_against_limit(finding.measured_ms, finding.limit_ms)


def _certainty(finding: Finding) -> str:
    """Say how sure the judge is whose turn it is; about something slow the detail says it."""
    return "" if finding.kind in SLOW_KINDS else phrase(labels.CONFIDENCE[finding.confidence])


def _link(visit: VisitRecord, background: Background) -> WalkLink:
    title = sentences.row_title(visit.journey.title, visit.row)
    return WalkLink(title, visit.persona.who, background.link_to(visit))


def _unique(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(texts))


def _detail(hit: Hit) -> str:
    """Fall back on what the record says was expected and seen."""
    step = hit.visit.failed_step()
    trouble = (step and step.trouble) or hit.visit.trouble
    return sentences.expected_and_seen(trouble.wanted, trouble.seen) if trouble else ""


def _said(hit: Hit) -> str:
    """Quote the site, unless the finding has done so."""
    step = hit.visit.failed_step()
    if TONES[hit.finding.verdict] is not Tone.BROKEN or not (step and step.trouble and step.trouble.health):
        return ""
    told = hit.finding.sentence + hit.finding.detail
    fresh = [error for error in step.trouble.health.visible_errors if error not in told]
    return sentences.site_said(fresh) if fresh else ""


def _frame(hit: Hit, files: Files) -> Frame | None:
    """Return the frame of the step the finding belongs to, if there is a picture of it."""
    if TONES[hit.finding.verdict] is Tone.UNPROVEN:
        return None
    frames = strip(hit.visit, hit.judgement, files)
    found = (f for f, step in zip(frames, hit.visit.steps, strict=True) if step.index == hit.finding.step)
    frame = next(found, None)
    return frame if frame and frame.picture else None
