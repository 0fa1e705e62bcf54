"""A database in, the tables of this version in it out; those of a newer version are refused."""

from sqlalchemy import Connection, inspect, text

from harness.history.book import HistoryError

VERSIONS = "history_version"
"""The table in which alembic notes the version of the others."""

NEWEST = "0002"
"""The newest version of the tables that this program knows; numbers grow."""


def version_of(connection: Connection) -> str | None:
    """Return which version of the tables is there; None where there are none."""
    if not inspect(connection).has_table(VERSIONS):
        return None
    return connection.execute(text(f"SELECT version_num FROM {VERSIONS}")).scalar()  # noqa: S608 -- our own name


def refuse_newer(version: str | None, shown: str) -> None:
    """Refuse what this program cannot read.

    Raises:
        HistoryError: A newer version has written it.
    """
    if version and version > NEWEST:
        raise HistoryError(
            f"{shown}: a newer version of the harness has changed this history, which this one cannot read."
            " Bring this one up to date."
        )


def refuse_others(connection: Connection, shown: str) -> None:
    """Refuse a file that holds something else.

    Raises:
        HistoryError: It does.
    """
    if connection.dialect.name == "sqlite" and inspect(connection).get_table_names():
        raise HistoryError(f"{shown}: this file holds something else. Name another one for the history.")


def bring_up_to_date(connection: Connection) -> None:
    """Make the tables, or make of older ones those of this version, in the transaction that is open."""
    from alembic import command  # noqa: PLC0415 -- few runs change the tables, and it takes a while
    from alembic.config import Config  # noqa: PLC0415 -- the same

    asked = Config()
    asked.set_main_option("script_location", "harness.history:migrations")
    asked.attributes["connection"] = connection
    command.upgrade(asked, NEWEST)
