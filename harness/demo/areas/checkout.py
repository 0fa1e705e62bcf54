"""From the basket to the payment page: who, where, and how delivered."""

from collections.abc import Mapping

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from harness.demo.areas.basket import drop_refused_codes
from harness.demo.areas.current import (
    account,
    basket,
    connection,
    defect,
    take_time_over_delivery,
    today,
    totals,
    visitor,
)
from harness.demo.rules.address import Address, read_address
from harness.demo.rules.delivery import DELIVERY_OPTIONS, STANDARD
from harness.demo.rules.forms import LONGEST_TEXT, FormError
from harness.demo.rules.states import STATES
from harness.demo.store.checkouts import DeliveryChoice, address_of, delivery_of, save_address, save_delivery
from harness.demo.store.database import transaction

checkout = Blueprint("checkout", __name__, url_prefix="/checkout")


@checkout.before_request
def need_a_basket() -> ResponseReturnValue | None:
    """Keep visitors with nothing to buy out of the checkout."""
    if defect("checkout-500"):
        abort(500)
    if not basket().lines:
        return redirect(url_for("basket.show"))
    return None


@checkout.get("")
def start() -> ResponseReturnValue:
    """Ask a visitor to sign in or to go on as a guest."""
    if account():
        return redirect(url_for("checkout.address"))
    return render_template("checkout/start.html")


@checkout.get("/address")
def address() -> ResponseReturnValue:
    """Ask where the order goes."""
    known = address_of(connection(), visitor()) or _address_of_account()
    return _address_page(vars(known) if known else {}, {})


def _address_of_account() -> Address | None:
    signed_in = account()
    return address_of(connection(), signed_in.owner) if signed_in else None


def _address_page(values: Mapping[str, str], problems: Mapping[str, str]) -> str:
    return render_template(
        "checkout/address.html",
        values=values,
        problems=problems,
        states=STATES,
        basket=basket(),
        totals=totals(basket()),
    )


@checkout.post("/address")
def take_address() -> ResponseReturnValue:
    """Check the address and go on."""
    signed_in = account()
    typed = {**request.form, "email": signed_in.email} if signed_in else dict(request.form)
    try:
        chosen = read_address(typed)
    except FormError as error:
        return _address_page(typed, error.problems)
    with transaction(connection()):
        save_address(connection(), visitor(), chosen)
        if signed_in:
            save_address(connection(), signed_in.owner, chosen)
    return redirect(url_for("checkout.delivery"))


@checkout.get("/delivery")
def delivery() -> ResponseReturnValue:
    """Offer the ways of delivery with their promised days."""
    if not address_of(connection(), visitor()):
        return redirect(url_for("checkout.address"))
    wanted = drop_refused_codes(basket())
    choice = delivery_of(connection(), visitor()) or DeliveryChoice(STANDARD, "")
    return render_template(
        "checkout/delivery.html",
        options=DELIVERY_OPTIONS.values(),
        choice=choice,
        today=today(),
        basket=wanted,
        totals=totals(wanted),
    )


@checkout.post("/delivery")
def take_delivery() -> ResponseReturnValue:
    """Remember the delivery and go on to the payment."""
    option = DELIVERY_OPTIONS.get(request.form.get("delivery", "")) or abort(
        400, "Choose one of the deliveries."
    )
    take_time_over_delivery()
    note = request.form.get("note", "").strip()[:LONGEST_TEXT]
    with transaction(connection()):
        save_delivery(connection(), visitor(), DeliveryChoice(option, note))
    return redirect(url_for("payment.review"))
