"""Signing in and out, new accounts, their end, and the orders of an account."""

from flask import Blueprint, flash, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue

from harness.demo.areas.current import account, connection, visitor
from harness.demo.rules.forms import EMAIL, Field, FormError, read_form
from harness.demo.store.accounts import (
    Account,
    AccountExistsError,
    NewAccount,
    account_with_password,
    begin_sign_in,
    create_account,
    delete_account,
    end_sign_in,
)
from harness.demo.store.checkouts import forget_checkout
from harness.demo.store.database import transaction
from harness.demo.store.orders import orders_of

account_area = Blueprint("account", __name__, url_prefix="/account")

SIGN_IN_FIELDS = (EMAIL, Field("password", "Enter your password."))
ACCOUNT_FIELDS = (
    Field("first_name", "Enter your first name."),
    Field("last_name", "Enter your last name."),
    EMAIL,
    Field("password", "Choose a password.", r".{8,200}", "Choose a password of at least 8 characters."),
)
WRONG_PASSWORD = "This e-mail address and password do not match. Check both and try again."  # noqa: S105 - a message


@account_area.get("")
def overview() -> ResponseReturnValue:
    """Greet the customer."""
    signed_in = account()
    if signed_in is None:
        return redirect(url_for("account.sign_in"))
    return render_template("account/overview.html", account=signed_in)


@account_area.get("/sign-in")
def sign_in() -> ResponseReturnValue:
    """Ask for e-mail address and password."""
    return render_template("account/sign_in.html", values={}, problems={})


@account_area.post("/sign-in")
def take_sign_in() -> ResponseReturnValue:
    """Sign in, and go on with the checkout if the customer came from there."""
    from_checkout = request.form.get("next") == "checkout"
    page = "checkout/start.html" if from_checkout else "account/sign_in.html"
    try:
        typed = read_form(request.form, SIGN_IN_FIELDS)
    except FormError as error:
        return render_template(page, values=request.form, problems=error.problems)
    found = account_with_password(connection(), typed["email"], typed["password"])
    if found is None:
        return render_template(page, values=request.form, problems={}, alert=WRONG_PASSWORD)
    _enter(found)
    return redirect(url_for("checkout.start" if from_checkout else "account.overview"))


@account_area.get("/create")
def create() -> ResponseReturnValue:
    """Ask what a new account needs."""
    return render_template("account/create.html", values={}, problems={})


@account_area.post("/create")
def take_account() -> ResponseReturnValue:
    """Create an account and sign it in."""
    try:
        new = NewAccount(**read_form(request.form, ACCOUNT_FIELDS))
        with transaction(connection()):
            created = create_account(connection(), new)
    except FormError as error:
        return render_template("account/create.html", values=request.form, problems=error.problems)
    except AccountExistsError as error:
        return render_template("account/create.html", values=request.form, problems={"email": str(error)})
    _enter(created)
    return redirect(url_for("account.overview"))


def _enter(entering: Account) -> None:
    with transaction(connection()):
        session["sign-in"] = begin_sign_in(connection(), entering)


@account_area.post("/sign-out")
def sign_out() -> ResponseReturnValue:
    """Forget who was here; the basket stays."""
    with transaction(connection()):
        forget_checkout(connection(), visitor())
        end_sign_in(connection(), session.get("sign-in", ""))
    _forget_visit()
    return redirect(url_for("catalogue.home"))


def _forget_visit() -> None:
    for name in ("sign-in", "orders", "returns"):
        session.pop(name, None)


@account_area.get("/delete")
def ask_to_delete() -> ResponseReturnValue:
    """Ask whether the account shall really be deleted."""
    if account() is None:
        return redirect(url_for("account.sign_in"))
    return render_template("account/delete.html", account=account())


@account_area.post("/delete")
def delete() -> ResponseReturnValue:
    """Delete the account that is signed in."""
    leaving = account()
    if leaving is None:
        return redirect(url_for("account.sign_in"))
    with transaction(connection()):
        forget_checkout(connection(), visitor())
        delete_account(connection(), leaving)
    _forget_visit()
    flash("Your account is deleted. We are sorry to see you go.", "status")
    return redirect(url_for("account.sign_in"))


@account_area.get("/orders")
def orders() -> ResponseReturnValue:
    """List the orders of the account."""
    signed_in = account()
    if signed_in is None:
        return redirect(url_for("account.sign_in"))
    return render_template("account/orders.html", orders=orders_of(connection(), signed_in.email))
