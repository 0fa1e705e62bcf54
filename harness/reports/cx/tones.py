"""Verdicts in, the tone out in which the page speaks of them."""

from collections.abc import Iterable
from enum import StrEnum

from harness.judge import Judgement, Verdict
from harness.record import VisitRecord

Judged = tuple[VisitRecord, Judgement]


class Tone(StrEnum):
    """The colours of the page, worst first; each is also the name of an icon and of a CSS class."""

    BROKEN = "broken"
    SLOW = "slow"
    OVER_LIMIT = "over-limit"
    ANNOYING = "annoying"
    UNPROVEN = "unproven"
    FINE = "fine"


TONES: dict[Verdict, Tone] = {
    Verdict.FINE: Tone.FINE,
    Verdict.NOT_WALKED: Tone.UNPROVEN,
    Verdict.STOPPED_ON_PURPOSE: Tone.UNPROVEN,
    Verdict.ANNOYING: Tone.ANNOYING,
    Verdict.OVER_BUDGET: Tone.OVER_LIMIT,
    Verdict.SLOW: Tone.SLOW,
    Verdict.OUTDATED: Tone.UNPROVEN,
    Verdict.FAULTY_FILE: Tone.UNPROVEN,
    Verdict.NOT_JUDGED: Tone.UNPROVEN,
    Verdict.BLOCKED: Tone.UNPROVEN,
    Verdict.BROKEN: Tone.BROKEN,
    Verdict.SITE_DOWN: Tone.BROKEN,
}

WORST_FIRST = tuple(Tone)
MILDEST_FIRST = tuple(Verdict)


def tone_of_journey(tones: Iterable[Tone]) -> Tone:
    """Return what several walks amount to: the worst that was experienced, grey only if nothing was."""
    seen = set(tones)
    experienced = [tone for tone in WORST_FIRST if tone in seen and tone is not Tone.UNPROVEN]
    return experienced[0] if experienced else Tone.UNPROVEN


def anchor_of(visit: VisitRecord) -> str:
    """Return the name by which links on the page find a walk."""
    return "walk-" + "".join(c if c.isalnum() and c.isascii() else "-" for c in visit.id)
