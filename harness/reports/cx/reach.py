"""Who met a thing and who did not in, how many customers that stands for out."""

from collections.abc import Iterable

from harness.record import PersonaFacts
from harness.reports.cx.tones import TONES, Judged, Tone
from harness.reports.cx.words import whole_run


def share_of(personas: Iterable[PersonaFacts]) -> float | None:
    """Return the share of customers these stand for; None where it is known of none of them."""
    shares = {persona.id: persona.share for persona in personas}
    known = [share for share in shares.values() if share is not None]
    return min(sum(known), 1.0) if known else None


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
