"""Review, the ways to pay, the order itself and its confirmation."""

from dataclasses import replace

from flask import Blueprint, abort, flash, jsonify, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue

from harness.demo.areas.basket import drop_refused_codes
from harness.demo.areas.current import (
    authorise_slowly,
    basket,
    connection,
    defect,
    is_team,
    may_see,
    shop,
    today,
    totals,
    visible_order,
    visitor,
)
from harness.demo.rules.articles import Basket
from harness.demo.rules.card import Card, read_card
from harness.demo.rules.forms import FormError
from harness.demo.store.baskets import empty_basket
from harness.demo.store.checkouts import address_of, delivery_of, forget_checkout, save_card, take_card
from harness.demo.store.database import transaction
from harness.demo.store.orders import NewOrder, place_order
from harness.demo.store.products import SoldOutError

payment = Blueprint("payment", __name__)

LOOK_SECONDS = 0.2
FREE = "Nothing to pay"
INVOICE = "Invoice, due in 14 days"


@payment.before_request
def fail_with_the_checkout() -> None:
    """Take part in the defect of the checkout."""
    if defect("checkout-500"):
        abort(500)


@payment.get("/checkout/payment")
def review() -> ResponseReturnValue:
    """Show everything once more and ask how to pay."""
    wanted = drop_refused_codes(basket())
    order = _order_to_place(wanted)
    if not wanted.lines or order is None:
        return redirect(url_for("checkout.delivery"))
    return render_template(
        "checkout/payment.html",
        order=order,
        promised_on=order.delivery.promised_on(today()),
        may_pay_by_invoice=is_team(),
        invoice=INVOICE,
    )


def _order_to_place(wanted: Basket) -> NewOrder | None:
    address, choice = address_of(connection(), visitor()), delivery_of(connection(), visitor())
    if address is None or choice is None:
        return None
    return NewOrder(
        basket=wanted,
        totals=totals(wanted, delivery=choice.option.price, at_payment=True),
        address=address,
        delivery=choice.option,
        note=choice.note,
        paid_with=FREE,
        ordered_on=today(),
    )


@payment.get("/pay-frame")
def card_form() -> ResponseReturnValue:
    """Show the card form, as a payment provider would in its own frame."""
    return render_template("checkout/pay_frame.html")


@payment.post("/pay-frame")
def take_card_details() -> ResponseReturnValue:
    """Check the card and answer with a token for it, or with a message for each wrong field."""
    try:
        card = read_card(request.form, today())
    except FormError as error:
        return jsonify(problems=error.problems)
    with transaction(connection()):
        token = save_card(connection(), visitor(), card)
    return jsonify(token=token)


@payment.post("/checkout/place")
def place() -> ResponseReturnValue:
    """Place the order, if it can be paid."""
    if defect("payment-hangs"):
        return _hang()
    order = _order_to_place(basket())
    if order is None or not order.basket.lines:
        return redirect(url_for("basket.show"))
    if not order.totals.total:
        return _place(order)
    if request.form.get("payment") == "invoice" and is_team():
        return _place(replace(order, paid_with=INVOICE))
    with transaction(connection()):
        card = take_card(connection(), visitor(), request.form.get("payment_token", ""))
    return _pay_by(card, order) if card else back_to_review("Enter your card details.")


def _pay_by(card: Card, order: NewOrder) -> ResponseReturnValue:
    if card.refusal:
        return back_to_review(card.refusal)
    if card.is_challenged:
        with transaction(connection()):
            session["challenged"] = save_card(connection(), visitor(), card)
        return redirect(url_for("bank.confirm"))
    if card.is_slow:
        authorise_slowly()
    return _place(replace(order, paid_with=f"Card ending in {card.last_four}"))


def place_confirmed(card: Card) -> ResponseReturnValue:
    """Place the order of a customer whose bank has confirmed the payment."""
    order = _order_to_place(basket())
    if order is None or not order.basket.lines:
        return redirect(url_for("basket.show"))
    return _pay_by(replace(card, is_challenged=False), order)


def _place(order: NewOrder) -> ResponseReturnValue:
    try:
        with transaction(connection()):
            number = f"NF-{place_order(connection(), order)}"
            empty_basket(connection(), visitor())
            forget_checkout(connection(), visitor())
    except SoldOutError as error:
        return back_to_review(f"{error} Nothing was charged.")
    if defect("confirmation-lost"):
        abort(502)
    may_see(number)
    return redirect(url_for("payment.confirmation", number=number))


def back_to_review(reason: str) -> ResponseReturnValue:
    """Tell why there is no order, where the customer can pay in another way."""
    flash(reason, "alert")
    return redirect(url_for("payment.review"))


def _hang() -> ResponseReturnValue:
    """Never answer, unless the server stops, the customer leaves, or the defect is switched off."""
    has_left = request.environ.get("waitress.client_disconnected", lambda: False)
    while defect("payment-hangs") and not has_left() and not shop().stopping.wait(LOOK_SECONDS):
        pass
    abort(503)


@payment.get("/checkout/confirmation/<number>")
def confirmation(number: str) -> ResponseReturnValue:
    """Thank the customer and repeat what was promised."""
    order = visible_order(number) or abort(404)
    return render_template("checkout/confirmation.html", order=order)
