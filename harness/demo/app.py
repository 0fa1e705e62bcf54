"""A database and defects in, the shop as a Flask application out."""

from http import HTTPStatus
from pathlib import Path
from threading import Event

from flask import Flask, Response, render_template, request
from flask.typing import ResponseReturnValue
from jinja2 import StrictUndefined
from werkzeug.exceptions import HTTPException

from harness.demo.areas.account import account_area
from harness.demo.areas.bank import bank
from harness.demo.areas.basket import basket_area
from harness.demo.areas.catalogue import catalogue
from harness.demo.areas.checkout import checkout
from harness.demo.areas.control import control
from harness.demo.areas.current import EXTENSION, Shop, account, basket, close_connection, defect, today
from harness.demo.areas.help import help_area
from harness.demo.areas.lookbook import lookbook
from harness.demo.areas.orders import orders
from harness.demo.areas.payment import payment
from harness.demo.areas.pictures import pictures
from harness.demo.areas.returns import returns
from harness.demo.defects import Defects
from harness.demo.rules.dates import long_date, medium_date
from harness.demo.rules.money import dollars
from harness.demo.store.assortment import CATEGORIES
from harness.demo.store.database import prepare

AREAS = (
    catalogue,
    basket_area,
    checkout,
    payment,
    bank,
    account_area,
    orders,
    returns,
    help_area,
    lookbook,
    pictures,
    control,
)
OPEN_WHEN_DOWN = {"control", "static", "favicon"}
LARGEST_FORM_BYTES = 64 * 1024


def create_app(*, database: Path, defects: Defects) -> Flask:
    """Build the shop on a database, which is made and filled unless it exists.

    Raises:
        DatabaseError: if the database cannot be used.
    """
    app = Flask(__name__)
    app.secret_key = prepare(database, today())
    app.config.update(SESSION_COOKIE_SAMESITE="Lax", MAX_CONTENT_LENGTH=LARGEST_FORM_BYTES)
    app.extensions[EXTENSION] = Shop(database, defects, Event())
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.filters.update(dollars=dollars, long_date=long_date, medium_date=medium_date)
    app.context_processor(
        lambda: {"defect": defect, "basket_now": basket, "account_now": account, "shelves": CATEGORIES}
    )
    for area in AREAS:
        app.register_blueprint(area)
    app.before_request(close_when_down)
    app.teardown_appcontext(close_connection)
    app.register_error_handler(HTTPException, show_error)
    app.add_url_rule("/favicon.ico", "favicon", lambda: app.send_static_file("favicon.svg"))
    return app


def stop_waiting(app: Flask) -> None:
    """Let requests that wait on purpose end, because the server stops."""
    shop: Shop = app.extensions[EXTENSION]
    shop.stopping.set()


def close_when_down() -> ResponseReturnValue | None:
    """Answer everything but the control page with the maintenance page while the site is down."""
    if not defect("site-down") or (request.blueprint or request.endpoint) in OPEN_WHEN_DOWN:
        return None
    return Response(render_template("errors/maintenance.html"), 503, {"Retry-After": "3600"})


def show_error(error: HTTPException) -> ResponseReturnValue:
    """Show an error as a page of the shop."""
    code = error.code or HTTPStatus.INTERNAL_SERVER_ERROR
    if code < HTTPStatus.BAD_REQUEST:
        return error  # Werkzeug raises redirects as errors too
    page = "errors/not_found.html" if code == HTTPStatus.NOT_FOUND else "errors/failure.html"
    reason = (error.description or "") if code == HTTPStatus.BAD_REQUEST else ""
    return render_template(page, reason=reason), code
