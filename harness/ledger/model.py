"""What is about to be committed to in; what the ledger keeps of it out: frozen values."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from harness.language.known.commitments import COMMITTING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from harness.values.model import Money

What = Literal[
    "claimed",
    "withdrawn",
    "placed",
    "outcome unknown",
    "placed, confirmation lost",
    "not placed",
    "undoing",
    "undone",
    "undo failed",
    "settled",
]
"""What may be written of a commitment.

- claimed: a place under the caps is taken, before anything is pressed
- withdrawn: nothing was pressed after all
- placed: the shop confirmed it
- outcome unknown: it was pressed, and nobody can tell what came of it
- placed, confirmation lost; not placed: what a later look at the shop showed
- undoing, undone, undo failed: of its cleanup
- settled: a person took care of what was left
"""


@dataclass(frozen=True)
class Claim:
    """What a visit is about to commit to.

    Args:
        marker: What the shop gets to see as `${visit.marker}`; no other visit has it.
        site: The shop, by a text that stays the same over runs and machines.
        level: `message`, `account`, `order` or `return`.
        run: The run's id.
        visit: The planned visit's id, of which its row and persona are part.
        journey: The journey's id.
        persona: The persona's id.
        file: The journey's file, relative to the folder above the journeys.
        step: The name of the step that commits.
        place: Where that step stands: `journeys/buy/order.yaml:31:5`. A visit claims once for a place.
        row: The values of its row, as they were written.
        cost: What it costs, as the page says before the click; None where nothing says so.

    Raises:
        ValueError: The level is none of these, or the cost is below zero, no number or without a currency.
    """

    marker: str
    site: str
    level: str
    run: str
    visit: str
    journey: str
    persona: str
    file: str
    step: str
    place: str
    row: Mapping[str, str] = field(default_factory=dict)
    cost: Money | None = None

    def __post_init__(self) -> None:
        if self.level not in COMMITTING:
            raise ValueError(f'level "{self.level}" commits to nothing. Known: {", ".join(COMMITTING)}.')
        if self.cost and not (self.cost.amount.is_finite() and self.cost.amount >= 0 and self.cost.currency):
            raise ValueError(f"{self.cost} is no cost. Give an amount from zero up, and its currency.")


@dataclass(frozen=True)
class Process:
    """Who writes into the ledger.

    Args:
        host: The machine's name.
        machine: What tells this start of this machine from others of that name.
        pid: The process id there.
        started: When it started, as that system counts; empty where it does not tell.
    """

    host: str
    machine: str
    pid: int
    started: str


@dataclass(frozen=True)
class Event:
    """Something that was written of a commitment.

    Args:
        what: What happened.
        at: When, in UTC.
        process: Which process wrote it.
        note: In plain words: the order's number, why an undo failed, what a person did.
        who: The person, where it was one.
    """

    what: What
    at: datetime
    process: Process
    note: str = ""
    who: str = ""


@dataclass(frozen=True)
class Entry:
    """A commitment with all that was written of it; what that comes to is told by `harness.ledger.state`.

    Args:
        number: Its number in this ledger.
        claim: What was claimed.
        events: All that was written, oldest first; the first one is `claimed`.
        is_at_work: Whether the process of the last event may still be at it, when the entry was read: it
            runs on this machine, or wrote that on another one less than 30 minutes before.
    """

    number: int
    claim: Claim
    events: tuple[Event, ...]
    is_at_work: bool

    @property
    def at(self) -> datetime:
        """When it was claimed, in UTC."""
        return self.events[0].at
