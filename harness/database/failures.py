"""What a database complains of in, one sentence for a reader out; what it says itself may hold a password."""

import errno
import sqlite3
import ssl
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from harness.database.books import Book, Trouble
from harness.database.place import Place

_SENTENCES: Mapping[Trouble, str] = {
    "locked": "another process has kept the {name} locked for too long. End that one, or try again.",
    "cannot open": "the {name} cannot be opened. Look at its folder, and the rights to it.",
    "unreachable": "the server of the {name} cannot be reached. Look at its address, and whether it runs.",
    "refused": "the server of the {name} refuses this user or password. Look at the address of the {name}.",
    "no database": "the server of the {name} has no such database. Make it, or name another one.",
    "too many": "the server of the {name} has too many connections. Allow more, or walk fewer visits"
    " at once.",
    "shutting down": "the server of the {name} is shutting down. Try again when it runs.",
    "certificate": "the server of the {name} cannot be trusted: {words}. Look at its certificate.",
    "a folder": "this is a folder. Name a file for the {name}.",
    "no folder": "a part of this path is a file. Name another place for the {name}.",
}
"""What is told whatever is kept there; of all else, the book says what follows from it."""
_OF_FILES: Mapping[str, Trouble] = {
    "SQLITE_CORRUPT": "damaged",
    "SQLITE_NOTADB": "damaged",
    "SQLITE_FULL": "full",
    "SQLITE_IOERR": "disk",
    "SQLITE_BUSY": "locked",
    "SQLITE_LOCKED": "locked",
    "SQLITE_READONLY": "no right",
    "SQLITE_PERM": "no right",
    "SQLITE_CANTOPEN": "cannot open",
}
"""By the beginnings of SQLite's names (https://www.sqlite.org/rescode.html)."""
_OF_SERVERS: Mapping[str, Trouble] = {
    "28": "refused",
    "3D000": "no database",
    "42501": "no right",
    "25006": "no right",
    "42P01": "gone",
    "53100": "full",
    "53300": "too many",
    "55P03": "locked",
    "57": "shutting down",
    "XX": "damaged",
}
"""By the beginnings of SQLSTATE (https://www.postgresql.org/docs/current/errcodes-appendix.html)."""
_OF_DISKS: Mapping[int, Trouble] = {
    errno.ENOSPC: "full",
    errno.EDQUOT: "full",
    errno.EACCES: "no right",
    errno.EPERM: "no right",
    errno.EROFS: "no right",
    errno.EISDIR: "a folder",
    errno.ENOTDIR: "no folder",
}


@contextmanager
def told_at(book: Book, place: Place) -> Iterator[None]:
    """Make of what happens meanwhile an error that says where the book lies.

    Raises:
        KeepingError: The database cannot be used.
    """
    try:
        yield
    except (DBAPIError, sqlite3.Error, OSError) as error:
        causes = tuple(_causes(error))
        trouble = next((found for cause in causes if (found := _trouble(cause, place))), None)
        words = next(filter(None, map(_own_words, causes)), str(error))
        words = place.without_password(words)
        sentence = _sentence(book, trouble, words) if trouble else f"the database says: {words}"
        raise book.error(f"{place.shown}: {sentence}", trouble) from error


def _sentence(book: Book, trouble: Trouble, words: str) -> str:
    told = book.sentences.get(trouble) or _SENTENCES[trouble]
    return told.replace("{name}", book.name).replace("{words}", words)


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    """Yield what is under an error, the database's own words before what they were wrapped in."""
    if error is None:
        return
    if isinstance(error, DBAPIError):
        yield from _causes(error.orig)
    yield error
    yield from _causes(error.__cause__)


def _trouble(error: BaseException, place: Place) -> Trouble | None:
    told = error.args[0] if error.args else None
    if isinstance(error, sqlite3.Error):
        return _of_file(error)
    if isinstance(told, dict):  # as pg8000 hands on what the server says
        return _by_beginning(_OF_SERVERS, str(told.get("C")))
    if isinstance(error, ssl.SSLError):
        return "certificate"
    if isinstance(error, OSError):
        return "unreachable" if place.is_server else _OF_DISKS.get(error.errno or 0)
    return None


def _of_file(error: sqlite3.Error) -> Trouble | None:
    """Say what is wrong with a file; one that only fails our own check has no name of SQLite's."""
    name = getattr(error, "sqlite_errorname", "SQLITE_CORRUPT")
    return "gone" if "no such table" in str(error) else _by_beginning(_OF_FILES, name)


def _own_words(error: BaseException) -> str | None:
    told = error.args[0] if error.args else None
    if isinstance(told, dict):
        return str(told.get("M"))
    if isinstance(error, OSError):
        return error.strerror
    return str(error) if isinstance(error, sqlite3.Error) else None


def _by_beginning(troubles: Mapping[str, Trouble], code: str) -> Trouble | None:
    return next((trouble for begin, trouble in troubles.items() if code.startswith(begin)), None)
