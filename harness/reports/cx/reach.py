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
    """Say for how many customers all works that shoppers like them tried; empty where nobody can tell."""
    tones: dict[str, set[Tone]] = {}
    personas = {}
    for visit, judgement in judged:
        personas[visit.persona.id] = visit.persona
        tones.setdefault(visit.persona.id, set()).add(TONES[judgement.verdict])
    stopped = [who for who, seen in tones.items() if Tone.BROKEN in seen]
    fine = [who for who, seen in tones.items() if Tone.BROKEN not in seen and seen - {Tone.UNPROVEN}]
    share = share_of(personas[who] for who in fine)
    if not stopped or (fine and share is None) or any(personas[who].share is None for who in stopped):
        return ""
    return whole_run.works_for(share or 0, [personas[who].who for who in fine])
