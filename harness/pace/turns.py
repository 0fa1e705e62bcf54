"""A site's bounds in, turns out: who may visit it now, and who may load one more page.

A visit's turn is a locked file, which the system unlocks when its process dies, however it dies; page loads
are listed in a small SQLite file.
"""

import re
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

MINUTE_S = 60.0
_TABLE = "CREATE TABLE IF NOT EXISTS loads (number INTEGER PRIMARY KEY AUTOINCREMENT, at REAL NOT NULL)"
LOCK_S = 10
"""How long a process may hold the list of page loads; it takes less than a millisecond."""


@dataclass(frozen=True)
class VisitTurn:
    """The right to visit a site, until it is given back or this process ends."""

    _held: FileLock | None = None

    def give_back(self) -> None:
        """Let somebody else visit."""
        if self._held is not None:
            self._held.release()


@dataclass(frozen=True)
class LoadTurn:
    """The right to load a page: taken before it is known whether one will be loaded."""

    number: int


@dataclass(frozen=True)
class SiteTurns:
    """Hands out the turns of one site; None is no bound.

    Args:
        folder: The site's own folder, shared by all processes that are to mind each other.
        visits_at_once: How many visits may be under way.
        page_loads: How many pages may be loaded within any window of time.
        window_s: How long that is.
        now: What tells the time, the same for all processes.
    """

    folder: Path
    visits_at_once: int | None = None
    page_loads: int | None = None
    window_s: float = MINUTE_S
    now: Callable[[], float] = time.time

    @classmethod
    def at(
        cls, folder: Path, place: str, *, visits_at_once: int | None, page_loads: int | None
    ) -> "SiteTurns":
        """Return the turns of a site.

        Args:
            folder: Where those of all sites are kept.
            place: The site's host and port.
            visits_at_once: How many visits may be under way.
            page_loads: How many pages may be loaded in a minute.
        """
        return cls(folder / re.sub(r"[^A-Za-z0-9.-]+", "-", place), visits_at_once, page_loads)

    def visit(self) -> VisitTurn | None:
        """Take a turn to visit; None while all are taken."""
        if self.visits_at_once is None:
            return VisitTurn()
        self.folder.mkdir(parents=True, exist_ok=True)
        for number in range(1, self.visits_at_once + 1):
            held = FileLock(self.folder / f"visit-{number}.lock", blocking=False)
            with suppress(Timeout):
                held.acquire()
                return VisitTurn(held)
        return None

    def load(self) -> LoadTurn | None:
        """Take a turn to load a page; None while as many as may were loaded in the window that ends now."""
        now = self.now()
        with self._loads() as book:
            book.execute(
                "DELETE FROM loads WHERE at <= ? OR at > ?", (now - self.window_s, now + self.window_s)
            )
            (loaded,) = book.execute("SELECT count(*) FROM loads").fetchone()
            if self.page_loads is not None and loaded >= self.page_loads:
                return None
            return LoadTurn(book.execute("INSERT INTO loads (at) VALUES (?)", (now,)).lastrowid or 0)

    def loaded(self, turn: LoadTurn, moments: Iterable[float]) -> None:
        """Give a turn back, and note the moments at which pages were really loaded, if any."""
        with self._loads() as book:
            book.execute("DELETE FROM loads WHERE number = ?", (turn.number,))
            book.executemany("INSERT INTO loads (at) VALUES (?)", [(moment,) for moment in moments])

    @contextmanager
    def _loads(self) -> Iterator[sqlite3.Connection]:
        """Yield the list of page loads; nobody else reads or writes it meanwhile."""
        self.folder.mkdir(parents=True, exist_ok=True)
        file = self.folder / "loads.sqlite"
        with closing(sqlite3.connect(file, timeout=LOCK_S, isolation_level=None)) as book:
            book.execute("PRAGMA synchronous = OFF")  # a power cut may forget a minute
            book.execute("BEGIN IMMEDIATE")
            book.execute(_TABLE)
            yield book
            book.execute("COMMIT")
