"""The kind of a database in, the triggers by which it refuses to change what was written once out."""

from collections.abc import Iterator

from harness.ledger.tables import claims, events, schemas

KEPT = "the ledger keeps what was written once"
_KEYS = {
    schemas.name: ("version",),
    claims.name: ("number", "machine, run, visit, place"),
    events.name: ("number",),
}
"""What tells the lines of a table from each other: a new line may not take the place of an old one."""


def triggers_of(kind: str) -> Iterator[str]:
    """Yield the statements that make them, for SQLAlchemy's name of a database."""
    yield from _of_a_file() if kind == "sqlite" else _of_a_server()


def _of_a_file() -> Iterator[str]:
    refuse = f"BEGIN SELECT RAISE(ABORT, '{KEPT}'); END"
    for table, keys in _KEYS.items():
        yield f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} {refuse}"
        yield f"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} {refuse}"
        for number, key in enumerate(keys):  # INSERT OR REPLACE deletes without asking the trigger above
            new = ", ".join(f"NEW.{column}" for column in key.split(", "))
            is_there = f"({new}) IN (SELECT {key} FROM {table})"  # noqa: S608 -- made of names in this file
            name = f"{table}_no_replace_{number}"
            yield f"CREATE TRIGGER {name} BEFORE INSERT ON {table} WHEN {is_there} {refuse}"


def _of_a_server() -> Iterator[str]:
    yield (
        "CREATE FUNCTION ledger_keeps() RETURNS trigger LANGUAGE plpgsql"
        f" AS $$ BEGIN RAISE EXCEPTION '{KEPT}'; END $$"
    )
    for table in _KEYS:
        yield (
            f"CREATE TRIGGER {table}_keeps BEFORE UPDATE OR DELETE OR TRUNCATE ON {table}"
            " FOR EACH STATEMENT EXECUTE FUNCTION ledger_keeps()"
        )
