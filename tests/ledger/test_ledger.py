"""What holds wherever a ledger lies: in a file, and on a server."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError

from harness.database.engines import engine_of
from harness.language.safety import Caps
from harness.ledger import (
    Allowance,
    AlreadyDoneError,
    CapReachedError,
    Ledger,
    LedgerError,
    OutcomeUnknownError,
    Place,
    Wanted,
    state_of,
)
from harness.ledger.book import LEDGER

from .claims import SHOP, THREE_A_DAY, UNLIMITED, a_claim, dollars
from .conftest import KINDS


def test_a_claim_is_kept_as_it_was_made(ledger: Ledger, place: Place) -> None:
    claim = a_claim(row={"size": "Größe 38", "code": "0154"}, cost=dollars("40.10"))
    earliest = datetime.now(UTC)
    made = ledger.claim(claim, THREE_A_DAY)
    ledger.placed(made, "order 1001")

    (kept,) = Ledger.open(place).entries()
    assert (kept.claim, kept.number, kept.at) == (claim, made.number, made.at)
    assert [(event.what, event.note) for event in kept.events] == [("claimed", ""), ("placed", "order 1001")]
    assert earliest <= kept.at <= kept.events[1].at <= datetime.now(UTC)
    assert kept.events[0].process == kept.events[1].process
    assert kept.is_at_work


def test_the_fourth_order_of_a_day_is_refused_and_nothing_is_written_of_it(ledger: Ledger) -> None:
    for visit in "123":
        ledger.placed(ledger.claim(a_claim(visit), THREE_A_DAY))
    with pytest.raises(CapReachedError, match="3 of 3 orders of this day are placed"):
        ledger.claim(a_claim("4"), THREE_A_DAY)

    assert [entry.claim.visit for entry in ledger.entries()] == ["3", "2", "1"]
    ledger.claim(a_claim("4", site="other.example"), THREE_A_DAY)


def test_open_orders_of_earlier_days_are_found(ledger: Ledger) -> None:
    allowance = Allowance(Caps(orders_a_day=None, open_orders=1), UTC)
    ledger.placed(ledger.claim(a_claim("1"), allowance))
    tomorrow_there = Allowance(Caps(orders_a_day=1, open_orders=1), UTC)

    with pytest.raises(CapReachedError, match="1 of 1 open orders"):
        ledger.claim(a_claim("2"), replace(tomorrow_there, caps=Caps(orders_a_day=None, open_orders=1)))


def test_what_was_not_placed_gives_its_place_back(ledger: Ledger) -> None:
    one = Allowance(Caps(orders_a_day=1, open_orders=1), UTC)
    ledger.withdrawn(ledger.claim(a_claim("1"), one))
    second = ledger.claim(a_claim("2"), one)
    ledger.outcome_unknown(second, "the page never came")
    ledger.looked_up(second, "not in the list of orders", placed=False)
    ledger.claim(a_claim("3"), one)

    assert [state_of(entry) for entry in ledger.entries()] == ["under way", "not placed", "withdrawn"]


def test_a_visit_claims_once_for_a_step_in_a_run(ledger: Ledger) -> None:
    ledger.withdrawn(ledger.claim(a_claim(), UNLIMITED))
    with pytest.raises(AlreadyDoneError, match='"Pay" has committed in this visit before'):
        ledger.claim(a_claim(), UNLIMITED)

    ledger.claim(a_claim(place="journeys/buy/order.yaml:20:5", level="return"), UNLIMITED)
    ledger.claim(a_claim(run="2026-11-23-030000", marker="another"), UNLIMITED)


def test_a_marker_belongs_to_one_visit(ledger: Ledger) -> None:
    ledger.claim(a_claim(marker="f00dbabe"), UNLIMITED)
    with pytest.raises(LedgerError, match='"f00dbabe" was used by another visit before'):
        ledger.claim(a_claim("another", marker="f00dbabe"), UNLIMITED)


def test_an_unknown_outcome_stops_its_journey_until_it_is_looked_up(ledger: Ledger) -> None:
    lost = ledger.claim(a_claim("1"), UNLIMITED)
    ledger.outcome_unknown(lost, "the browser died")
    with pytest.raises(OutcomeUnknownError) as refused:
        ledger.claim(a_claim("2"), UNLIMITED)
    assert refused.value.numbers == (lost.number,)
    (unresolved,) = ledger.unresolved(SHOP)
    assert unresolved.claim == lost.claim

    ledger.looked_up(unresolved, "order 1002", placed=True)
    ledger.claim(a_claim("2"), UNLIMITED)
    assert ledger.unresolved(SHOP) == ()
    assert [state_of(entry) for entry in ledger.debts(SHOP)] == ["placed, confirmation lost"]


def test_a_debt_ends_when_it_is_undone_or_settled(ledger: Ledger) -> None:
    for visit in "123":
        ledger.placed(ledger.claim(a_claim(visit), UNLIMITED))
    third, second, first = ledger.debts()
    assert ledger.debts("other.example") == ()
    assert ledger.debts(handled=("order",)) == ()

    assert ledger.begin_undoing(first)
    ledger.undone(first)
    assert ledger.begin_undoing(second)
    ledger.undo_failed(second, "it was sent already")
    assert [debt.number for debt in ledger.debts(SHOP)] == [third.number, second.number]

    (settled,) = ledger.settle(second.claim.marker, note="sent back by hand", who="anna")
    assert settled.number == second.number
    assert ledger.settle(second.claim.marker, note="again", who="anna") == ()
    assert [debt.number for debt in ledger.debts()] == [third.number]
    last = ledger.entries(Wanted(number=second.number))[0].events[-1]
    assert (last.what, last.note, last.who) == ("settled", "sent back by hand", "anna")


def test_what_is_undone_or_settled_is_not_undone_again(ledger: Ledger) -> None:
    entry = ledger.claim(a_claim(), UNLIMITED)
    ledger.placed(entry)
    assert ledger.begin_undoing(entry)
    assert ledger.begin_undoing(entry)  # the same process may try again
    ledger.undone(entry)
    assert not ledger.begin_undoing(entry)


def test_what_is_under_way_is_not_settled(ledger: Ledger) -> None:
    entry = ledger.claim(a_claim(), UNLIMITED)
    assert ledger.settle(entry.claim.marker, note="too early", who="anna") == ()
    with pytest.raises(ValueError, match="a note is missing"):
        ledger.settle(entry.claim.marker, note=" ", who="anna")


def test_entries_are_chosen_by_site_run_marker_and_time(ledger: Ledger) -> None:
    first = ledger.claim(a_claim("1"), UNLIMITED)
    second = ledger.claim(a_claim("2", site="other.example", run="another"), UNLIMITED)

    def numbers(wanted: Wanted) -> list[int]:
        return [entry.number for entry in ledger.entries(wanted)]

    assert numbers(Wanted(site=SHOP)) == [first.number]
    assert numbers(Wanted(run="another")) == [second.number]
    assert numbers(Wanted(marker=first.claim.marker)) == [first.number]
    assert numbers(Wanted(since=second.at)) == [second.number]
    assert numbers(Wanted(until=second.at)) == [first.number]


def change(place: Place, do: Callable[[Connection], object]) -> None:
    with engine_of(LEDGER, place).begin() as connection:
        do(connection)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE ledger_claims SET level = 'message'",
        "DELETE FROM ledger_claims",
        "UPDATE ledger_events SET what = 'not placed'",
        "DELETE FROM ledger_events",
        "DELETE FROM ledger_schema",
    ],
)
def test_nobody_changes_what_was_written(ledger: Ledger, place: Place, statement: str) -> None:
    ledger.placed(ledger.claim(a_claim(), UNLIMITED))
    with pytest.raises(DBAPIError, match="the ledger keeps what was written once"):
        change(place, lambda connection: connection.execute(text(statement)))

    assert [state_of(entry) for entry in ledger.entries()] == ["placed"]


PUT_IN_ITS_PLACE = """
INSERT INTO ledger_claims OVERRIDING SYSTEM VALUE SELECT * FROM ledger_claims
ON CONFLICT (number) DO UPDATE SET level = 'message'
"""


@pytest.mark.parametrize(
    ("kind", "statement"),
    [
        ("file", "INSERT OR REPLACE INTO ledger_claims SELECT * FROM ledger_claims"),
        ("file", "REPLACE INTO ledger_events SELECT * FROM ledger_events"),
        ("file", "INSERT OR REPLACE INTO ledger_schema SELECT * FROM ledger_schema"),
        ("server", "TRUNCATE ledger_events"),
        ("server", "TRUNCATE ledger_claims CASCADE"),
        ("server", PUT_IN_ITS_PLACE),
    ],
)
def test_nor_by_the_back_door(request: pytest.FixtureRequest, kind: str, statement: str) -> None:
    place = KINDS[kind](request)
    ledger = Ledger.open(place)
    ledger.placed(ledger.claim(a_claim(), UNLIMITED))
    with pytest.raises(DBAPIError, match="the ledger keeps what was written once"):
        change(place, lambda connection: connection.execute(text(statement)))

    assert [state_of(entry) for entry in ledger.entries()] == ["placed"]


def test_a_ledger_that_a_newer_version_has_written_is_refused(ledger: Ledger, place: Place) -> None:
    newer = text("INSERT INTO ledger_schema (version, at) VALUES (2, '2027-01-01 00:00:00')")
    change(place, lambda connection: connection.execute(newer))
    with pytest.raises(LedgerError, match="a newer version of the harness has written this ledger"):
        Ledger.open(place)


def test_a_ledger_whose_tables_are_gone_is_not_begun_anew_in_the_middle_of_a_run(
    ledger: Ledger, place: Place
) -> None:
    tables = ("ledger_events", "ledger_claims", "ledger_schema")
    change(place, lambda connection: [connection.execute(text(f"DROP TABLE {name}")) for name in tables])
    with pytest.raises(LedgerError, match="the ledger was there and is gone"):
        ledger.claim(a_claim(), UNLIMITED)
