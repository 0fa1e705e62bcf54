"""Products out of the database, and their stock into it."""

import sqlite3

from harness.demo.rules.articles import Product
from harness.demo.rules.money import from_cents, to_cents

SEPARATOR = "\n"


class SoldOutError(Exception):
    """Fewer pieces are left than were asked for; the text is for the customer."""


def all_products(connection: sqlite3.Connection) -> tuple[Product, ...]:
    """Return every product in the order of the catalogue."""
    return tuple(product_from(row) for row in connection.execute("SELECT * FROM products ORDER BY place"))


def product(connection: sqlite3.Connection, slug: str) -> Product | None:
    """Return one product, if there is such a one."""
    row = connection.execute("SELECT * FROM products WHERE slug = ?", (slug,)).fetchone()
    return product_from(row) if row else None


def product_from(row: sqlite3.Row) -> Product:
    """Read a row of the table `products`."""
    return Product(
        slug=row["slug"],
        name=row["name"],
        category=row["category"],
        price=from_cents(row["price_cents"]),
        drawing=row["drawing"],
        color=row["color"],
        color_name=row["color_name"],
        line=row["line"],
        story=row["story"],
        details=tuple(row["details"].split(SEPARATOR)),
        sizes=tuple(row["sizes"].split(SEPARATOR)),
        stock=row["stock"],
        keywords=row["keywords"],
    )


def add_product(connection: sqlite3.Connection, new: Product, place: int) -> None:
    """Put a product into the catalogue."""
    connection.execute(
        "INSERT INTO products VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            *(new.slug, new.name, new.category, to_cents(new.price), new.drawing, new.color, new.color_name),
            *(new.line, new.story, SEPARATOR.join(new.details), SEPARATOR.join(new.sizes)),
            *(new.stock, new.keywords, place),
        ),
    )


def put_back_in_stock(connection: sqlite3.Connection, slug: str, quantity: int) -> None:
    """Raise the stock of a product."""
    connection.execute("UPDATE products SET stock = stock + ? WHERE slug = ?", (quantity, slug))


def take_from_stock(connection: sqlite3.Connection, wanted: Product, quantity: int) -> None:
    """Lower the stock of a product.

    Raises:
        SoldOutError: if fewer are left.
    """
    taken = connection.execute(
        "UPDATE products SET stock = stock - ? WHERE slug = ? AND stock >= ?",
        (quantity, wanted.slug, quantity),
    )
    if taken.rowcount == 0:
        raise SoldOutError(
            f"{wanted.name} has just sold out. Change its quantity or remove it from your basket."
        )
