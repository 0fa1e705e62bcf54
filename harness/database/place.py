"""What was asked for in, where a database lies out: a file, or a server whose password is not shown."""

import os
import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from harness.database.books import Book

SERVERS = ("postgresql", "postgres")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]+)://")


@dataclass(frozen=True)
class Place:
    """Where a database lies.

    Args:
        asked: A file's path, or the address of a server with its password: never to be shown.
        is_server: Whether it is an address.
    """

    asked: str
    is_server: bool

    @property
    def shown(self) -> str:
        """Where it lies, for a reader: the address without its password and what follows "?"."""
        if not self.is_server:
            return self.asked
        parts = urlsplit(self.asked)
        _, _, server = parts.netloc.rpartition("@")
        return urlunsplit((parts.scheme, server, parts.path, "", ""))

    @property
    def path(self) -> Path:
        """The file, where it is one."""
        return Path(self.asked)

    def exists(self) -> bool:
        """Say whether something is there; of a server that is not known before it is asked."""
        return self.is_server or self.path.exists()

    def without_password(self, text: str) -> str:
        """Return a text in which the password, should it be there, is not."""
        password = urlsplit(self.asked).password if self.is_server else None
        return text.replace(password, "***") if password else text

    def __repr__(self) -> str:
        return f"Place({self.shown!r})"


def place_of(book: Book, asked: str, reports: Path) -> Place:
    """Return where something is kept.

    Args:
        book: What is kept.
        asked: What was asked for on the command line; empty for what the variable of the environment says,
            and without that for a file in the folder of reports.
        reports: That folder.

    Raises:
        KeepingError: It is an address of something that it cannot be kept in.
    """
    asked = asked or os.environ.get(book.variable, "")
    if not asked:
        return Place(str(reports.absolute() / book.file), is_server=False)
    scheme = _SCHEME.match(asked)
    if scheme is None:
        return Place(str(Path(asked).expanduser().absolute()), is_server=False)
    if scheme[1].lower() not in SERVERS:
        raise book.error(
            f'no {book.name} can be kept in "{scheme[1]}://". Name a file, or a server as in'
            " postgresql://user:password@host/database"
        )
    return Place(asked, is_server=True)
