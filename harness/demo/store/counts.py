"""What has reached the shop since its database was made, as numbers."""

import sqlite3
from dataclasses import dataclass


@dataclass(frozen=True)
class Counts:
    """How many orders, messages, returns and accounts visitors have left; what was seeded does not count.

    `sign_ins` is how often somebody has signed in.
    """

    orders: int
    messages: int
    returns: int
    accounts: int
    sign_ins: int


def counts(connection: sqlite3.Connection) -> Counts:
    """Count what visitors have left."""
    row = connection.execute(
        "SELECT (SELECT count(*) FROM orders WHERE NOT is_seeded), (SELECT count(*) FROM messages),"
        " (SELECT count(*) FROM returns), (SELECT count(*) FROM accounts WHERE NOT is_seeded),"
        " (SELECT count(*) FROM sign_ins)"
    ).fetchone()
    return Counts(*row)
