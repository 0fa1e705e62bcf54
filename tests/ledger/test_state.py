from datetime import UTC, datetime, timedelta

import pytest

from harness.ledger import (
    Entry,
    Event,
    Process,
    holds_a_place,
    is_debt,
    is_left,
    is_unresolved,
    outcome_of,
    state_of,
)
from harness.ledger.model import What

from .claims import a_claim

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
SOMEBODY = Process("host", "boot", 1, "then")


def entry(*later: What, level: str = "order", is_at_work: bool = False) -> Entry:
    what: tuple[What, ...] = ("claimed", *later)
    events = tuple(Event(each, NOON + timedelta(seconds=s), SOMEBODY) for s, each in enumerate(what))
    return Entry(1, a_claim(level=level), events, is_at_work=is_at_work)


@pytest.mark.parametrize(
    ("later", "state", "facts"),
    [
        ((), "outcome unknown", "holds left unresolved debt"),
        (("withdrawn",), "withdrawn", ""),
        (("placed",), "placed", "holds left debt"),
        (("outcome unknown",), "outcome unknown", "holds left unresolved debt"),
        (("outcome unknown", "placed, confirmation lost"), "placed, confirmation lost", "holds left debt"),
        (("outcome unknown", "not placed"), "not placed", ""),
        (("not placed", "placed, confirmation lost"), "placed, confirmation lost", "holds left debt"),
        (("placed", "not placed"), "placed", "holds left debt"),
        (("placed", "outcome unknown"), "placed", "holds left debt"),
        (("placed, confirmation lost", "placed"), "placed", "holds left debt"),
        (("placed", "undoing"), "undo failed", "holds left debt"),
        (("placed", "undoing", "undo failed"), "undo failed", "holds left debt"),
        (("placed", "undoing", "undone"), "undone", "holds"),
        (("placed", "undone", "undoing", "undo failed"), "undone", "holds"),
        (("outcome unknown", "undone"), "undone", "holds"),
        (("placed", "settled"), "settled", "holds"),
        (("outcome unknown", "settled"), "settled", "holds"),
    ],
)
def test_what_was_written_tells_what_became_of_it(later: tuple[What, ...], state: str, facts: str) -> None:
    made = entry(*later)
    told = {
        "holds": holds_a_place(made),
        "left": is_left(made),
        "unresolved": is_unresolved(made),
        "debt": is_debt(made),
    }

    assert (state_of(made), {name for name, holds in told.items() if holds}) == (state, {*facts.split()})


def test_a_claim_whose_process_is_at_work_is_under_way_holds_a_place_and_is_no_debt_yet() -> None:
    made = entry(is_at_work=True)

    assert (outcome_of(made), holds_a_place(made)) == ("under way", True)
    assert not is_unresolved(made)
    assert not is_debt(made)


def test_a_process_at_work_does_not_make_an_unknown_outcome_known() -> None:
    assert is_unresolved(entry("outcome unknown", is_at_work=True))


def test_undoing_is_under_way_as_long_as_its_process_is() -> None:
    assert state_of(entry("placed", "undoing", is_at_work=True)) == "undoing"


@pytest.mark.parametrize(
    ("level", "handled", "is_one"),
    [
        ("account", (), True),
        ("return", ("order",), True),
        ("order", ("order",), False),
        ("message", (), False),
    ],
)
def test_a_debt_is_what_nobody_takes_care_of(level: str, handled: tuple[str, ...], is_one: bool) -> None:  # noqa: FBT001 -- a case
    assert is_debt(entry("placed", level=level), handled) is is_one
