"""A commitment with its events in, what has become of it by now out; asks nobody, reads nothing."""

from collections.abc import Collection
from typing import TYPE_CHECKING, Literal

from harness.ledger.model import Entry, What

if TYPE_CHECKING:
    from harness.record import EffectState

Outcome = Literal["under way", "withdrawn", "placed", "outcome unknown", "not placed"]
PLACED: frozenset[What] = frozenset({"placed", "placed, confirmation lost"})
LEAVES_DEBTS = frozenset({"account", "order", "return"})


def outcome_of(entry: Entry) -> Outcome:
    """Say whether it was placed.

    What was seen once at the shop stays placed, whatever is written later; else the last word counts. A claim
    that nobody is at any more, and that has no outcome, may or may not have been pressed: it is unknown.
    """
    if PLACED & _written(entry):
        return "placed"
    for event in reversed(entry.events):
        if event.what in ("withdrawn", "not placed", "outcome unknown"):
            return event.what
    return "under way" if entry.is_at_work else "outcome unknown"


def state_of(entry: Entry) -> "EffectState":
    """Say in one word where it stands, for a reader: the latest of outcome, undoing and settling."""
    written = _written(entry)
    if "settled" in written:
        return "settled"
    if "undone" in written:
        return "undone"
    for event in reversed(entry.events):
        if event.what in ("undoing", "undo failed"):
            return "undoing" if event.what == "undoing" and entry.is_at_work else "undo failed"
    if "placed, confirmation lost" in written and "placed" not in written:
        return "placed, confirmation lost"
    return outcome_of(entry)


def holds_a_place(entry: Entry) -> bool:
    """Say whether it counts under the caps of its day: unless it is known that nothing was placed."""
    return outcome_of(entry) not in ("withdrawn", "not placed")


def is_left(entry: Entry) -> bool:
    """Say whether it is still there at the shop, as far as anybody knows: not undone and not settled."""
    return holds_a_place(entry) and not {"undone", "settled"} & _written(entry)


def is_unresolved(entry: Entry) -> bool:
    """Say whether it must be looked up at the shop before the same is done again."""
    return outcome_of(entry) == "outcome unknown" and is_left(entry)


def is_debt(entry: Entry, handled: Collection[str] = ()) -> bool:
    """Say whether somebody must still undo or settle it.

    Args:
        entry: The commitment.
        handled: The levels that the shop's people take care of themselves.
    """
    is_of_the_kind = entry.claim.level in LEAVES_DEBTS and entry.claim.level not in handled
    return is_of_the_kind and is_left(entry) and outcome_of(entry) != "under way"


def is_open(entry: Entry) -> bool:
    """Say whether something is still to come of it: it is under way, unresolved or a debt."""
    return outcome_of(entry) == "under way" or is_unresolved(entry) or is_debt(entry)


def _written(entry: Entry) -> set[What]:
    return {event.what for event in entry.events}
