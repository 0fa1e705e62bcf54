"""What is committed to at live sites: claimed before it is done, kept for good, shared by machines."""

from harness.ledger.counting import Allowance
from harness.ledger.ledger import Ledger
from harness.ledger.model import Claim, Entry, Event, Process
from harness.ledger.place import Place, ledger_place
from harness.ledger.state import (
    holds_a_place,
    is_debt,
    is_left,
    is_open,
    is_unresolved,
    outcome_of,
    state_of,
)
from harness.ledger.trouble import (
    AlreadyDoneError,
    CapReachedError,
    LedgerError,
    OutcomeUnknownError,
    RefusedError,
)
from harness.ledger.wanted import Wanted

__all__ = [
    "Allowance",
    "AlreadyDoneError",
    "CapReachedError",
    "Claim",
    "Entry",
    "Event",
    "Ledger",
    "LedgerError",
    "OutcomeUnknownError",
    "Place",
    "Process",
    "RefusedError",
    "Wanted",
    "holds_a_place",
    "is_debt",
    "is_left",
    "is_open",
    "is_unresolved",
    "ledger_place",
    "outcome_of",
    "state_of",
]
