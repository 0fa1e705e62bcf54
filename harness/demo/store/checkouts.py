"""What a visitor has answered in the checkout so far, and the payments taken for it."""

import secrets
import sqlite3
from dataclasses import astuple, dataclass, fields

from harness.demo.rules.address import Address
from harness.demo.rules.card import Card
from harness.demo.rules.delivery import DELIVERY_OPTIONS, DeliveryOption

ADDRESS_COLUMNS = ", ".join(field.name for field in fields(Address))


@dataclass(frozen=True)
class DeliveryChoice:
    """How a visitor wants the order delivered, and the note that goes with it."""

    option: DeliveryOption
    note: str


def address_of(connection: sqlite3.Connection, owner: str) -> Address | None:
    """Return the address that a visitor, an account or an order has."""
    row = connection.execute(f"SELECT {ADDRESS_COLUMNS} FROM addresses WHERE owner = ?", (owner,)).fetchone()  # noqa: S608 - our own column names
    return Address(*row) if row else None


def save_address(connection: sqlite3.Connection, owner: str, address: Address) -> None:
    """Remember the address of a visitor, an account or an order."""
    connection.execute(
        "INSERT OR REPLACE INTO addresses VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", (owner, *astuple(address))
    )


def delivery_of(connection: sqlite3.Connection, visitor: str) -> DeliveryChoice | None:
    """Return the delivery that a visitor has chosen."""
    row = connection.execute("SELECT * FROM delivery_choices WHERE visitor = ?", (visitor,)).fetchone()
    return DeliveryChoice(DELIVERY_OPTIONS[row["option"]], row["note"]) if row else None


def save_delivery(connection: sqlite3.Connection, visitor: str, choice: DeliveryChoice) -> None:
    """Remember the delivery that a visitor has chosen."""
    connection.execute(
        "INSERT OR REPLACE INTO delivery_choices VALUES (?, ?, ?)", (visitor, choice.option.key, choice.note)
    )


def forget_checkout(connection: sqlite3.Connection, visitor: str) -> None:
    """Drop a visitor's answers and unused payments, once the order is placed or the visitor signs out."""
    connection.execute("DELETE FROM addresses WHERE owner = ?", (visitor,))
    connection.execute("DELETE FROM delivery_choices WHERE visitor = ?", (visitor,))
    connection.execute("DELETE FROM payments WHERE visitor = ?", (visitor,))


def save_card(connection: sqlite3.Connection, visitor: str, card: Card) -> str:
    """Keep a card for one payment and return the token that stands for it."""
    token = secrets.token_urlsafe(16)
    connection.execute("INSERT INTO payments VALUES (?, ?, ?, ?, ?, ?)", (token, visitor, *astuple(card)))
    return token


def take_card(connection: sqlite3.Connection, visitor: str, token: str) -> Card | None:
    """Return the card behind a token, once."""
    row = connection.execute(
        "DELETE FROM payments WHERE token = ? AND visitor = ? RETURNING *", (token, visitor)
    ).fetchone()
    if row is None:
        return None
    return Card(
        row["last_four"],
        row["refusal"],
        is_challenged=bool(row["is_challenged"]),
        is_slow=bool(row["is_slow"]),
    )
