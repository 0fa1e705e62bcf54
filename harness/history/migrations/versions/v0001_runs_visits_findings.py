"""Nothing in; runs, visits, what was experienced, findings and decisions out."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from harness.database.moments import Moment

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "history_runs",
        sa.Column("number", sa.Integer, sa.Identity(), primary_key=True),
        *_texts("id"),
        *_moments("started_at", "at"),
        *_texts("shop", "site_id", "site", "address", "headline", "version"),
        sa.Column("last_number", sa.Integer, nullable=False),
        sa.UniqueConstraint("id", "started_at", name="history_once_a_run"),
    )
    op.create_index("history_runs_of_a_shop", "history_runs", ["shop", "at"])
    op.create_table(
        "history_visits",
        _run(),
        sa.Column("visit", sa.Text, primary_key=True),
        *_texts("shop"),
        *_moments("at"),
        *_texts("journey", "title", "persona", "who", "touchpoint", "owner", "row", "verdict", "headline"),
        *_moments("started_at"),
        sa.Column("duration_ms", sa.Integer, nullable=False),
        sa.Column("customer_time_ms", sa.Integer),
        sa.Column("hassles", sa.Integer),
        sa.Column("one_of_two", sa.Boolean, nullable=False),
    )
    op.create_index("history_visits_of_a_shop", "history_visits", ["shop", "visit", "at"])
    op.create_table(
        "history_experiences",
        _run(),
        sa.Column("visit", sa.Text, primary_key=True),
        sa.Column("touchpoint", sa.Text, primary_key=True),
        *_texts("shop"),
        *_moments("at"),
    )
    op.create_index("history_experiences_of_a_shop", "history_experiences", ["shop", "touchpoint", "at"])
    _findings()


def _findings() -> None:
    op.create_table(
        "history_lives",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("run", sa.Integer, primary_key=True, autoincrement=False),
        *_texts("shop", "site_id"),
        *_moments("at"),
        *_texts("state", "life"),
    )
    op.create_index("history_lives_of_a_shop", "history_lives", ["shop", "number", "at"])
    op.create_table(
        "history_decisions",
        sa.Column("number", sa.Integer, sa.Identity(), primary_key=True),
        *_moments("at"),
        sa.Column("finding", sa.Integer, nullable=False),
        *_texts("by", "decision"),
        sa.UniqueConstraint("at", "finding", "by", name="history_once_a_decision"),
    )


def _run() -> "sa.Column[int]":
    return sa.Column(
        "run", sa.Integer, sa.ForeignKey("history_runs.number", ondelete="CASCADE"), primary_key=True
    )


def _texts(*names: str) -> "list[sa.Column[str]]":
    return [sa.Column(name, sa.Text, nullable=False) for name in names]


def _moments(*names: str) -> "list[sa.Column[Any]]":
    kind = Moment()
    return [sa.Column(name, kind, nullable=False) for name in names]
