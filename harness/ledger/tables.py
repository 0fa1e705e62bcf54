"""The tables of the ledger, and how claims and events become lines of them and are read back."""

import json
from decimal import Decimal
from typing import Any

from sqlalchemy import (
    Column,
    ForeignKey,
    Identity,
    Index,
    Integer,
    MetaData,
    Row,
    Table,
    Text,
    UniqueConstraint,
)

from harness.database.moments import Moment
from harness.ledger.model import Claim, Event, Process
from harness.values.model import Money

metadata = MetaData()


def _text(name: str) -> "Column[str]":
    return Column(name, Text, nullable=False)


def _process() -> "tuple[Column[Any], ...]":
    return _text("host"), _text("machine"), Column("pid", Integer, nullable=False), _text("started")


schemas = Table(
    "ledger_schema",
    metadata,
    Column("version", Integer, primary_key=True),
    Column("at", Moment, nullable=False),
)
claims = Table(
    "ledger_claims",
    metadata,
    Column("number", Integer, Identity(), primary_key=True),
    Column("at", Moment, nullable=False),
    *map(_text, ("marker", "site", "level")),
    Column("amount", Text),
    Column("currency", Text),
    *map(_text, ("run", "visit", "journey", "persona", "row", "file", "step", "place")),
    *_process(),
    UniqueConstraint("machine", "run", "visit", "place", name="ledger_once_a_step"),
    Index("ledger_of_a_site", "site", "at"),
    Index("ledger_of_a_marker", "marker"),
    sqlite_autoincrement=True,
)
events = Table(
    "ledger_events",
    metadata,
    Column("number", Integer, Identity(), primary_key=True),
    Column("claim", ForeignKey(claims.c.number), nullable=False, index=True),
    Column("at", Moment, nullable=False),
    *map(_text, ("what", "note", "who")),
    *_process(),
    sqlite_autoincrement=True,
)


def line_of(claim: Claim) -> dict[str, Any]:
    """Return a claim as a line of its table, without when and by whom."""
    return {
        "marker": claim.marker,
        "site": claim.site,
        "level": claim.level,
        "amount": str(claim.cost.amount) if claim.cost else None,
        "currency": claim.cost.currency if claim.cost else None,
        "run": claim.run,
        "visit": claim.visit,
        "journey": claim.journey,
        "persona": claim.persona,
        "row": json.dumps(dict(claim.row), ensure_ascii=False, sort_keys=True),
        "file": claim.file,
        "step": claim.step,
        "place": claim.place,
    }


def claim_of(line: Row[Any]) -> Claim:
    """Return the claim that a line of its table keeps."""
    return Claim(
        marker=line.marker,
        site=line.site,
        level=line.level,
        run=line.run,
        visit=line.visit,
        journey=line.journey,
        persona=line.persona,
        file=line.file,
        step=line.step,
        place=line.place,
        row=json.loads(line.row),
        cost=Money(Decimal(line.amount), line.currency) if line.amount is not None else None,
    )


def process_of(line: Row[Any]) -> Process:
    """Return the process that wrote a line of either table."""
    return Process(line.host, line.machine, line.pid, line.started)


def event_of(line: Row[Any]) -> Event:
    """Return the event that a line of its table keeps."""
    return Event(line.what, line.at, process_of(line), line.note, line.who)
