"""What a run gives to each of its visits."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from harness.language.known.evidence import WantedEvidence
from harness.pace import SiteTurns
from harness.shopper.committing.terms import Terms
from harness.shopper.identity import Identity
from harness.shopper.machine.load import MachineReaders
from harness.shopper.providing import Provided

if TYPE_CHECKING:
    from harness.ledger import Entry

PATIENCE_MS = 10_000
"""How long a customer waits for one thing: after 10 s attention is lost (Nielsen 1993)."""


@dataclass(frozen=True)
class VisitSettings:
    """What the run gives to each of its visits.

    Args:
        run_id: The run's name.
        address: The site's address as it is now: the embedded shop has a new port each time.
        base: The folder above the journeys.
        terms: On which terms it may commit to anything.
        versions: Versions of what the visit is made with.
        provided: Where secrets and listed variables come from.
        identity: How the shop can tell that it is us.
        control_address: Asked when the site cannot be reached, to know whether anything can.
        evidence: What the visit is to leave behind.
        only_stopped: Kinds of evidence that are thrown away when the visit went well.
        retry_of: Why the visit is walked anew, if it is.
        machine: What tells how busy this machine is.
        pause_ms: How long the shopper waits before each deed but the first.
        turns: Whose turn it is to load a page; None where nobody counts.
        waited_ms: How long the visit has waited for its turn before it began.
        marker: What the shop gets to see as `${visit.marker}`; empty for a new one.
        left: What an earlier run left of this visit, which is looked up or undone.
    """

    run_id: str
    address: str
    base: Path
    terms: Terms
    versions: Mapping[str, str]
    provided: Provided
    identity: Identity
    patience_ms: int = PATIENCE_MS
    control_address: str = ""
    evidence: WantedEvidence = field(default_factory=WantedEvidence)
    only_stopped: frozenset[str] = frozenset()
    retry_of: str = ""
    machine: MachineReaders = field(default_factory=MachineReaders)
    pause_ms: int = 0
    turns: SiteTurns | None = None
    waited_ms: int = 0
    marker: str = ""
    left: "tuple[Entry, ...]" = ()
