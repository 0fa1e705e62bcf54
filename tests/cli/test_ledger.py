import getpass
import json
from pathlib import Path

import pytest

from harness.ledger import Entry, Ledger, Place, Wanted
from tests.ledger.claims import SHOP, UNLIMITED, a_claim

from .conftest import Harness

OTHER = "other.example"
HEAD = (
    "when              state            level    cost       site           journey    persona  marker  note"
)


@pytest.fixture
def place(project: Path) -> Place:
    """Return where a project's ledger lies when nobody says it."""
    return Place(str(project / "reports" / "ledger.sqlite"), is_server=False)


@pytest.fixture
def three(place: Place) -> list[Entry]:
    """Write an order that was placed, one of unknown outcome, and a message."""
    ledger = Ledger.open(place)
    placed = ledger.claim(a_claim("1", marker="f00d"), UNLIMITED)
    ledger.placed(placed, "order 1001")
    unknown = ledger.claim(a_claim("2", marker="cafe", cost=None, site=OTHER), UNLIMITED)
    ledger.outcome_unknown(unknown, "no page came")
    message = ledger.claim(a_claim("3", marker="beef", cost=None, level="message"), UNLIMITED)
    ledger.placed(message)
    return [placed, unknown, message]


def when(entry: Entry) -> str:
    return f"{entry.at.astimezone():%Y-%m-%d %H:%M}"


def test_lists_what_was_committed_to_newest_first(harness: Harness, three: list[Entry], place: Place) -> None:
    first, second, third = map(when, three)
    done = harness("ledger")

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        HEAD,
        f"{third}  placed           message             {SHOP}   buy/order  anna     beef",
        f"{second}  outcome unknown  order               {OTHER}  buy/order  anna     cafe    no page came",
        f"{first}  placed           order    40.00 USD  {SHOP}   buy/order  anna     f00d    order 1001",
        "",
        f"{place.path}: 3 entries, 2 open",
    ]


@pytest.mark.parametrize(
    ("asked", "markers"),
    [
        (("--open",), ["cafe", "f00d"]),
        (("--site", SHOP), ["beef", "f00d"]),
        (("--day", "today", "--open", "--site", SHOP), ["f00d"]),
        (("--day", "2026-01-01"), []),
    ],
)
def test_lists_what_is_asked_for(
    harness: Harness, three: list[Entry], asked: tuple[str, ...], markers: list[str]
) -> None:
    told = json.loads(harness("ledger", "--json", *asked).stdout)
    assert [entry["marker"] for entry in told["entries"]] == markers


def test_settling_ends_a_debt_and_keeps_who_did_it(
    harness: Harness, three: list[Entry], place: Place
) -> None:
    done = harness("ledger", "settle", "f00d", "--note", "sent back by hand")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == f"settled: the order of {when(three[0])} at shop.example\n"

    (entry,) = Ledger.open(place).entries(Wanted(marker="f00d"))
    assert (entry.events[-1].note, entry.events[-1].who) == ("sent back by hand", getpass.getuser())
    again = harness("ledger", "settle", "f00d", "--note", "again")
    assert (again.returncode, again.stderr) == (
        4,
        'nothing of "f00d" can be settled: the order is settled. Leave it as it is.\n',
    )


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("settle", "dead", "--note", "x"), 'nothing has the marker "dead". Type: harness ledger --open'),
        (
            ("settle", "f00d", "--note", " "),
            '"--note" is empty. Say what you did, or what you found at the shop.',
        ),
        (("--open", "settle", "f00d", "--note", "x"), 'what stands before "settle" is not read.'),
        (("--day", "tomorrow"), '"tomorrow" is no day. Write it as in 2026-11-22, or "today".'),
        (("--ledger", "nowhere.sqlite"), "nowhere.sqlite: there is no such file. Check the path."),
        (("--ledger", "mysql://db"), 'no ledger can be kept in "mysql://".'),
    ],
)
def test_what_cannot_be_done_is_told(
    harness: Harness, three: list[Entry], words: tuple[str, ...], sentence: str
) -> None:
    done = harness("ledger", *words)
    assert (done.returncode, done.stdout) == (4, "")
    assert sentence in done.stderr


def test_a_ledger_that_cannot_be_read_is_the_machines_trouble(harness: Harness) -> None:
    done = harness("ledger", HARNESS_LEDGER="postgresql://shop:s3cret@127.0.0.1:9/ledger")
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr == (
        "postgresql://127.0.0.1:9/ledger: the server of the ledger cannot be reached. Look at its address,"
        " and whether it runs.\n"
    )


def test_looking_makes_no_ledger(harness: Harness, place: Place) -> None:
    done = harness("ledger")
    assert (done.returncode, done.stdout) == (
        0,
        f"{place.path}: no ledger yet: nothing was committed to\n",
    )
    assert not place.exists()
