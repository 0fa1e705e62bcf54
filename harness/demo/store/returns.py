"""Returns into the database and out of it."""

import re
import sqlite3
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from harness.demo.rules.money import from_cents, to_cents


@dataclass(frozen=True)
class Return:
    """An article that a customer sends back."""

    id: int
    order_id: int
    article: str
    refund: Decimal
    reason: str
    comment: str
    registered_on: date

    @property
    def number(self) -> str:
        """Return the number that the customer knows."""
        return f"RT-{self.id}"

    @property
    def order_number(self) -> str:
        """Return the number of the order that the article came with."""
        return f"NF-{self.order_id}"


@dataclass(frozen=True)
class NewReturn:
    """Everything needed to register a return."""

    order_id: int
    article: str
    refund: Decimal
    reason: str
    comment: str
    registered_on: date


def register_return(connection: sqlite3.Connection, new: NewReturn) -> Return:
    """Write a return down."""
    row = connection.execute(
        "INSERT INTO returns (order_id, article, refund_cents, reason, comment, registered_on)"
        " VALUES (?, ?, ?, ?, ?, ?) RETURNING *",
        (
            new.order_id,
            new.article,
            to_cents(new.refund),
            new.reason,
            new.comment,
            new.registered_on.isoformat(),
        ),
    ).fetchone()
    return _return_from(row)


def return_by_number(connection: sqlite3.Connection, number: str) -> Return | None:
    """Return the return with a number like `RT-20001`, if there is such a one."""
    match = re.fullmatch(r"RT-(\d{1,9})", number)
    row = match and connection.execute("SELECT * FROM returns WHERE id = ?", (int(match[1]),)).fetchone()
    return _return_from(row) if row else None


def latest_return(connection: sqlite3.Connection, order_id: int) -> Return | None:
    """Return the last return registered for an order."""
    row = connection.execute(
        "SELECT * FROM returns WHERE order_id = ? ORDER BY id DESC", (order_id,)
    ).fetchone()
    return _return_from(row) if row else None


def _return_from(row: sqlite3.Row) -> Return:
    return Return(
        id=row["id"],
        order_id=row["order_id"],
        article=row["article"],
        refund=from_cents(row["refund_cents"]),
        reason=row["reason"],
        comment=row["comment"],
        registered_on=date.fromisoformat(row["registered_on"]),
    )
