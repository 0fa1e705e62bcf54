"""A place in, SQLAlchemy's way to the database there out: a connection for each use, none kept between."""

import os
import sqlite3
import ssl
from collections.abc import Callable
from contextlib import closing
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Connection, Engine, NullPool, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError

from harness.ledger.place import Place
from harness.ledger.trouble import LedgerError

PATIENCE_S = 30
"""How long one waits for others who write."""
_GIVEN_UP_S = PATIENCE_S + 10
_OURS = 0o600
_LOCK = 0x6C_65_64_67_65_72
"""The number that all who write agree to lock on a server: "ledger"."""
_ENCRYPTION: dict[str, Callable[[], ssl.SSLContext | bool | None]] = {
    "disable": lambda: False,
    "prefer": lambda: None,
    "require": lambda: True,
    "verify-full": ssl.create_default_context,
}
"""PostgreSQL's words for how a connection is encrypted, each as pg8000 takes it."""
ONLY_READS = "ledger_only_reads"
"""The name of the option with which a connection lets others write meanwhile."""


def engine_of(place: Place) -> Engine:
    """Return the way to a ledger's database; a file and its folder are made where there are none.

    Raises:
        LedgerError: The address cannot be read, or its driver is not installed.
        OSError: The file cannot be made.
        SQLAlchemyError: The database cannot be used.
    """
    return _server(place) if place.is_server else _file(place.path)


def lock(connection: Connection) -> None:
    """Keep others from writing until the transaction ends; a file is locked as it begins, by `_begin`."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{PATIENCE_S}s'")
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_LOCK})")


def _file(path: Path) -> Engine:
    path.parent.mkdir(parents=True, exist_ok=True)
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, _OURS))
    address = f"file:{quote(str(path))}?mode=rw"

    def connect() -> sqlite3.Connection:
        connection = sqlite3.connect(address, uri=True, timeout=PATIENCE_S, isolation_level=None)
        for setting in ("synchronous = FULL", "fullfsync = ON", "foreign_keys = ON"):
            connection.execute(f"PRAGMA {setting}")
        return connection

    with closing(connect()) as connection:
        (mode,) = connection.execute("PRAGMA journal_mode = WAL").fetchone()
        (health,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    if mode != "wal":
        raise LedgerError(
            f"{path}: the ledger needs SQLite's write-ahead log, which cannot be had there. Keep it on a"
            " disk of this machine, or on a PostgreSQL server."
        )
    if health != "ok":
        raise sqlite3.DatabaseError(health)
    engine = create_engine("sqlite://", creator=connect, poolclass=NullPool)
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    only_reads = connection.get_execution_options().get(ONLY_READS)
    connection.exec_driver_sql("BEGIN" if only_reads else "BEGIN IMMEDIATE")


def _server(place: Place) -> Engine:
    try:
        asked = make_url(place.asked)
        mode = str(asked.query.get("sslmode", "prefer"))
        encryption = _ENCRYPTION[mode]
    except (ArgumentError, ValueError) as error:
        raise LedgerError(
            "the address of the ledger's server cannot be read. Write it as in"
            " postgresql://user:password@host:5432/database, with %40 for an @ in the password."
        ) from error
    except KeyError as error:
        known = ", ".join(_ENCRYPTION)
        raise LedgerError(f'{place.shown}: unknown sslmode "{mode}". Known: {known}.') from error
    if find_spec("pg8000") is None:
        raise LedgerError(
            f"{place.shown}: a ledger on a server needs a driver that is not installed."
            " Type: pip install 'mystery-shopper[postgres]'"
        )
    return create_engine(
        asked.set(
            drivername="postgresql+pg8000",
            password=asked.password or os.environ.get("PGPASSWORD"),
            query={},
        ),
        connect_args={"timeout": _GIVEN_UP_S, "ssl_context": encryption()},
        poolclass=NullPool,
    )
