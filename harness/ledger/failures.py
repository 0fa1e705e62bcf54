"""What a database complains of in, one sentence for a reader out; what it says itself may hold a password."""

import errno
import sqlite3
import ssl
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from harness.ledger.place import Place
from harness.ledger.trouble import LedgerError

DAMAGED = "the ledger is damaged. Bring back your copy of it; until then nothing may be committed to."
FULL = "the disk is full, so nothing may be committed to. Make room there."
NO_RIGHT = "the ledger cannot be written. Give this user the right to, or keep it elsewhere: HARNESS_LEDGER."
LOCKED = "another process has kept the ledger locked for too long. End that one, or try again."
GONE = "the ledger was there and is gone, or is no ledger. Bring it back before anything is committed to."
UNREACHABLE = "the server of the ledger cannot be reached. Look at its address, and whether it runs."
_OF_FILES = {
    "SQLITE_CORRUPT": DAMAGED,
    "SQLITE_NOTADB": DAMAGED,
    "SQLITE_FULL": FULL,
    "SQLITE_IOERR": "the disk cannot be written or read. Look at it: nothing may be committed to until then.",
    "SQLITE_BUSY": LOCKED,
    "SQLITE_LOCKED": LOCKED,
    "SQLITE_READONLY": NO_RIGHT,
    "SQLITE_PERM": NO_RIGHT,
    "SQLITE_CANTOPEN": "the ledger cannot be opened. Look at its folder, and the rights to it.",
}
"""By the beginnings of SQLite's names (https://www.sqlite.org/rescode.html)."""
_OF_SERVERS = {
    "28": "the server of the ledger refuses this user or password. Look at the address of the ledger.",
    "3D000": "the server of the ledger has no such database. Make it, or name another one.",
    "42501": NO_RIGHT,
    "25006": NO_RIGHT,
    "42P01": GONE,
    "53100": FULL,
    "53300": "the server of the ledger has too many connections. Allow more, or walk fewer visits at once.",
    "55P03": LOCKED,
    "57": "the server of the ledger is shutting down. Try again when it runs.",
    "XX": DAMAGED,
}
"""By the beginnings of SQLSTATE (https://www.postgresql.org/docs/current/errcodes-appendix.html)."""
_OF_DISKS = {
    errno.ENOSPC: FULL,
    errno.EDQUOT: FULL,
    errno.EACCES: NO_RIGHT,
    errno.EPERM: NO_RIGHT,
    errno.EROFS: NO_RIGHT,
    errno.EISDIR: "this is a folder. Name a file for the ledger.",
    errno.ENOTDIR: "a part of this path is a file. Name another place for the ledger.",
}


@contextmanager
def told_at(place: Place) -> Iterator[None]:
    """Make of what happens meanwhile an error that says where the ledger lies.

    Raises:
        LedgerError: The database cannot be used.
    """
    try:
        yield
    except (DBAPIError, sqlite3.Error, OSError) as error:
        told = (_sentence(cause, place) for cause in _causes(error))
        sentence = next(filter(None, told), _said(error, place))
        raise LedgerError(f"{place.shown}: {sentence}") from error


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    """Yield what is under an error, the database's own words before what they were wrapped in."""
    if error is None:
        return
    if isinstance(error, DBAPIError):
        yield from _causes(error.orig)
    yield error
    yield from _causes(error.__cause__)


def _sentence(error: BaseException, place: Place) -> str | None:
    told = error.args[0] if error.args else None
    if isinstance(error, sqlite3.Error):
        return _of_file(error, place)
    if isinstance(told, dict):  # as pg8000 hands on what the server says
        return _by_beginning(_OF_SERVERS, str(told.get("C"))) or _said(told.get("M"), place)
    if isinstance(error, ssl.SSLError):
        return f"the server of the ledger cannot be trusted: {error.strerror}. Look at its certificate."
    if isinstance(error, OSError):
        return UNREACHABLE if place.is_server else _OF_DISKS.get(error.errno or 0, f"{error.strerror}.")
    return None


def _of_file(error: sqlite3.Error, place: Place) -> str:
    """Say what is wrong with a file; one that only fails our own check has no name of SQLite's."""
    name = getattr(error, "sqlite_errorname", "SQLITE_CORRUPT")
    if "no such table" in str(error):
        return GONE
    return _by_beginning(_OF_FILES, name) or _said(error, place)


def _said(words: object, place: Place) -> str:
    return f"the database says: {place.without_password(str(words))}"


def _by_beginning(sentences: Mapping[str, str], code: str) -> str | None:
    return next((sentence for begin, sentence in sentences.items() if code.startswith(begin)), None)
