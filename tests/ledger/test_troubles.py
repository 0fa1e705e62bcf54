"""A ledger that cannot be used is told in one sentence, with what to do, and without the password."""

import os
import shutil
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from harness.database import engines
from harness.ledger import Ledger, LedgerError, Place, ledger_place
from tests.postgresql import Server

from .claims import UNLIMITED, a_claim

CHECKOUT = Path(__file__).parents[2]


def told(place: Place) -> str:
    with pytest.raises(LedgerError) as trouble:
        Ledger.open(place).claim(a_claim(), UNLIMITED)
    return str(trouble.value).removeprefix(f"{place.shown}: ")


def test_a_ledger_is_its_owners_alone(tmp_path: Path) -> None:
    file = ledger_place(str(tmp_path / "my shop?mode=ro#50%" / "ledger.sqlite"), tmp_path)
    ledger = Ledger.open(file)
    with closing(sqlite3.connect(file.path)) as reader:  # keeps the files beside it there
        reader.execute("SELECT count(*) FROM ledger_claims").fetchone()
        ledger.claim(a_claim(), UNLIMITED)
        modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in file.path.parent.iterdir()}

    assert modes == dict.fromkeys(("ledger.sqlite", "ledger.sqlite-shm", "ledger.sqlite-wal"), 0o600)


def test_a_file_that_is_no_ledger(file: Place) -> None:
    file.path.write_text("orders: 3\n" * 1000, encoding="utf-8")
    assert told(file) == (
        "the ledger is damaged. Bring back your copy of it; until then nothing may be committed to."
    )


def test_a_damaged_ledger(file: Place) -> None:
    Ledger.open(file).claim(a_claim("before"), UNLIMITED)
    with file.path.open("r+b") as pages:
        pages.seek(4096)
        pages.write(os.urandom(3 * 4096))
    assert told(file).startswith("the ledger is damaged.")


def test_a_ledger_that_is_removed_in_the_middle_of_a_run(file: Place) -> None:
    ledger = Ledger.open(file)
    file.path.unlink()
    with pytest.raises(LedgerError, match="the ledger cannot be opened"):
        ledger.claim(a_claim(), UNLIMITED)
    assert not file.exists()


def test_a_ledger_that_another_process_keeps_locked(file: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engines, "PATIENCE_S", 0.2)
    Ledger.open(file)
    with closing(sqlite3.connect(file.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert told(file) == (
            "another process has kept the ledger locked for too long. End that one, or try again."
        )


def test_a_folder_instead_of_a_file(tmp_path: Path) -> None:
    assert told(Place(str(tmp_path), is_server=False)) == "this is a folder. Name a file for the ledger."


def on_a_disk_of_its_own(script: str, *, size: str, then: str = "true") -> str:
    """Run Python on a small disk that only it sees: the ledger is `/mnt/ledger.sqlite` there.

    Args:
        script: What is run; `ledger` opens it.
        size: How much the disk holds.
        then: What the shell does with the disk before.
    """
    unshare = shutil.which("unshare")
    begin = [unshare or "unshare", "--map-root-user", "--mount", "sh", "-c"]
    mount = f"mount -t tmpfs -o size={size} tmpfs /mnt && {then}"
    if unshare is None or subprocess.run([*begin, mount], capture_output=True, check=False).returncode:
        pytest.skip(
            "this system lets nobody mount a small disk: it is not proven what is told when a disk is full or"
            " cannot be written."
        )
    done = subprocess.run(
        [*begin, f'{mount} && exec "$0" -c "$1"', sys.executable, PRELUDE + script],
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


PRELUDE = """
from harness.ledger import Ledger, LedgerError, Place
from tests.ledger.claims import UNLIMITED, a_claim
place = Place("/mnt/ledger.sqlite", is_server=False)
"""
FILL_THE_DISK = """
ledger = Ledger.open(place)
kept = 0
try:
    while True:
        ledger.claim(a_claim(f"visit {kept}", row={"much": "x" * 9000}), UNLIMITED)
        kept += 1
except LedgerError as error:
    print(error)
print(kept > 0, len(ledger.entries()) == kept)
"""
TRY_TO_OPEN = """
try:
    Ledger.open(place)
except LedgerError as error:
    print(error)
"""


def test_a_full_disk_keeps_what_was_claimed_before() -> None:
    assert on_a_disk_of_its_own(FILL_THE_DISK, size="400k").splitlines() == [
        "/mnt/ledger.sqlite: the disk is full, so nothing may be committed to. Make room there.",
        "True True",
    ]


def test_a_disk_that_is_full_from_the_beginning() -> None:
    full = "dd if=/dev/zero of=/mnt/big bs=1k count=60 status=none"
    assert on_a_disk_of_its_own(TRY_TO_OPEN, size="64k", then=full) == (
        "/mnt/ledger.sqlite: the disk is full, so nothing may be committed to. Make room there.\n"
    )


def test_a_folder_that_cannot_be_written() -> None:
    read_only = "mount -o remount,ro /mnt"
    assert on_a_disk_of_its_own(TRY_TO_OPEN, size="64k", then=read_only) == (
        "/mnt/ledger.sqlite: the ledger cannot be written. Give this user the right to, or keep it elsewhere:"
        " HARNESS_LEDGER.\n"
    )


def test_where_the_write_ahead_log_cannot_be_had(file: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engines, "_OPENED", "mode=rw&vfs=unix-dotfile")  # locks as old network disks had them
    assert told(file) == (
        "the ledger needs SQLite's write-ahead log, which cannot be had there. Keep it on a disk of this"
        " machine, or on a PostgreSQL server."
    )


def test_a_server_that_does_not_answer() -> None:
    nobody = Place("postgresql://shopper:s3cret@127.0.0.1:9/ledger", is_server=True)
    assert told(nobody) == (
        "the server of the ledger cannot be reached. Look at its address, and whether it runs."
    )


def test_a_wrong_password_is_refused_and_not_told(server: Server) -> None:
    with pytest.raises(LedgerError) as trouble:
        Ledger.open(Place(server.address(password="wr0ng&secret"), is_server=True))

    assert str(trouble.value) == (
        f"postgresql://127.0.0.1:{server.port}/postgres: the server of the ledger refuses this user or"
        " password. Look at the address of the ledger."
    )


def test_a_database_that_is_not_there(server: Server) -> None:
    assert told(Place(server.address(database="nowhere"), is_server=True)) == (
        "the server of the ledger has no such database. Make it, or name another one."
    )


def test_a_user_needs_no_more_rights_than_to_read_and_to_add(server: Server) -> None:
    owner, guest = server.new_user(), server.new_user()
    server.say(f"GRANT USAGE ON SCHEMA {owner} TO {guest}")
    server.say(f"ALTER ROLE {guest} SET search_path = {owner}")
    theirs = Place(server.address(guest), is_server=True)
    assert told(theirs).startswith("the ledger cannot be written. Give this user the right to")

    Ledger.open(Place(server.address(owner), is_server=True))
    server.say(f"GRANT SELECT ON ALL TABLES IN SCHEMA {owner} TO {guest}")
    assert Ledger.open(theirs).entries() == ()
    assert told(theirs).startswith("the ledger cannot be written. Give this user the right to")

    server.say(f"GRANT INSERT ON ALL TABLES IN SCHEMA {owner} TO {guest}")
    assert Ledger.open(theirs).claim(a_claim(), UNLIMITED).number


@pytest.mark.parametrize(
    ("address", "trouble"),
    [
        (
            "mysql://shop:s3cret@db/ledger",
            'no ledger can be kept in "mysql://". Name a file, or a server as in',
        ),
        ("postgresql://db/ledger", "postgresql://db/ledger: a user, a server and a database must be named."),
        ("postgresql://shop:s3c@ret@db:port/ledger", "a user, a server and a database must be named."),
        ("postgres://shop:s3cret@db/ledger?sslmode=maybe", 'postgres://db/ledger: unknown sslmode "maybe".'),
    ],
)
def test_an_address_that_cannot_be_used(address: str, trouble: str, tmp_path: Path) -> None:
    with pytest.raises(LedgerError) as told_of:
        Ledger.open(ledger_place(address, tmp_path))
    assert trouble in str(told_of.value)
    assert "s3c" not in str(told_of.value)
    assert "ret@" not in str(told_of.value)


def test_a_ledger_lies_where_it_was_asked_for_else_with_the_reports(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HARNESS_LEDGER", "postgresql://shop:s3cret@db.example:5433/ledger?sslmode=require")
    on_a_server = ledger_place("", tmp_path)
    assert on_a_server.shown == "postgresql://db.example:5433/ledger"
    assert "s3cret" not in repr(on_a_server)
    assert ledger_place("mine.sqlite", tmp_path).path == Path.cwd() / "mine.sqlite"

    monkeypatch.delenv("HARNESS_LEDGER")
    assert ledger_place("", tmp_path).path == tmp_path / "ledger.sqlite"


def test_who_commits_nothing_does_not_load_the_databases_library() -> None:
    script = "import sys, harness, harness.plugin, harness.ledger; print('sqlalchemy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
