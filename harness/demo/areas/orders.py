"""Looking up an order and following it."""

from collections.abc import Mapping

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from harness.demo.areas.current import connection, may_see, visible_order
from harness.demo.rules.forms import EMAIL, Field, FormError, read_form
from harness.demo.store.orders import STATUSES, order_by_number
from harness.demo.store.returns import latest_return

orders = Blueprint("orders", __name__, url_prefix="/orders")

LOOK_UP_FIELDS = (Field("number", "Enter your order number, for example NF-100123."), EMAIL)


@orders.get("/find")
def find() -> ResponseReturnValue:
    """Ask for an order number and an e-mail address."""
    return _find_page({}, {})


def _find_page(values: Mapping[str, str], problems: Mapping[str, str], alert: str = "") -> str:
    return render_template("orders/find.html", values=values, problems=problems, alert=alert)


@orders.post("/find")
def look_up() -> ResponseReturnValue:
    """Show the order if number and address belong together."""
    try:
        typed = read_form(request.form, LOOK_UP_FIELDS)
    except FormError as error:
        return _find_page(request.form, error.problems)
    order = order_by_number(connection(), typed["number"])
    if order is None or order.address.email.lower() != typed["email"].lower():
        return _find_page(
            typed,
            {},
            f"We found no order {typed['number']} for this e-mail address. Check both and try again.",
        )
    may_see(order.number)
    return redirect(url_for("orders.show", number=order.number))


@orders.get("/<number>")
def show(number: str) -> ResponseReturnValue:
    """Show where an order is."""
    order = visible_order(number)
    if order is None:
        return redirect(url_for("orders.find"))
    if order.number != number:
        abort(404)
    return render_template(
        "orders/order.html",
        order=order,
        statuses=STATUSES,
        reached=STATUSES.index(order.status),
        registered_return=latest_return(connection(), order.id),
    )
