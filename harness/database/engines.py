"""A place in, SQLAlchemy's way to the database there out: opened anew for each use, and closed."""

import os
import sqlite3
import ssl
from contextlib import closing, suppress
from errno import EISDIR
from importlib.util import find_spec
from pathlib import Path
from time import monotonic, sleep
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, NullPool, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError

from harness.database.books import Book
from harness.database.place import Place

PATIENCE_S = 30
"""How long one waits for others who write."""
_AGAIN_S = 0.05
_OURS = 0o600
_OPENED = "mode=rw"
"""A file that was removed meanwhile is not made anew (https://www.sqlite.org/uri.html)."""
_ENCRYPTION = {"disable": False, "prefer": None, "require": True}
"""PostgreSQL's words for how a connection is encrypted, as pg8000 takes them."""
_THIS_MACHINE = ("localhost", "127.0.0.1", "::1")
STRICT = ("synchronous = FULL", "fullfsync = ON", "foreign_keys = ON")
LENIENT = ("synchronous = NORMAL", "foreign_keys = ON")
ONLY_READS = "harness_only_reads"
"""The name of the option with which a connection lets others write meanwhile."""


def engine_of(book: Book, place: Place) -> Engine:
    """Return the way to a database; a file and its folder are made where there are none.

    Raises:
        KeepingError: The address cannot be read, or its driver is not installed.
        OSError: The file cannot be made.
        SQLAlchemyError: The database cannot be used.
    """
    return _server(book, place) if place.is_server else _file(book, place.path)


def lock(book: Book, connection: Connection) -> None:
    """Keep others from writing until the transaction ends; a file is locked as it begins, by `_begin`."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{PATIENCE_S}s'")
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({book.lock})")


def _file(book: Book, path: Path) -> Engine:
    _make(path)
    settings = STRICT if book.is_strict else LENIENT
    address = f"file:{quote(str(path))}?{_OPENED}"

    def connect() -> sqlite3.Connection:
        connection = sqlite3.connect(address, uri=True, timeout=PATIENCE_S, isolation_level=None)
        for setting in settings:
            connection.execute(f"PRAGMA {setting}")
        return connection

    with closing(connect()) as connection:
        mode = _with_log(connection)
        health = connection.execute("PRAGMA quick_check(1)").fetchone()[0] if book.is_strict else "ok"
    if mode != "wal":
        raise book.error(
            f"{path}: the {book.name} needs SQLite's write-ahead log, which cannot be had there. Keep it on a"
            " disk of this machine, or on a PostgreSQL server."
        )
    if health != "ok":
        raise sqlite3.DatabaseError(health)
    engine = create_engine("sqlite://", creator=connect, poolclass=NullPool)
    event.listen(engine, "begin", _begin)
    return engine


def _make(path: Path) -> None:
    """Make an empty file of our own. One that is there is not opened: closing it drops SQLite's locks."""
    if path.is_dir():
        raise IsADirectoryError(EISDIR, "a folder", str(path))
    path.parent.mkdir(parents=True, exist_ok=True)
    with suppress(FileExistsError):
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, _OURS))


def _with_log(connection: sqlite3.Connection) -> str:
    """Turn the write-ahead log on; return the mode that is on then.

    SQLite does not wait for others who do so at the same moment, so it is tried again.
    """
    given_up = monotonic() + PATIENCE_S
    while True:
        try:
            return str(connection.execute("PRAGMA journal_mode = WAL").fetchone()[0])
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or monotonic() > given_up:
                raise
        sleep(_AGAIN_S)


def _begin(connection: Connection) -> None:
    only_reads = connection.get_execution_options().get(ONLY_READS)
    connection.exec_driver_sql("BEGIN" if only_reads else "BEGIN IMMEDIATE")


def _server(book: Book, place: Place) -> Engine:
    asked = _address(book, place)
    if find_spec("pg8000") is None:
        raise book.error(
            f"{place.shown}: a {book.name} on a server needs a driver that is not installed."
            ' Type: pip install "mystery-shopper[postgres]"'
        )
    return create_engine(
        asked.set(
            drivername="postgresql+pg8000", password=asked.password or os.environ.get("PGPASSWORD"), query={}
        ),
        connect_args={"timeout": PATIENCE_S + 10, "ssl_context": _encryption(book, asked, place)},
        poolclass=NullPool,
    )


def _address(book: Book, place: Place) -> URL:
    try:
        asked = make_url(place.asked)
    except (ArgumentError, ValueError):
        asked = URL.create("")
    if asked.host and asked.username and asked.database:
        return asked
    raise book.error(
        f"{place.shown}: a user, a server and a database must be named. Write the address as in"
        " postgresql://user:password@host:5432/database, with %40 for an @ in the password."
    )


def _encryption(book: Book, asked: URL, place: Place) -> ssl.SSLContext | bool | None:
    mode = asked.query.get("sslmode", "disable" if asked.host in _THIS_MACHINE else "prefer")
    if mode == "verify-full":
        return ssl.create_default_context()
    if mode in _ENCRYPTION:
        return _ENCRYPTION[str(mode)]
    known = ", ".join((*_ENCRYPTION, "verify-full"))
    raise book.error(f'{place.shown}: unknown sslmode "{mode}". Known: {known}.')
