"""Who met a thing and who did not in, how many customers that stands for out."""

from collections.abc import Iterable, Sequence

from harness.findings.grouping import Hit
from harness.record import PersonaFacts, VisitRecord
from harness.reports.cx.tones import TONES, Judged, Tone
from harness.reports.cx.words import sentences, whole_run


def share_of(personas: Iterable[PersonaFacts]) -> float | None:
    """Return the share of customers these stand for; None where it is known of none of them."""
    shares = {persona.id: persona.share for persona in personas}
    known = [share for share in shares.values() if share is not None]
    return min(sum(known), 1.0) if known else None


def reach_of(group: Sequence[Hit], judged: Sequence[Judged]) -> str:
    """Say who met it, what share of customers that is, and for what share it works or who did not try it."""
    met_by = list({hit.visit.persona.id: hit.visit.persona for hit in group}.values())
    others = spared(group, judged)
    alone = met_by[0].who if len(met_by) == 1 else ""
    share = share_of(met_by)
    met = sentences.met_by(alone, len(met_by), share)
    if others:
        return sentences.met_and_rest(met, share_of(visit.persona for visit in others))
    journeys = {hit.visit.journey.id for hit in group}
    tried_by = {visit.persona.id for visit, _ in judged if visit.journey.id in journeys}
    everyone = {visit.persona.id for visit, _ in judged}
    is_told = len(tried_by) == len(met_by) < len(everyone) and (share or 0) < sentences.ALL_BUT
    return sentences.nobody_else_tried(met) if is_told else met


def spared(group: Sequence[Hit], judged: Sequence[Judged]) -> list[VisitRecord]:
    """Return the visits of shoppers who walked the same journeys and never met it."""
    journeys = {hit.visit.journey.id for hit in group}
    hit_by_it = {hit.visit.persona.id for hit in group}
    return [
        visit
        for visit, judgement in judged
        if visit.journey.id in journeys
        and visit.persona.id not in hit_by_it
        and TONES[judgement.verdict] not in {Tone.BROKEN, Tone.UNPROVEN}
    ]


def works_for(judged: Iterable[Judged]) -> str:
    """Say for how many customers all works that stopped others; empty where nobody can tell.

    Only shoppers who tried the very journeys that others could not do can tell.
    """
    personas: dict[str, PersonaFacts] = {}
    stopped_at: dict[str, set[str]] = {}
    did: dict[str, set[str]] = {}
    for visit, judgement in judged:
        who, tone = visit.persona.id, TONES[judgement.verdict]
        personas[who] = visit.persona
        if tone is not Tone.UNPROVEN:
            (stopped_at if tone is Tone.BROKEN else did).setdefault(who, set()).add(visit.journey.id)
    broken = {journey for journeys in stopped_at.values() for journey in journeys}
    unhurt = [who for who in did if who not in stopped_at]
    fine = [who for who in unhurt if broken <= did[who]]
    share = share_of(personas[who] for who in fine)
    nobody_knows = (unhurt and not fine) or (fine and share is None)
    if not broken or nobody_knows or any(personas[who].share is None for who in stopped_at):
        return ""
    return whole_run.works_for(share or 0, [personas[who].who for who in fine])
