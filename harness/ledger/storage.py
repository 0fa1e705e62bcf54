"""Claims and events in, kept for good; entries as they are asked for out. Rules are not known here."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, and_, exists, insert, or_, select

from harness.database.engines import ONLY_READS, engine_of, lock
from harness.database.failures import told_at
from harness.database.place import Place
from harness.ledger.book import LEDGER
from harness.ledger.model import Claim, Entry, Event, Process, What
from harness.ledger.process import may_be_at_work
from harness.ledger.schema import SCHEMA, form_of, make_tables
from harness.ledger.state import PLACED
from harness.ledger.tables import claim_of, claims, event_of, events, line_of, process_of
from harness.ledger.trouble import LedgerError
from harness.ledger.wanted import Wanted

CLOSED: tuple[What, ...] = ("undone", "settled")


class Page:
    """The ledger, open for one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def entries(self, wanted: Wanted) -> tuple[Entry, ...]:
        """Return the entries that fit, newest first."""
        return self._read(*_conditions(wanted))

    def that_matter_to(self, claim: Claim, *, since: datetime, with_open_orders: bool) -> tuple[Entry, ...]:
        """Return what the caps count: today's of the site, those of unknown outcome, and the open orders."""
        matters = [claims.c.at >= since, _without(*PLACED, *CLOSED)]
        if with_open_orders:
            matters.append(and_(claims.c.level == "order", _without(*CLOSED)))
        return self._read(claims.c.site == claim.site, or_(*matters))

    def has_claimed(self, claim: Claim, process: Process) -> bool:
        """Say whether the visit has claimed for that step before, in that run on that machine."""
        own = and_(claims.c.run == claim.run, claims.c.visit == claim.visit)
        return self._is_there(own, claims.c.place == claim.place, claims.c.machine == process.machine)

    def has_marker_of_another(self, claim: Claim) -> bool:
        """Say whether another visit had that marker."""
        other = or_(claims.c.run != claim.run, claims.c.visit != claim.visit)
        return self._is_there(claims.c.marker == claim.marker, other)

    def _is_there(self, *wanted: ColumnElement[bool]) -> bool:
        return bool(self._connection.execute(select(exists().where(*wanted))).scalar())

    def _read(self, *wanted: ColumnElement[bool]) -> tuple[Entry, ...]:
        lines = self._connection.execute(select(claims).where(*wanted).order_by(claims.c.number.desc())).all()
        later = self._events(wanted)
        now = datetime.now(UTC)
        return tuple(_entry(line, later[line.number], now) for line in lines)

    def _events(self, wanted: Sequence[ColumnElement[bool]]) -> defaultdict[int, list[Event]]:
        numbers = select(claims.c.number).where(*wanted)
        asked = select(events).where(events.c.claim.in_(numbers)).order_by(events.c.number)
        found: defaultdict[int, list[Event]] = defaultdict(list)
        for line in self._connection.execute(asked):
            found[line.claim].append(event_of(line))
        return found

    def add_claim(self, claim: Claim, at: datetime, process: Process) -> int:
        """Write a claim; return its number."""
        line = line_of(claim) | asdict(process) | {"at": at}
        (number,) = self._connection.execute(insert(claims).values(line).returning(claims.c.number)).one()
        return int(number)

    def add_event(self, number: int, event: Event) -> None:
        """Write what happened to a claim."""
        told = {"claim": number, "what": event.what, "at": event.at, "note": event.note, "who": event.who}
        self._connection.execute(insert(events).values(told | asdict(event.process)))


class Storage:
    """The database of a ledger."""

    def __init__(self, place: Place) -> None:
        """Open it, and make what is not there.

        Raises:
            LedgerError: It cannot be used, or a newer version has written it.
        """
        self._place = place
        with told_at(LEDGER, place):
            self._engine = engine_of(LEDGER, place)
        with self._reading() as connection:
            form = form_of(connection)
        if form is None:
            with self._writing() as connection:
                form = form_of(connection) or make_tables(connection)
        if form > SCHEMA:
            raise LedgerError(
                f"{place.shown}: a newer version of the harness has written this ledger, which this one"
                " cannot read. Bring this one up to date."
            )

    @contextmanager
    def writing(self) -> Iterator[Page]:
        """Open it so that nobody else writes meanwhile; after an error nothing is kept.

        Raises:
            LedgerError: It cannot be used.
        """
        with self._writing() as connection:
            yield Page(connection)

    @contextmanager
    def reading(self) -> Iterator[Page]:
        """Open it as it is at this moment, while others may write.

        Raises:
            LedgerError: It cannot be used.
        """
        with self._reading() as connection:
            yield Page(connection)

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with told_at(LEDGER, self._place), self._engine.begin() as connection:
            lock(LEDGER, connection)
            yield connection

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with told_at(LEDGER, self._place), self._engine.connect() as connection:
            yield connection.execution_options(**{ONLY_READS: True})


def _conditions(wanted: Wanted) -> Iterator[ColumnElement[bool]]:
    for name in ("number", "site", "run", "marker"):
        if getattr(wanted, name) is not None:
            yield claims.c[name] == getattr(wanted, name)
    if wanted.since is not None:
        yield claims.c.at >= wanted.since
    if wanted.until is not None:
        yield claims.c.at < wanted.until
    if wanted.is_left:
        yield _without(*CLOSED)


def _without(*what: What) -> ColumnElement[bool]:
    return ~exists().where(events.c.claim == claims.c.number, events.c.what.in_(what)).correlate(claims)


def _entry(line: Row[Any], later: Sequence[Event], now: datetime) -> Entry:
    written = (Event("claimed", line.at, process_of(line)), *later)
    return Entry(line.number, claim_of(line), written, is_at_work=may_be_at_work(written[-1], now))
