"""Where the history lies in, its database out: up to date, and open for one transaction at a time."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection

from harness.database.engines import ONLY_READS, engine_of, lock
from harness.database.failures import told_at
from harness.database.place import Place
from harness.history.book import HISTORY
from harness.history.schema import NEWEST, bring_up_to_date, refuse_newer, refuse_others, version_of


class Storage:
    """The database of a history."""

    def __init__(self, place: Place) -> None:
        """Open it, make what is not there, and bring older tables up to date.

        Raises:
            HistoryError: It cannot be used, or a newer version has written it.
        """
        self.place = place
        with told_at(HISTORY, place):
            self._engine = engine_of(HISTORY, place)
        with self.reading() as connection:
            version = version_of(connection)
        refuse_newer(version, place.shown)
        if version != NEWEST:
            with self.writing() as connection:  # another process may have been faster
                version = version_of(connection)
                refuse_newer(version, place.shown)
                if version is None:
                    refuse_others(connection, place.shown)
                bring_up_to_date(connection)

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Open it so that nobody else writes meanwhile; after an error nothing is kept.

        Raises:
            HistoryError: It cannot be used.
        """
        with told_at(HISTORY, self.place), self._engine.begin() as connection:
            lock(HISTORY, connection)
            yield connection

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Open it as it is at this moment, while others may write.

        Raises:
            HistoryError: It cannot be used.
        """
        with told_at(HISTORY, self.place), self._engine.connect() as connection:
            yield connection.execution_options(**{ONLY_READS: True})
