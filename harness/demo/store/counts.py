"""What has reached the shop since its database was made, as numbers."""

import sqlite3
from dataclasses import dataclass


@dataclass(frozen=True)
class Counts:
    """How many orders, messages, returns and accounts visitors have left; what was seeded does not count."""

    orders: int
    messages: int
    returns: int
    accounts: int


def counts(connection: sqlite3.Connection) -> Counts:
    """Count what visitors have left."""
    row = connection.execute(
        "SELECT (SELECT count(*) FROM orders WHERE NOT is_seeded), (SELECT count(*) FROM messages),"
        " (SELECT count(*) FROM returns), (SELECT count(*) FROM accounts WHERE NOT is_seeded)"
    ).fetchone()
    return Counts(*row)
