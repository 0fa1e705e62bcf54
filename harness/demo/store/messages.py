"""Customers' messages and newsletter addresses into the database."""

import sqlite3
from dataclasses import astuple, dataclass


@dataclass(frozen=True)
class Message:
    """What a customer wrote in the contact form."""

    name: str
    email: str
    topic: str
    order_number: str
    message: str


def save_message(connection: sqlite3.Connection, message: Message) -> str:
    """Write a message down and return its ticket number."""
    row = connection.execute(
        "INSERT INTO messages (name, email, topic, order_number, message)"
        " VALUES (?, ?, ?, ?, ?) RETURNING id",
        astuple(message),
    ).fetchone()
    return f"CT-{row['id']}"


def save_subscriber(connection: sqlite3.Connection, email: str) -> None:
    """Add an address to the newsletter."""
    connection.execute("INSERT OR IGNORE INTO subscribers VALUES (?)", (email.lower(),))
