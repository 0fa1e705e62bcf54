"""Orders into the database and out of it."""

import re
import sqlite3
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from harness.demo.rules.address import Address
from harness.demo.rules.articles import Basket, article_name
from harness.demo.rules.delivery import DeliveryOption
from harness.demo.rules.money import from_cents, to_cents
from harness.demo.rules.pricing import Totals
from harness.demo.store.checkouts import address_of, save_address
from harness.demo.store.products import put_back_in_stock, take_from_stock

STATUSES = ("Ordered", "Packed", "Shipped", "Delivered")
CANCELLED = "Cancelled"


@dataclass(frozen=True)
class OrderLine:
    """Some pieces of one ordered article."""

    product: str
    name: str
    size: str
    quantity: int
    price: Decimal

    @property
    def key(self) -> str:
        """Name the line within its order."""
        return f"{self.product}:{self.size}"

    @property
    def article(self) -> str:
        """Name the article with its size."""
        return article_name(self.name, self.size)


@dataclass(frozen=True)
class Order:
    """One placed order."""

    id: int
    ordered_on: date
    promised_on: date
    delivered_on: date | None
    status: str
    parcel: str
    delivery_name: str
    note: str
    paid_with: str
    address: Address
    totals: Totals
    lines: tuple[OrderLine, ...]

    @property
    def number(self) -> str:
        """Return the number that the customer knows."""
        return f"NF-{self.id}"

    @property
    def can_be_cancelled(self) -> bool:
        """Say whether nobody has begun to pack it."""
        return self.status == STATUSES[0]


@dataclass(frozen=True)
class NewOrder:
    """Everything needed to place an order."""

    basket: Basket
    totals: Totals
    address: Address
    delivery: DeliveryOption
    note: str
    paid_with: str
    ordered_on: date
    id: int | None = None


def place_order(connection: sqlite3.Connection, new: NewOrder) -> int:
    """Take the articles from the stock, write the order, and return its id; runs inside a transaction.

    Raises:
        SoldOutError: if an article is no longer there.
    """
    for line in new.basket.lines:
        take_from_stock(connection, line.product, line.quantity)
    order_id = _insert_order(connection, new)
    connection.executemany(
        "INSERT INTO order_lines VALUES (?, ?, ?, ?, ?, ?)",
        [
            (
                order_id,
                line.product.slug,
                line.product.name,
                line.size,
                line.quantity,
                to_cents(line.product.price),
            )
            for line in new.basket.lines
        ],
    )
    save_address(connection, f"order {order_id}", new.address)
    return order_id


def _insert_order(connection: sqlite3.Connection, new: NewOrder) -> int:
    promised_on = new.delivery.promised_on(new.ordered_on)
    totals = (new.totals.subtotal, new.totals.discount, new.totals.delivery, new.totals.fee)
    row = connection.execute(
        "INSERT INTO orders (id, ordered_on, promised_on, status, parcel, delivery_name, note, paid_with,"
        " subtotal_cents, discount_cents, delivery_cents, fee_cents)"
        " VALUES (?, ?, ?, 'Ordered', '', ?, ?, ?, ?, ?, ?, ?) RETURNING id",
        (
            *(
                new.id,
                new.ordered_on.isoformat(),
                promised_on.isoformat(),
                new.delivery.name,
                new.note,
                new.paid_with,
            ),
            *(to_cents(amount) for amount in totals),
        ),
    ).fetchone()
    return int(row["id"])


def cancel_order(connection: sqlite3.Connection, order: Order) -> bool:
    """Cancel an order and give its articles back to the stock, unless it is packed or cancelled already.

    Returns:
        Whether it was cancelled just now. Runs inside a transaction.
    """
    cancelled = connection.execute(
        "UPDATE orders SET status = ? WHERE id = ? AND status = ?", (CANCELLED, order.id, STATUSES[0])
    )
    if cancelled.rowcount == 0:
        return False
    for line in order.lines:
        put_back_in_stock(connection, line.product, line.quantity)
    return True


def order_by_number(connection: sqlite3.Connection, number: str) -> Order | None:
    """Return the order with a number like `NF-100123`, if there is such a one."""
    match = re.fullmatch(r"\s*(?:NF)?[\s-]*(\d{1,9})\s*", number, re.IGNORECASE)
    row = match and connection.execute("SELECT * FROM orders WHERE id = ?", (int(match[1]),)).fetchone()
    return _order_from(connection, row) if row else None


def orders_of(connection: sqlite3.Connection, email: str) -> tuple[Order, ...]:
    """Return the orders placed with an e-mail address, newest first."""
    rows = connection.execute(
        "SELECT orders.* FROM orders JOIN addresses ON owner = 'order ' || orders.id"
        " WHERE lower(email) = lower(?) ORDER BY orders.id DESC",
        (email,),
    ).fetchall()
    return tuple(_order_from(connection, row) for row in rows)


def _order_from(connection: sqlite3.Connection, row: sqlite3.Row) -> Order:
    address = address_of(connection, f"order {row['id']}")
    if address is None:
        raise LookupError(f"order {row['id']} has no address. The database is damaged.")
    lines = connection.execute("SELECT * FROM order_lines WHERE order_id = ? ORDER BY rowid", (row["id"],))
    return Order(
        id=row["id"],
        ordered_on=date.fromisoformat(row["ordered_on"]),
        promised_on=date.fromisoformat(row["promised_on"]),
        delivered_on=date.fromisoformat(row["delivered_on"]) if row["delivered_on"] else None,
        status=row["status"],
        parcel=row["parcel"],
        delivery_name=row["delivery_name"],
        note=row["note"],
        paid_with=row["paid_with"],
        address=address,
        totals=_totals_from(row),
        lines=tuple(_line_from(line) for line in lines),
    )


def _totals_from(row: sqlite3.Row) -> Totals:
    columns = ("subtotal_cents", "discount_cents", "delivery_cents", "fee_cents")
    return Totals(*(from_cents(row[column]) for column in columns))


def _line_from(row: sqlite3.Row) -> OrderLine:
    return OrderLine(
        row["product"], row["name"], row["size"], row["quantity"], from_cents(row["price_cents"])
    )
