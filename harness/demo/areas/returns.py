"""Starting a return and printing its label."""

from collections.abc import Mapping
from decimal import Decimal

from flask import Blueprint, abort, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue

from harness.demo.areas.barcode import bars
from harness.demo.areas.current import connection, defect, today, visible_order
from harness.demo.rules.forms import Field, FormError, one_of, read_form
from harness.demo.rules.money import round_half_up
from harness.demo.rules.returning import (
    FORGOTTEN_LABEL,
    REASONS,
    LabelValidity,
    label_validity,
    return_refusal,
)
from harness.demo.store.database import transaction
from harness.demo.store.orders import Order, OrderLine
from harness.demo.store.returns import NewReturn, Return, register_return, return_by_number

returns = Blueprint("returns", __name__, url_prefix="/returns")

FAILED = "We could not register your return. Please try again later."


@returns.get("/start/<number>")
def start(number: str) -> ResponseReturnValue:
    """Ask which article comes back and why."""
    order = visible_order(number)
    if order is None:
        return redirect(url_for("orders.find"))
    return _start_page(order, {}, {})


def _start_page(order: Order, values: Mapping[str, str], problems: Mapping[str, str], alert: str = "") -> str:
    return render_template(
        "returns/start.html",
        order=order,
        refusal=return_refusal(order.delivered_on, today()),
        reasons=REASONS,
        values=values,
        problems=problems,
        alert=alert,
    )


@returns.post("/start/<number>")
def register(number: str) -> ResponseReturnValue:
    """Register the return."""
    order = visible_order(number) or abort(404)
    fields = (
        one_of("article", (line.key for line in order.lines), "Choose the article that you send back."),
        one_of("reason", REASONS, "Choose a reason."),
        Field("comment"),
    )
    try:
        typed = read_form(request.form, fields)
    except FormError as error:
        return _start_page(order, request.form, error.problems)
    if defect("return-fails"):
        return _start_page(order, typed, {}, FAILED)
    if return_refusal(order.delivered_on, today()):
        return _start_page(order, typed, {})
    registered = _register(order, typed)
    session["returns"] = [*session.get("returns", []), registered.number]
    return redirect(url_for("returns.show", number=registered.number))


def _register(order: Order, typed: Mapping[str, str]) -> Return:
    line = next(line for line in order.lines if line.key == typed["article"])
    new = NewReturn(
        order_id=order.id,
        article=line.article,
        refund=refund(order, line),
        reason=REASONS[typed["reason"]],
        comment=typed["comment"],
        registered_on=today(),
    )
    with transaction(connection()):
        return register_return(connection(), new)


def refund(order: Order, line: OrderLine) -> Decimal:
    """Return what all pieces of a line cost after the order's discount."""
    paid_share = 1 - order.totals.discount / order.totals.subtotal
    return round_half_up(line.price * line.quantity * paid_share)


@returns.get("/<number>")
def show(number: str) -> ResponseReturnValue:
    """Confirm a registered return."""
    registered = _visible_return(number)
    return render_template("returns/registered.html", registered=registered, validity=_validity(registered))


@returns.get("/<number>/label")
def label(number: str) -> ResponseReturnValue:
    """Show the label that goes onto the parcel."""
    registered = _visible_return(number)
    return render_template(
        "returns/label.html",
        registered=registered,
        validity=_validity(registered),
        bars=bars(registered.number),
    )


def _validity(registered: Return) -> LabelValidity:
    return FORGOTTEN_LABEL if defect("outdated-label") else label_validity(registered.registered_on)


def _visible_return(number: str) -> Return:
    registered = return_by_number(connection(), number)
    if registered is None:
        abort(404)
    if number not in session.get("returns", []) and visible_order(registered.order_number) is None:
        abort(404)
    return registered
