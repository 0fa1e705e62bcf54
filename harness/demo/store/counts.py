"""What has reached the shop since its database was made: as numbers, and the orders one by one."""

import sqlite3
from dataclasses import dataclass

from harness.demo.store.orders import CANCELLED


@dataclass(frozen=True)
class PlacedOrder:
    """One order that a visitor has placed, with what it is recognised by."""

    number: str
    status: str
    email: str
    note: str


@dataclass(frozen=True)
class Counts:
    """How many orders, messages, returns and accounts visitors have left; what was seeded does not count.

    Orders that were cancelled and accounts that were deleted count both as such and among all.
    `sign_ins` is how often somebody has signed in.
    """

    orders: int
    cancelled_orders: int
    messages: int
    returns: int
    accounts: int
    deleted_accounts: int
    sign_ins: int
    placed: tuple[PlacedOrder, ...]


def counts(connection: sqlite3.Connection) -> Counts:
    """Count what visitors have left."""
    placed = _placed(connection)
    row = connection.execute(
        "SELECT (SELECT count(*) FROM messages) AS messages, (SELECT count(*) FROM returns) AS returns,"
        " (SELECT count(*) FROM accounts WHERE NOT is_seeded) AS accounts,"
        " (SELECT count(*) FROM accounts WHERE is_deleted) AS deleted_accounts,"
        " (SELECT count(*) FROM sign_ins) AS sign_ins"
    ).fetchone()
    cancelled = sum(order.status == CANCELLED for order in placed)
    return Counts(orders=len(placed), cancelled_orders=cancelled, placed=placed, **dict(row))


def _placed(connection: sqlite3.Connection) -> tuple[PlacedOrder, ...]:
    rows = connection.execute(
        "SELECT 'NF-' || orders.id, status, email, note FROM orders"
        " JOIN addresses ON owner = 'order ' || orders.id WHERE NOT is_seeded ORDER BY orders.id"
    )
    return tuple(PlacedOrder(*row) for row in rows)
