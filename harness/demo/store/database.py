"""A path in, a ready SQLite database and connections to it out."""

import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path

from harness.demo.store.seed import seed

BUSY_SECONDS = 10
SCHEMA = Path(__file__).with_name("schema.sql")


class DatabaseError(Exception):
    """The shop's database cannot be used."""


def prepare(path: Path, today: date) -> str:
    """Create and fill the database unless it exists, and return the key that signs its visitors' cookies.

    Raises:
        DatabaseError: if the file cannot be written or is not a database of this shop.
    """
    try:
        with closing(connect(path)) as connection:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.executescript(SCHEMA.read_text("utf-8"))
            return _first_use(connection, today)
    except (OSError, sqlite3.Error) as error:
        raise DatabaseError(
            f'cannot use database "{path}": {error}. Name a file in a folder you can write.'
        ) from error


def _first_use(connection: sqlite3.Connection, today: date) -> str:
    with transaction(connection):
        row = connection.execute("SELECT value FROM settings WHERE name = 'cookie-key'").fetchone()
        if row:
            return str(row["value"])
        key = secrets.token_hex(32)
        connection.execute("INSERT INTO settings VALUES ('cookie-key', ?)", (key,))
        seed(connection, today)
        return key


def connect(path: Path) -> sqlite3.Connection:
    """Open a connection whose rows are read by column name and whose writes need `transaction`."""
    connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
    connection.row_factory = sqlite3.Row
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = NORMAL")
    return connection


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Write all or nothing."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")
