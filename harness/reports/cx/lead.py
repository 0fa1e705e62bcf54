"""A judged run in, the sentence out that leads every report, with its tone and its counts."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from harness.judge import FindingKind, Verdict
from harness.record import RunRecord, VisitRecord
from harness.reports.cx.causes import causes
from harness.reports.cx.left_behind import lines_of
from harness.reports.cx.marks import Mark
from harness.reports.cx.tones import TONES, WORST_FIRST, Judged, Tone, tone_of_journey
from harness.reports.cx.unproven import is_all_experienced, never_begun, unproven, unproven_visits
from harness.reports.cx.words import labels, whole_run
from harness.words import phrase

CANNOT: tuple[FindingKind, ...] = ("broken step", "site down")
SLOW: tuple[FindingKind, ...] = ("slow journey", "slow step", "slow page")
ANNOYS: tuple[FindingKind, ...] = ("annoyance", "missing nicety")
HARD = (Tone.SLOW, Tone.OVER_LIMIT, Tone.ANNOYING)
TITLES = {Tone.BROKEN: labels.CANNOT, Tone.SLOW: labels.SLOW, Tone.OVER_LIMIT: labels.OVER_LIMIT}
ACTED_ON = (*CANNOT, *SLOW, *ANNOYS)
"""What the company acts on; what was not experienced is told apart."""


@dataclass(frozen=True)
class Count:
    """How many journeys share a tone."""

    mark: Mark
    number: int


def journeys_by_tone(record: RunRecord, judged: Sequence[Judged]) -> dict[Tone, int]:
    """Count journeys by what their walks amount to; a file that could not be read proves nothing."""
    tones: dict[str, list[Tone]] = defaultdict(list)
    for visit, judgement in judged:
        tones[visit.journey.id].append(TONES[judgement.verdict])
    amounts = [tone_of_journey(of_journey) for of_journey in tones.values()]
    amounts += [Tone.UNPROVEN] * len(record.faulty_files)
    return {tone: amounts.count(tone) for tone in WORST_FIRST}


def tally(record: RunRecord, judged: Sequence[Judged]) -> tuple[Count, ...]:
    """Return the counts of the page's head, worst first, without the empty ones."""
    counts = journeys_by_tone(record, judged)
    return tuple(Count(Mark(t, whole_run.tally(t, counts[t])), counts[t]) for t in WORST_FIRST if counts[t])


def headline(record: RunRecord, judged: Sequence[Judged]) -> str:
    """Return the one sentence that says how the night went.

    Args:
        record: What the run was about.
        judged: Every visit with its judgement.
    """
    counts = journeys_by_tone(record, judged)
    if not judged:
        return phrase(labels.NOTHING_WALKED)
    if counts[Tone.BROKEN]:
        return _broken_headline(record, judged, counts)
    if counts[Tone.UNPROVEN] == sum(counts.values()):
        return phrase(labels.NOTHING_PROVEN)
    if any(counts[tone] for tone in HARD):
        return whole_run.worked_but(*(counts[tone] for tone in HARD))
    if tone_of_run(record, judged) is Tone.FINE:
        return phrase(labels.ALL_WORKED)
    walks = len(judged) + len(never_begun(record, judged))
    return whole_run.partly_proven(len(judged) - unproven_visits(judged), walks)


def _broken_headline(record: RunRecord, judged: Sequence[Judged], counts: dict[Tone, int]) -> str:
    found = causes(judged, CANNOT, frozenset())
    if _nobody_got_in_any_more(judged):
        return whole_run.cannot_reach(record.site)
    if len(found) == 1 and found[0].kind != "site down":
        return found[0].sentence
    tried = sum(counts.values()) - counts[Tone.UNPROVEN]
    return whole_run.some_broken(counts[Tone.BROKEN], tried)


def _nobody_got_in_any_more(judged: Sequence[Judged]) -> bool:
    """Tell whether the site was down and stayed so: no walk that set out later came to anything."""
    down = [(visit, judgement) for visit, judgement in judged if judgement.verdict is Verdict.SITE_DOWN]
    if not down or any(judgement.again == "not again" for _, judgement in down):
        return False
    since = min(_stopped_at(visit) for visit, _ in down)
    later = (judgement.verdict for visit, judgement in judged if visit.started_at > since)
    return all(verdict is Verdict.SITE_DOWN or TONES[verdict] is Tone.UNPROVEN for verdict in later)


def _stopped_at(visit: VisitRecord) -> datetime:
    stopped = visit.failed_step()
    return visit.started_at + timedelta(milliseconds=stopped.started_ms if stopped else 0)


def tone_of_run(record: RunRecord, judged: Sequence[Judged]) -> Tone:
    """Return the tone of the whole run; it is fine only when all that was planned was experienced."""
    counts = journeys_by_tone(record, judged)
    worst = next((t for t in WORST_FIRST if counts[t] and t is not Tone.UNPROVEN), Tone.UNPROVEN)
    return Tone.UNPROVEN if worst is Tone.FINE and not is_all_experienced(record, judged) else worst


def summary_lines(record: RunRecord, judged: Sequence[Judged]) -> list[str]:
    """Return a few plain lines for a terminal: what customers cannot do, what is slow, what is open.

    Args:
        record: What the run was about.
        judged: Every visit with its judgement.
    """
    lines = [*lines_of(record.side_effects)]
    told = causes(judged, (*CANNOT, *SLOW), frozenset())
    for tone, title in TITLES.items():
        found = [cause for cause in told if cause.mark.tone is tone]
        lines += [f"{phrase(title)}:"] if found else []
        lines += [whole_run.summary_line(c.sentence, c.who, c.also) for c in found]
    open_ends = unproven(record, judged)
    lines += [f"{phrase(labels.UNPROVEN)}:"] if open_ends else []
    lines += [f"  - {group.sentence}" for group in open_ends]
    return lines
