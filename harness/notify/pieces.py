"""What is known of a run and of the time before it in, every finding as it may be told out: worst first."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import tzinfo
from functools import cached_property
from hashlib import sha256

from harness.findings.grouping import Hit
from harness.findings.model import Life, Sighting
from harness.findings.pricing import prices_of
from harness.findings.recognising import is_certain, met_in
from harness.judge import TURNS, Party
from harness.judge.cost.telling import told as told_price
from harness.language.notify import Only
from harness.notify import words
from harness.notify.links import Links
from harness.notify.model import Piece, Sort
from harness.notify.strips import strip_of
from harness.record import JourneyFacts, Place, RunRecord, VisitRecord
from harness.reports.cx.tones import MILDEST_FIRST, TONES, Tone
from harness.reports.cx.words import labels, sentences
from harness.reports.cx.words.speech import listed, sentence
from harness.reports.making import MadeReports
from harness.words import phrase

UNKNOWN = 0
"""Stands for the number of what the history does not know."""
SORTS: Mapping[str, Sort] = {"new": "new", "reopened": "reopened", "verified": "fixed"}
"""By what a run did to a finding; all else is open."""
ORDER: tuple[Sort, ...] = ("new", "reopened", "open", "fixed")


@dataclass(frozen=True)
class Told:
    """A finding as it may be told, with what decides whether it is.

    Args:
        journeys: Those that met it, as far as this run knows them.
        is_met: Whether this run met it.
        life: What is known of it.
        visit: The walk of this run that leads.
    """

    piece: Piece
    journeys: tuple[JourneyFacts, ...]
    is_met: bool
    life: Life
    visit: VisitRecord | None = None

    @property
    def name(self) -> str:
        """What it is known by: a number alone may be another finding's once the history is a new one."""
        return f"{self.life.number}-{sha256(self.life.fingerprints[0].encode()).hexdigest()[:8]}"

    @property
    def occasion(self) -> str:
        """What it is known by from when it is met until it is gone."""
        return f"{self.name}-{self.life.reopened}"

    @property
    def party(self) -> Party:
        """Whose turn it is."""
        return TURNS[self.life.verdict].party

    def fits(self, only: Only) -> bool:
        """Whether a channel that asks for these wants it."""
        wanted = (
            (only.severity, {journey.severity for journey in self.journeys}),
            (only.stage, {journey.stage for journey in self.journeys}),
            (only.touchpoint, {journey.touchpoint for journey in self.journeys}),
            (only.owner, {*(journey.owner for journey in self.journeys), self.life.owner}),
        )
        return all(not asked or set(asked) & has for asked, has in wanted)


class Pieces:
    """All findings of a run's site at its end.

    Args:
        made: The run's reports.
        links: Where they can be read.
        zone: In which time days are told.
    """

    def __init__(self, made: MadeReports, links: Links, zone: tzinfo | None) -> None:
        self._made, self._links, self._zone = made, links, zone
        self._prices = prices_of(made.story.lives, made.run, made.judged)
        self._visits = {visit.id: (visit, judgement) for visit, judgement in made.judged}

    @cached_property
    def all(self) -> tuple[Told, ...]:
        """Every finding that somebody has to act on, or that is gone."""
        return self.told_of((*self._made.story.lives, *self._unknown()))

    def told_of(self, lives: Iterable[Life]) -> tuple[Told, ...]:
        """Return these findings as they may be told."""
        found = [self._of_life(life) for life in lives if TURNS[life.verdict].party is not Party.NOBODY]
        return tuple(sorted(found, key=weight))

    def with_strip(self, told: Told, number: int) -> Piece:
        """Return a piece with the walk that met it in pictures, where this run has them."""
        if told.visit is None or told.piece.sort == "fixed" or TONES[told.life.verdict] is Tone.UNPROVEN:
            return told.piece
        visit, judgement = self._visits[told.visit.id]
        strip = strip_of(visit, judgement, self._made.page.parent, f"walk{number}")
        return replace(told.piece, strip=strip)

    def _of_life(self, life: Life) -> Told:
        met = [self._visits[each.visit_id][0] for each in life.met_by if each.visit_id in self._visits]
        is_met = life.change in {"new", "again", "reopened"}
        sort = SORTS.get(life.change, "open")
        lead = met[0] if met and is_met else None
        return Told(
            piece=Piece(
                number=life.number if life.number != UNKNOWN else None,
                sort=sort,
                cannot=sentence(life.sentence),
                detail=sentence(life.detail) if sort != "fixed" else "",
                who=tuple(dict.fromkeys(sentences.persona(each.who, each.share) for each in life.met_by)),
                also=sentences.also_stops(list(dict.fromkeys(each.title for each in life.met_by))[1:]),
                since=words.since(life, self._zone),
                costs="" if sort == "fixed" else self._cost(life),
                owner=_owner(life),
                action=phrase(words.FIXED_ACTION)
                if sort == "fixed"
                else sentence(life.action) or phrase(labels.ACTIONS[TURNS[life.verdict].party]),
                ticket=life.ticket,
                note=words.note_of(life, self._made.run.started_at),
                link=self._links.of_walk(lead),
            ),
            journeys=self._journeys(life),
            is_met=is_met,
            life=life,
            visit=lead,
        )

    def _cost(self, life: Life) -> str:
        """Say what it costs; nothing where the company has not said enough to tell."""
        price = self._prices.get(life.number)
        return (
            told_price(price, words.day_of(life.first_seen, self._zone)) if price and price.is_priced else ""
        )

    def _journeys(self, life: Life) -> tuple[JourneyFacts, ...]:
        """Return the journeys that met it; of one that this run did not plan, only what the history kept."""
        known = {visit.journey.id: visit.journey for visit, _ in self._visits.values()}
        return tuple(known.get(each.journey) or _kept(each) for each in life.met_by)

    def _unknown(self) -> Iterator[Life]:
        """Yield what this run met where the history cannot be asked, so that nothing is lost with it."""
        for group in met_in(self._made.judged) if self._made.story.problem else ():
            if any(is_certain(hit) for hit in group):
                yield _as_life(group, self._made.run)


def _as_life(group: Sequence[Hit], run: RunRecord) -> Life:
    """Return findings of one cause as if they were met for the first time."""
    finding = group[0].finding
    return Life(
        number=UNKNOWN,
        fingerprints=tuple(dict.fromkeys(hit.finding.fingerprint for hit in group)),
        kind=finding.kind,
        verdict=finding.verdict,
        sentence=finding.sentence,
        detail=finding.detail,
        action=finding.action,
        first_seen=run.started_at,
        last_seen=run.started_at,
        last_run=run.id,
        met_by=tuple(_sighting(hit) for hit in group),
    )


def _sighting(hit: Hit) -> Sighting:
    journey, persona = hit.visit.journey, hit.visit.persona
    return Sighting(
        visit_id=hit.visit.id,
        journey=journey.id,
        title=journey.title,
        persona=persona.id,
        who=persona.who,
        share=persona.share,
        owner=journey.owner,
        touchpoint=journey.touchpoint,
        fingerprint=hit.finding.fingerprint,
    )


def _kept(sighting: Sighting) -> JourneyFacts:
    """Return what the history kept of a journey that this run did not plan."""
    stage = sighting.journey.partition("/")[0]
    return JourneyFacts(
        id=sighting.journey,
        title=sighting.title,
        stage=stage,
        touchpoint=sighting.touchpoint,
        owner=sighting.owner,
        place=Place(file=f"journeys/{sighting.journey}.yaml", line=1),
    )


def _owner(life: Life) -> str:
    owners = [life.owner] if life.owner else [each.owner for each in life.met_by if each.owner]
    return listed(list(dict.fromkeys(owners)), most=3) or phrase(words.NOBODY)


def weight(told: Told) -> tuple[int, int, int]:
    """Return a key to sort by: what is news, then what is worst, then what was met by most."""
    return (
        ORDER.index(told.piece.sort),
        -MILDEST_FIRST.index(told.life.verdict),
        -len(told.piece.who),
    )
