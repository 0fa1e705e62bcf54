"""The words of a preflight: what is looked at, what was seen, and whose turn it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from harness.compile.visits import PlannedVisit
from harness.language.model import Persona, Site
from harness.shopper.identity import Identity
from harness.shopper.providing import Provided


class Sign(StrEnum):
    """How one thing looks."""

    GOOD = "good"
    WARNING = "warning"
    SITE = "wrong with the site"
    HERE = "wrong here"


@dataclass(frozen=True)
class Look:
    """One thing that was looked at: its name, how it is, a sentence, and what to do where it is not good."""

    name: str
    sign: Sign
    sentence: str
    remedy: str = ""


@dataclass(frozen=True)
class Errand:
    """What a preflight is about.

    Args:
        site: The site.
        address: Its address as it is now.
        persona: Who looks.
        visits: The visits that were chosen.
        faulty: The files with mistakes, which cannot be walked.
        allowed: The levels that the run is to be granted.
        provided: Where secrets come from.
        identity: How the shop can tell that it is us; None where its header has no value.
        no_identity: Why there is none.
        reports: Where runs are written.
    """

    site: Site
    address: str
    persona: Persona
    visits: Sequence[PlannedVisit]
    faulty: Sequence[str]
    allowed: Sequence[str]
    provided: Provided
    identity: Identity | None
    no_identity: str
    reports: Path


def exit_code_of(looks: Sequence[Look]) -> int:
    """Return 1 where something is wrong with the site, 3 where it is here, else 0."""
    signs = {look.sign for look in looks}
    return 1 if Sign.SITE in signs else 3 if Sign.HERE in signs else 0
