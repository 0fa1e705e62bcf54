"""Real processes share a ledger: they claim at once, they are killed, their machine is another one."""

import random
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from harness.ledger import Event, Ledger, OutcomeUnknownError, Place, Process, state_of
from harness.ledger.process import may_be_at_work, this_process

from .claims import SHOP, UNLIMITED, a_claim
from .conftest import KINDS

CHECKOUT = Path(__file__).parents[2]


def crowd(place: Place) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "tests.ledger.crowd", place.asked, "100"],
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip() + done.stderr


def test_a_hundred_processes_that_claim_at_once_place_three_orders(file: Place) -> None:
    assert crowd(file) == "3 97 0"
    assert [state_of(entry) for entry in Ledger.open(file).entries()] == ["placed"] * 3


@pytest.mark.long
def test_a_hundred_processes_that_claim_at_once_on_a_server_place_three_orders(
    request: pytest.FixtureRequest,
) -> None:
    place = KINDS["server"](request)

    assert crowd(place) == "3 97 0"
    assert [state_of(entry) for entry in Ledger.open(place).entries()] == ["placed"] * 3


def test_a_process_that_is_killed_after_its_claim_leaves_one_that_must_be_looked_up(place: Place) -> None:
    ledger = Ledger.open(place)
    with subprocess.Popen(
        [sys.executable, "-m", "tests.ledger.killed", place.asked], cwd=CHECKOUT, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout
        assert process.stdout.readline() == b"killed-0\n"
        assert ledger.unresolved(SHOP) == ()
        assert [state_of(entry) for entry in ledger.entries()] == ["under way"]
        ledger.claim(a_claim("meanwhile"), UNLIMITED)
        process.kill()
        process.wait()

    (left,) = ledger.unresolved(SHOP)
    assert (left.claim.visit, state_of(left)) == ("killed-0", "outcome unknown")
    assert [debt.number for debt in ledger.debts(SHOP)] == [left.number]
    with pytest.raises(OutcomeUnknownError):
        ledger.claim(a_claim("next", journey=left.claim.journey), UNLIMITED)


@pytest.mark.long
def test_whatever_is_killed_at_whatever_moment_what_was_claimed_is_in_the_ledger(place: Place) -> None:
    told: list[str] = []
    for number in range(20):
        with subprocess.Popen(
            [sys.executable, "-m", "tests.ledger.killed", place.asked, f"{number}"],
            cwd=CHECKOUT,
            stdout=subprocess.PIPE,
            text=True,
        ) as process:
            assert process.stdout
            told.append(process.stdout.readline().strip())
            time.sleep(random.uniform(0, 0.1))  # noqa: S311 -- any moment will do
            process.kill()
            told += process.stdout.read().split("\n")[:-1]

    kept = [entry.claim.visit for entry in Ledger.open(place).entries()]
    assert len(kept) == len(set(kept))
    assert set(told) <= set(kept)
    assert len(kept) - len(told) <= 20  # at most the one that each was writing
    assert len(Ledger.open(place).unresolved(SHOP)) == len(kept)


def test_a_process_that_undoes_keeps_others_off_until_it_is_gone(file: Place) -> None:
    ledger = Ledger.open(file)
    entry = ledger.claim(a_claim(), UNLIMITED)
    ledger.placed(entry)
    undo = (
        "import sys, time; from harness.ledger import *;"
        "ledger = Ledger.open(Place(sys.argv[1], is_server=False));"
        "print(ledger.begin_undoing(*ledger.entries()), flush=True); time.sleep(600)"
    )
    with subprocess.Popen([sys.executable, "-c", undo, file.asked], stdout=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stdout.readline() == b"True\n"
        assert not ledger.begin_undoing(entry)
        process.kill()
        process.wait()

    assert state_of(*ledger.entries()) == "undo failed"
    assert ledger.begin_undoing(entry)


NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
US = this_process()


@pytest.mark.parametrize(
    ("process", "minutes", "at_work"),
    [
        (US, 300, True),
        (Process(US.host, US.machine, US.pid, "another start"), 0, False),
        (Process(US.host, US.machine, 2**22 + 1, US.started), 0, False),
        (Process("another", US.machine, 2**22 + 1, ""), 29, True),
        (Process("another", US.machine, 2**22 + 1, ""), 30, False),
        (Process(US.host, "of the same name", 2**22 + 1, ""), 29, True),
    ],
    ids=[
        "ours",
        "number taken by another",
        "gone",
        "elsewhere",
        "elsewhere, long ago",
        "another of that name",
    ],
)
def test_whether_a_process_may_be_at_work(process: Process, minutes: int, at_work: bool) -> None:  # noqa: FBT001 -- a case
    event = Event("claimed", NOW - timedelta(minutes=minutes), process)

    assert may_be_at_work(event, NOW) is at_work
