"""A visitor in, the basket out; and changes to it."""

import sqlite3

from harness.demo.rules.articles import MOST_PER_ARTICLE, Basket, BasketLine
from harness.demo.store.products import product_from


def basket_of(connection: sqlite3.Connection, visitor: str) -> Basket:
    """Return what lies in a visitor's basket."""
    lines = connection.execute(
        "SELECT products.*, size, quantity FROM basket_lines JOIN products ON slug = product"
        " WHERE visitor = ? ORDER BY basket_lines.rowid",
        (visitor,),
    )
    codes = connection.execute("SELECT code FROM basket_codes WHERE visitor = ? ORDER BY rowid", (visitor,))
    return Basket(
        tuple(BasketLine(product_from(row), row["size"], row["quantity"]) for row in lines),
        tuple(row["code"] for row in codes),
    )


def add_to_basket(connection: sqlite3.Connection, visitor: str, product: str, size: str) -> None:
    """Put one piece into the basket."""
    connection.execute(
        "INSERT INTO basket_lines VALUES (?, ?, ?, 1)"
        " ON CONFLICT DO UPDATE SET quantity = min(quantity + 1, ?)",
        (visitor, product, size, MOST_PER_ARTICLE),
    )


def set_quantity(connection: sqlite3.Connection, visitor: str, line: BasketLine, quantity: int) -> None:
    """Change how many pieces of a line are wanted; none removes it."""
    where = (visitor, line.product.slug, line.size)
    if quantity <= 0:
        connection.execute("DELETE FROM basket_lines WHERE visitor = ? AND product = ? AND size = ?", where)
        return
    connection.execute(
        "UPDATE basket_lines SET quantity = ? WHERE visitor = ? AND product = ? AND size = ?",
        (quantity, *where),
    )


def add_code(connection: sqlite3.Connection, visitor: str, code: str) -> None:
    """Apply a promo code to the basket."""
    connection.execute("INSERT OR IGNORE INTO basket_codes VALUES (?, ?)", (visitor, code))


def remove_code(connection: sqlite3.Connection, visitor: str, code: str) -> None:
    """Take a promo code off the basket."""
    connection.execute("DELETE FROM basket_codes WHERE visitor = ? AND code = ?", (visitor, code))


def empty_basket(connection: sqlite3.Connection, visitor: str) -> None:
    """Take everything out of the basket."""
    connection.execute("DELETE FROM basket_lines WHERE visitor = ?", (visitor,))
    connection.execute("DELETE FROM basket_codes WHERE visitor = ?", (visitor,))
