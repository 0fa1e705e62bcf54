"""The request at hand in; its shop, connection, visitor and account out."""

import sqlite3
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from secrets import token_hex
from threading import Event
from typing import cast

from flask import current_app, g, session

from harness.demo.defects import Defects
from harness.demo.rules.articles import Basket
from harness.demo.rules.money import NOTHING
from harness.demo.rules.pricing import Totals, price
from harness.demo.rules.promo import Situation
from harness.demo.store.accounts import Account, account_signed_in
from harness.demo.store.baskets import basket_of
from harness.demo.store.checkouts import address_of
from harness.demo.store.database import connect
from harness.demo.store.orders import Order, order_by_number, orders_of

EXTENSION = "northfold"
SLOW_SECONDS = 4
SILENT_SECONDS = 1.5
ENDLESS_SECONDS = 11
AUTHORISING_SECONDS = 3
UNEXPLAINED_FEE = Decimal("3.95")


@dataclass(frozen=True)
class Shop:
    """What all requests share: the database, the defects, and whether the server is stopping."""

    database: Path
    defects: Defects
    stopping: Event


def shop() -> Shop:
    """Return the shop that serves this request."""
    return cast(Shop, current_app.extensions[EXTENSION])


def defect(name: str) -> bool:
    """Say whether a defect is switched on."""
    return shop().defects.on(name)


def dawdle() -> None:
    """Let the customer wait, but never the server that wants to stop."""
    shop().stopping.wait(SLOW_SECONDS)


def take_time_over_delivery() -> None:
    """Let the customer wait without a sign, as long as the defects that are on want it."""
    for name, seconds in (("delivery-silent", SILENT_SECONDS), ("delivery-endless", ENDLESS_SECONDS)):
        if defect(name):
            shop().stopping.wait(seconds)


def authorise_slowly() -> None:
    """Let the customer wait for her bank."""
    shop().stopping.wait(AUTHORISING_SECONDS)


def today() -> date:
    """Return the day on which the shop thinks it is."""
    return datetime.now(UTC).date()


def connection() -> sqlite3.Connection:
    """Return the database connection of this request."""
    if "connection" not in g:
        g.connection = connect(shop().database)
    return cast(sqlite3.Connection, g.connection)


def close_connection(_error: BaseException | None = None) -> None:
    """Close the connection at the end of the request."""
    opened = g.pop("connection", None)
    if opened is not None:
        opened.close()


def visitor() -> str:
    """Return the name under which this browser's basket is kept."""
    if "visitor" not in session:
        session["visitor"] = token_hex(16)
    return str(session["visitor"])


def basket() -> Basket:
    """Return the basket of this visitor, without making a visitor of everyone who only looks."""
    return basket_of(connection(), session["visitor"]) if "visitor" in session else Basket()


def account() -> Account | None:
    """Return the account that is signed in."""
    return account_signed_in(connection(), session["sign-in"]) if "sign-in" in session else None


def customer_email() -> str:
    """Return the e-mail address of the customer as far as it is known."""
    signed_in = account()
    if signed_in:
        return signed_in.email
    address = address_of(connection(), visitor())
    return address.email if address else ""


def situation(wanted: Basket) -> Situation:
    """Return what the conditions of promo codes are compared with."""
    email = customer_email()
    is_new = not (email and orders_of(connection(), email))
    return Situation(
        wanted.subtotal, today(), is_new_customer=is_new, applied=wanted.codes, is_team=is_team()
    )


def is_team() -> bool:
    """Say whether one of the shop's own people is signed in."""
    signed_in = account()
    return signed_in is not None and signed_in.is_team


def totals(wanted: Basket, *, delivery: Decimal = NOTHING, at_payment: bool = False) -> Totals:
    """Return the sums of a basket as the customer sees them."""
    codes = () if defect("promo-ignored") else wanted.codes
    fee = UNEXPLAINED_FEE if at_payment and defect("total-grows") else NOTHING
    return price(wanted.subtotal, codes, delivery=delivery, fee=fee)


def may_see(number: str) -> None:
    """Let this visitor see an order from now on."""
    session["orders"] = [*{*session.get("orders", []), number}]


def visible_order(number: str) -> Order | None:
    """Return an order if this visitor placed it, looked it up, or owns it."""
    order = order_by_number(connection(), number)
    if order is None:
        return None
    signed_in = account()
    owns = signed_in is not None and signed_in.email.lower() == order.address.email.lower()
    return order if owns or order.number in session.get("orders", []) else None
