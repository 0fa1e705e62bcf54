"""Help pages and the contact form."""

from collections.abc import Mapping

from flask import Blueprint, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue

from harness.demo.areas.current import connection, today
from harness.demo.rules.delivery import DELIVERY_OPTIONS
from harness.demo.rules.forms import EMAIL, Field, FormError, one_of, read_form
from harness.demo.rules.returning import RETURN_DAYS
from harness.demo.store.database import transaction
from harness.demo.store.messages import Message, save_message, save_subscriber

help_area = Blueprint("help", __name__)

TOPICS = {
    "order": "My order",
    "return": "A return",
    "product": "A product",
    "payment": "Payment",
    "other": "Something else",
}
CONTACT_FIELDS = (
    Field("name", "Enter your name."),
    EMAIL,
    one_of("topic", TOPICS, "Choose a topic."),
    Field("order_number", "", r"(?i)NF-\d{6}", "Enter an order number like NF-100123, or leave it empty."),
    Field("message", "Write your message."),
)


@help_area.get("/help")
def index() -> ResponseReturnValue:
    """Show where help is found."""
    return render_template("help/index.html")


@help_area.get("/help/returns")
def returns_policy() -> ResponseReturnValue:
    """Show the returns policy."""
    return render_template("help/returns.html", days=RETURN_DAYS)


@help_area.get("/help/delivery")
def delivery() -> ResponseReturnValue:
    """Show the ways of delivery."""
    return render_template("help/delivery.html", options=DELIVERY_OPTIONS.values(), today=today())


@help_area.get("/help/payment")
def payment() -> ResponseReturnValue:
    """Show the ways to pay."""
    return render_template("help/payment.html")


@help_area.get("/contact")
def contact() -> ResponseReturnValue:
    """Show the contact form."""
    return _contact_page({}, {})


def _contact_page(values: Mapping[str, str], problems: Mapping[str, str]) -> str:
    return render_template("help/contact.html", values=values, problems=problems, topics=TOPICS)


@help_area.post("/contact")
def take_message() -> ResponseReturnValue:
    """Take a message."""
    try:
        message = Message(**read_form(request.form, CONTACT_FIELDS))
    except FormError as error:
        return _contact_page(request.form, error.problems)
    with transaction(connection()):
        session["ticket"] = save_message(connection(), message)
    session["ticket_email"] = message.email
    return redirect(url_for("help.message_received"))


@help_area.get("/contact/received")
def message_received() -> ResponseReturnValue:
    """Confirm a message with its ticket number."""
    if "ticket" not in session:
        return redirect(url_for("help.contact"))
    return render_template("help/received.html", ticket=session["ticket"], email=session["ticket_email"])


@help_area.post("/newsletter")
def subscribe() -> ResponseReturnValue:
    """Add an address to the newsletter."""
    try:
        typed = read_form(request.form, (EMAIL,))
    except FormError as error:
        return {"problem": error.problems["email"]}
    with transaction(connection()):
        save_subscriber(connection(), typed["email"])
    return {"thanks": "Thank you. Look out for our next letter."}
