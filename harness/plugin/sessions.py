"""Who has signed in where in, the session of her browser out; and who could not sign in."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import StorageState

    from harness.compile.visits import PlannedVisit
    from harness.record import StepRecord

Who = tuple[str, str, str]
"""A site, a persona, her device: shops bind a session to the browser it was begun in."""


@dataclass(frozen=True)
class Refused:
    """A sign-in that failed: how far it came, and in which visit."""

    visit_id: str
    steps: "tuple[StepRecord, ...]"


@dataclass
class SignedIn:
    """What the visits of this process know of signing in. It is kept in memory and nowhere else."""

    sessions: "dict[Who, StorageState]" = field(default_factory=dict)
    refused: dict[Who, Refused] = field(default_factory=dict)


def who_is(visit: "PlannedVisit") -> Who:
    """Return who shops where."""
    return visit.site.name, visit.persona.id, visit.persona.device or ""
