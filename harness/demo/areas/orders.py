"""Looking up orders, following one, and cancelling it."""

from collections.abc import Mapping

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from harness.demo.areas.current import connection, may_see, visible_order
from harness.demo.rules.address import ZIP
from harness.demo.rules.forms import EMAIL, Field, FormError, read_form
from harness.demo.store.database import transaction
from harness.demo.store.orders import CANCELLED, STATUSES, cancel_order, order_by_number, orders_of
from harness.demo.store.returns import latest_return

orders = Blueprint("orders", __name__, url_prefix="/orders")

LOOK_UP_FIELDS = (Field("number", "Enter your order number, for example NF-100123."), EMAIL)
GUEST_FIELDS = (EMAIL, ZIP)


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


@orders.get("/mine")
def ask_guest() -> ResponseReturnValue:
    """Ask a guest who has no order number for the e-mail address and the ZIP code."""
    return render_template("orders/mine.html", values={}, problems={}, orders=None)


@orders.post("/mine")
def show_to_guest() -> ResponseReturnValue:
    """List the orders that were placed with this e-mail address and delivered to this ZIP code."""
    try:
        typed = read_form(request.form, GUEST_FIELDS)
    except FormError as error:
        return render_template("orders/mine.html", values=request.form, problems=error.problems, orders=None)
    theirs = [o for o in orders_of(connection(), typed["email"]) if o.address.zip == typed["zip"]]
    for order in theirs:
        may_see(order.number)
    return render_template("orders/mine.html", values=typed, problems={}, orders=theirs)


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
        reached=-1 if order.status == CANCELLED else STATUSES.index(order.status),
        registered_return=latest_return(connection(), order.id),
    )


@orders.get("/<number>/cancel")
def ask_to_cancel(number: str) -> ResponseReturnValue:
    """Ask whether the order shall really be cancelled."""
    order = visible_order(number) or abort(404)
    if not order.can_be_cancelled:
        return redirect(url_for("orders.show", number=order.number))
    return render_template("orders/cancel.html", order=order)


@orders.post("/<number>/cancel")
def cancel(number: str) -> ResponseReturnValue:
    """Cancel the order, unless it is packed already."""
    order = visible_order(number) or abort(404)
    with transaction(connection()):
        is_cancelled = cancel_order(connection(), order)
    if is_cancelled:
        flash("Your order is cancelled. You pay nothing for it.", "status")
    elif order.status != CANCELLED:
        flash("This order is packed already and cannot be cancelled any more.", "alert")
    return redirect(url_for("orders.show", number=order.number))
