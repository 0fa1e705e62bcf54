"""A database in, the ledger's tables in it out; those of a newer version are refused."""

from datetime import UTC, datetime

from sqlalchemy import Connection, func, insert, inspect, select

from harness.ledger.tables import metadata, schemas
from harness.ledger.triggers import triggers_of

SCHEMA = 1
"""The newest form of the tables that this version knows."""


def form_of(connection: Connection) -> int | None:
    """Return which form of the tables is there; None where there are none."""
    if not inspect(connection).has_table(schemas.name):
        return None
    return connection.execute(select(func.max(schemas.c.version))).scalar() or 0


def make_tables(connection: Connection) -> int:
    """Make the tables, with the triggers that keep what is written; return their form."""
    metadata.create_all(connection)
    for trigger in triggers_of(connection.dialect.name):
        connection.exec_driver_sql(trigger)
    connection.execute(insert(schemas).values(version=SCHEMA, at=datetime.now(UTC)))
    return SCHEMA
