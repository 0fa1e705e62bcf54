"""A card whose bank asks "is it you?" (3-D Secure) in, the confirmed or refused payment out."""

from flask import Blueprint, flash, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue

from harness.demo.areas.current import connection, visitor
from harness.demo.areas.payment import back_to_review, place_confirmed
from harness.demo.rules.card import BANK_CODE
from harness.demo.store.checkouts import save_card, take_card
from harness.demo.store.database import transaction

bank = Blueprint("bank", __name__)

REFUSED = "Your bank did not confirm the payment. Nothing was charged. Try again or use another card."
WRONG_CODE = "This code is not right. Look at the message of your bank and type it again."


@bank.get("/checkout/confirm")
def confirm() -> ResponseReturnValue:
    """Show the bank's question in its frame."""
    if "challenged" not in session:
        return redirect(url_for("payment.review"))
    return render_template("checkout/confirm.html")


@bank.get("/bank-frame")
def question() -> ResponseReturnValue:
    """Ask for the code, as the customer's bank would in its own frame."""
    return render_template("checkout/bank_frame.html", code=BANK_CODE)


@bank.post("/bank/answer")
def take_answer() -> ResponseReturnValue:
    """Place the order if the code is right; ask again if it is wrong."""
    with transaction(connection()):
        card = take_card(connection(), visitor(), session.pop("challenged", ""))
    if card is None:
        return redirect(url_for("payment.review"))
    if request.form.get("answer") != "confirm":
        return back_to_review(REFUSED)
    if "".join(request.form.get("code", "").split()) == BANK_CODE:
        return place_confirmed(card)
    flash(WRONG_CODE, "alert")
    with transaction(connection()):
        session["challenged"] = save_card(connection(), visitor(), card)
    return redirect(url_for("bank.confirm"))
