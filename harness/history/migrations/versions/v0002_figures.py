"""Runs and visits in; beside them the figures of pages and steps out, empty for what was kept before."""

import sqlalchemy as sa
from alembic import op

from harness.database.moments import Moment

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the table of the figures."""
    whose = sa.ForeignKey("history_runs.number", ondelete="CASCADE")
    moment = Moment()
    op.create_table(
        "history_figures",
        sa.Column("run", sa.Integer, whose, primary_key=True),
        sa.Column("visit", sa.Text, primary_key=True),
        sa.Column("shop", sa.Text, nullable=False),
        sa.Column("at", moment, nullable=False),
        sa.Column("walked_with", sa.Text, nullable=False),
        sa.Column("figures", sa.Text, nullable=False),
    )
    op.create_index("history_figures_of_a_shop", "history_figures", ["shop", "visit", "at"])
