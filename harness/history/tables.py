"""The tables of the history, as the newest version has them; older ones become so by `migrations/`."""

from sqlalchemy import Boolean, Column, ForeignKey, Identity, Index, Integer, MetaData, Table, Text
from sqlalchemy import UniqueConstraint as Once

from harness.database.moments import Moment

metadata = MetaData()


def _texts(*names: str) -> "list[Column[str]]":
    return [Column(name, Text, nullable=False) for name in names]


def _of_a_run() -> "Column[int]":
    return Column("run", ForeignKey("history_runs.number", ondelete="CASCADE"), primary_key=True)


runs = Table(
    "history_runs",
    metadata,
    Column("number", Integer, Identity(), primary_key=True),
    *_texts("id"),
    Column("started_at", Moment, nullable=False),
    Column("at", Moment, nullable=False),
    *_texts("shop", "site_id", "site", "address", "headline", "version"),
    Column("last_number", Integer, nullable=False),
    Once("id", "started_at", name="history_once_a_run"),
    Index("history_runs_of_a_shop", "shop", "at"),
)
"""`at` is when a run ended, and orders those of a shop: no two have the same."""

visits = Table(
    "history_visits",
    metadata,
    _of_a_run(),
    Column("visit", Text, primary_key=True),
    *_texts("shop"),
    Column("at", Moment, nullable=False),
    *_texts("journey", "title", "persona", "who", "touchpoint", "owner", "row", "verdict", "headline"),
    Column("started_at", Moment, nullable=False),
    Column("duration_ms", Integer, nullable=False),
    Column("customer_time_ms", Integer),
    Column("hassles", Integer),
    Column("one_of_two", Boolean, nullable=False),
    Index("history_visits_of_a_shop", "shop", "visit", "at"),
)
experiences = Table(
    "history_experiences",
    metadata,
    _of_a_run(),
    Column("visit", Text, primary_key=True),
    Column("touchpoint", Text, primary_key=True),
    *_texts("shop"),
    Column("at", Moment, nullable=False),
    Index("history_experiences_of_a_shop", "shop", "touchpoint", "at"),
)
figures = Table(
    "history_figures",
    metadata,
    _of_a_run(),
    Column("visit", Text, primary_key=True),
    *_texts("shop"),
    Column("at", Moment, nullable=False),
    *_texts("walked_with", "figures"),
    Index("history_figures_of_a_shop", "shop", "visit", "at"),
)
"""A line a visit: its figures are a JSON object, as two million lines of one figure each take too long."""

lives = Table(
    "history_lives",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("run", Integer, primary_key=True, autoincrement=False),
    *_texts("shop", "site_id"),
    Column("at", Moment, nullable=False),
    *_texts("state", "life"),
    Index("history_lives_of_a_shop", "shop", "number", "at"),
)
"""A finding as it stood at the end of a run, where that run changed it: it may outlive the run."""

decisions = Table(
    "history_decisions",
    metadata,
    Column("number", Integer, Identity(), primary_key=True),
    Column("at", Moment, nullable=False),
    Column("finding", Integer, nullable=False),
    *_texts("by", "decision"),
    Once("at", "finding", "by", name="history_once_a_decision"),
)
