"""An empty database in; the catalogue, a loyal customer with two earlier orders and the shop's team out."""

import sqlite3
from dataclasses import dataclass
from datetime import date, timedelta

from harness.demo import DEMO_CUSTOMER, DEMO_TEAM
from harness.demo.rules.address import Address
from harness.demo.rules.articles import Basket, BasketLine
from harness.demo.rules.delivery import STANDARD
from harness.demo.rules.pricing import price
from harness.demo.store.accounts import NewAccount, create_account
from harness.demo.store.assortment import PRODUCTS
from harness.demo.store.checkouts import save_address
from harness.demo.store.orders import NewOrder, place_order
from harness.demo.store.products import add_product

LOYAL_EMAIL = DEMO_CUSTOMER
LOYAL_PASSWORD = "evergreen-42"  # noqa: S105 - a made-up customer of a made-up shop
TEAM_EMAIL = DEMO_TEAM
LOYAL_ADDRESS = Address(
    LOYAL_EMAIL, "Nora", "Lindqvist", "18 Alder Street", "Apt 4", "Portland", "OR", "97205", "503 555 0142"
)
NUMBERS_BEFORE = {"orders": 100122, "returns": 20000, "messages": 3000}


@dataclass(frozen=True)
class EarlierOrder:
    """An order of the loyal customer that was placed before the shop opened today."""

    id: int
    days_ago: int
    status: str
    delivered_days_ago: int | None
    parcel: str
    articles: tuple[tuple[str, str, int], ...]


EARLIER_ORDERS = (
    EarlierOrder(
        id=100041,
        days_ago=14,
        status="Delivered",
        delivered_days_ago=7,
        parcel="PB 4410 2291 07",
        articles=(("rain-jacket", "M", 1), ("hiking-socks", "M", 2)),
    ),
    EarlierOrder(
        id=100057,
        days_ago=3,
        status="Shipped",
        delivered_days_ago=None,
        parcel="PB 4410 7730 52",
        articles=(("wool-sweater", "M", 1),),
    ),
)


def seed(connection: sqlite3.Connection, today: date) -> None:
    """Fill an empty database; runs inside a transaction."""
    for place, product in enumerate(PRODUCTS):
        add_product(connection, product, place)
    loyal = NewAccount(LOYAL_EMAIL, LOYAL_ADDRESS.first_name, LOYAL_ADDRESS.last_name, LOYAL_PASSWORD)
    save_address(connection, create_account(connection, loyal, is_seeded=True).owner, LOYAL_ADDRESS)
    team = NewAccount(TEAM_EMAIL, "Quinn", "Marsh", LOYAL_PASSWORD)
    create_account(connection, team, is_seeded=True, is_team=True)
    for earlier in EARLIER_ORDERS:
        _seed_order(connection, earlier, today)
    _number_from(connection, NUMBERS_BEFORE)


def _seed_order(connection: sqlite3.Connection, earlier: EarlierOrder, today: date) -> None:
    products = {product.slug: product for product in PRODUCTS}
    basket = Basket(
        tuple(BasketLine(products[slug], size, pieces) for slug, size, pieces in earlier.articles)
    )
    new = NewOrder(
        basket=basket,
        totals=price(basket.subtotal, ()),
        address=LOYAL_ADDRESS,
        delivery=STANDARD,
        note="",
        paid_with="Card ending in 4242",
        ordered_on=today - timedelta(days=earlier.days_ago),
        id=earlier.id,
    )
    delivered_on = (
        (today - timedelta(days=earlier.delivered_days_ago)).isoformat()
        if earlier.delivered_days_ago
        else None
    )
    connection.execute(
        "UPDATE orders SET status = ?, delivered_on = ?, parcel = ?, is_seeded = 1 WHERE id = ?",
        (earlier.status, delivered_on, earlier.parcel, place_order(connection, new)),
    )


def _number_from(connection: sqlite3.Connection, numbers: dict[str, int]) -> None:
    connection.executemany("DELETE FROM sqlite_sequence WHERE name = ?", [(table,) for table in numbers])
    connection.executemany("INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)", list(numbers.items()))
