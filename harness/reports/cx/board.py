"""Visits and what is remembered in, the board out: when each touchpoint was last really experienced."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from harness.judge import Verdict
from harness.language.known.stages import STAGES, TOUCHPOINTS
from harness.record.experienced import touchpoints_of
from harness.reports.cx.background import NOTHING_KNOWN, Background
from harness.reports.cx.marks import Mark
from harness.reports.cx.tones import MILDEST_FIRST, TONES, Judged, Tone
from harness.reports.cx.words import experiences, labels
from harness.reports.cx.words.speech import capital, day_of_year
from harness.words import phrase


@dataclass(frozen=True)
class BoardRow:
    """One touchpoint: when it was last really experienced, by whom, and how that went.

    Args:
        when: Empty of one that nobody ever experienced.
        told: By whom, and in which journey; of one that was only tried, that it proved nothing.
        href: Where that is told, if it was in this run.
    """

    touchpoint: str
    mark: Mark
    when: str
    when_exactly: str
    told: str
    href: str

    @property
    def is_grey(self) -> bool:
        """Whether nobody ever experienced it."""
        return not self.when


def board(judged: Sequence[Judged], background: Background = NOTHING_KNOWN) -> tuple[BoardRow, ...]:
    """Return a row for every touchpoint in the order of a customer's way, the company's own ones last."""
    met: dict[str, list[Judged]] = defaultdict(list)
    for pair in judged:
        for touchpoint in touchpoints_of(pair[0]):
            met[touchpoint].append(pair)
    others = sorted({*met, *background.story.experiences} - set(TOUCHPOINTS))
    return tuple(_row(touchpoint, met[touchpoint], background) for touchpoint in (*TOUCHPOINTS, *others))


def stage_order(stage: str) -> tuple[int, str]:
    """Sort key: the way of a customer, then stages of the company's own."""
    place = STAGES.index(stage) if stage in STAGES else len(STAGES)
    return place, stage


def _row(touchpoint: str, met: list[Judged], background: Background) -> BoardRow:
    name = phrase(labels.TOUCHPOINT_ROWS.get(touchpoint) or capital(touchpoint))
    experienced = [pair for pair in met if TONES[pair[1].verdict] is not Tone.UNPROVEN]
    if experienced:
        visit, judgement = max(experienced, key=lambda pair: MILDEST_FIRST.index(pair[1].verdict))
        told = experiences.experienced_by(visit.persona.who, visit.journey.title, len(experienced) - 1)
        broken = sum(TONES[other.verdict] is Tone.BROKEN for _, other in experienced)
        mark = _mark(judgement.verdict)
        if 0 < broken < len(experienced):
            mark = Mark(mark.tone, experiences.some_broken(broken, len(experienced)))
        return BoardRow(
            name,
            mark,
            experiences.in_this_run(visit.started_at),
            _exactly(visit.started_at),
            told,
            background.link_to(visit),
        )
    earlier = background.story.experiences.get(touchpoint)
    tried = experiences.tried(len(met)) if met else ""
    if earlier:
        told = " ".join(filter(None, [experiences.experienced_by(earlier.who, earlier.title, 0), tried]))
        when = day_of_year(earlier.at)
        return BoardRow(name, _mark(earlier.verdict), when, _exactly(earlier.at), told, "")
    return BoardRow(name, Mark(Tone.UNPROVEN, phrase(labels.NEVER)), "", "", tried, "")


def _mark(verdict: Verdict) -> Mark:
    return Mark(TONES[verdict], phrase(labels.TOUCHPOINTS[TONES[verdict]]))


def _exactly(at: datetime) -> str:
    return at.isoformat()
