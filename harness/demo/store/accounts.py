"""Customers' accounts into the database and out of it."""

import sqlite3
from dataclasses import dataclass
from secrets import token_hex

from werkzeug.security import check_password_hash, generate_password_hash

HASH = "scrypt:16384:8:1"  # half of Werkzeug's default memory: the shop starts in every test run


class AccountExistsError(Exception):
    """There is an account with this e-mail address already."""


@dataclass(frozen=True)
class Account:
    """A customer who can sign in; `is_team` is one of the shop's own people, who try things out."""

    id: int
    email: str
    first_name: str
    last_name: str
    is_team: bool

    @property
    def owner(self) -> str:
        """Name the account as the owner of its saved address."""
        return f"account {self.id}"


@dataclass(frozen=True)
class NewAccount:
    """What a customer types to create an account."""

    email: str
    first_name: str
    last_name: str
    password: str


def account_signed_in(connection: sqlite3.Connection, token: str) -> Account | None:
    """Return whose sign-in a token is, unless it is over."""
    row = connection.execute(
        "SELECT accounts.* FROM accounts JOIN sign_ins ON sign_ins.account_id = accounts.id"
        " WHERE token = ? AND NOT is_over",
        (token,),
    ).fetchone()
    return _account_from(row) if row else None


def begin_sign_in(connection: sqlite3.Connection, account: Account) -> str:
    """Remember that a customer has signed in, and return the token that proves it."""
    token = token_hex(16)
    connection.execute("INSERT INTO sign_ins (token, account_id) VALUES (?, ?)", (token, account.id))
    return token


def end_sign_in(connection: sqlite3.Connection, token: str) -> None:
    """Let a token prove nothing any more."""
    connection.execute("UPDATE sign_ins SET is_over = 1 WHERE token = ?", (token,))


def account_with_password(connection: sqlite3.Connection, email: str, password: str) -> Account | None:
    """Return the account that this e-mail address and password open."""
    row = connection.execute(
        "SELECT * FROM accounts WHERE email = ? AND NOT is_deleted", (email.lower(),)
    ).fetchone()
    return _account_from(row) if row and check_password_hash(row["password_hash"], password) else None


def create_account(
    connection: sqlite3.Connection, new: NewAccount, *, is_seeded: bool = False, is_team: bool = False
) -> Account:
    """Create an account.

    Raises:
        AccountExistsError: if the e-mail address has one.
    """
    values = (
        new.email.lower(),
        new.first_name,
        new.last_name,
        generate_password_hash(new.password, HASH),
        is_seeded,
        is_team,
    )
    try:
        row = connection.execute(
            "INSERT INTO accounts (email, first_name, last_name, password_hash, is_seeded, is_team)"
            " VALUES (?, ?, ?, ?, ?, ?) RETURNING *",
            values,
        ).fetchone()
    except sqlite3.IntegrityError as error:
        raise AccountExistsError("There is an account with this e-mail address. Sign in instead.") from error
    return _account_from(row)


def delete_account(connection: sqlite3.Connection, account: Account) -> None:
    """Forget who an account belonged to, and end its sign-ins; runs inside a transaction."""
    connection.execute(
        "UPDATE accounts SET email = 'deleted ' || id, first_name = '', last_name = '', password_hash = '',"
        " is_deleted = 1 WHERE id = ?",
        (account.id,),
    )
    connection.execute("UPDATE sign_ins SET is_over = 1 WHERE account_id = ?", (account.id,))
    connection.execute("DELETE FROM addresses WHERE owner = ?", (account.owner,))


def _account_from(row: sqlite3.Row) -> Account:
    return Account(row["id"], row["email"], row["first_name"], row["last_name"], is_team=bool(row["is_team"]))
