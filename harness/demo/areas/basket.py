"""The basket: articles, quantities, promo codes and sums."""

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from harness.demo.areas.catalogue import is_sold_out
from harness.demo.areas.current import basket, connection, dawdle, defect, situation, totals, visitor
from harness.demo.rules.articles import MOST_PER_ARTICLE, Basket, BasketLine
from harness.demo.rules.promo import PromoRefusedError, accept_code, refusals
from harness.demo.store.baskets import add_code, add_to_basket, remove_code, set_quantity
from harness.demo.store.database import transaction
from harness.demo.store.products import product

basket_area = Blueprint("basket", __name__, url_prefix="/basket")


@basket_area.get("")
def show() -> ResponseReturnValue:
    """Show the basket."""
    if defect("redirect-loop"):
        return redirect(url_for("basket.show"))
    wanted = drop_refused_codes(basket())
    return render_template("basket.html", basket=wanted, totals=totals(wanted), most=MOST_PER_ARTICLE)


def drop_refused_codes(wanted: Basket) -> Basket:
    """Take off the promo codes whose conditions no longer hold, and say so."""
    refused = refusals(situation(wanted)) if wanted.codes else {}
    if not refused:
        return wanted
    with transaction(connection()):
        for code in refused:
            remove_code(connection(), visitor(), code)
    for reason in refused.values():
        flash(f"{reason} We took it off your basket.", "alert")
    return basket()


@basket_area.post("/add")
def add() -> ResponseReturnValue:
    """Put one piece of an article into the basket."""
    wanted = product(connection(), request.form.get("product", "")) or abort(404)
    size = request.form.get("size", wanted.usual_size)
    if size not in wanted.sizes:
        abort(400, f"{wanted.name} does not come in size {size}.")
    if is_sold_out(wanted):
        flash(f"{wanted.name} is sold out.", "alert")
        return redirect(url_for("catalogue.show_product", slug=wanted.slug))
    with transaction(connection()):
        add_to_basket(connection(), visitor(), wanted.slug, size)
    return redirect(url_for("basket.show"))


@basket_area.post("/quantity")
def change_quantity() -> ResponseReturnValue:
    """Change how many pieces of an article are wanted."""
    line = _line(request.form.get("line", ""))
    typed = request.form.get("quantity", "")
    if not typed.isascii() or not typed.isdigit():
        flash("Enter the quantity as a number.", "alert")
        return redirect(url_for("basket.show"))
    most = max(1, min(MOST_PER_ARTICLE, line.product.stock))
    quantity = min(int(typed[:4]), most)
    if quantity < int(typed[:4]):
        flash(f"You can order at most {most} of {line.name}.", "alert")
    _set_quantity(line, quantity)
    return redirect(url_for("basket.show"))


@basket_area.post("/remove")
def remove() -> ResponseReturnValue:
    """Take an article out of the basket."""
    line = _line(request.form.get("line", ""))
    _set_quantity(line, 0)
    flash(f"{line.name} was removed.", "status")
    return redirect(url_for("basket.show"))


@basket_area.post("/promo")
def apply_promo() -> ResponseReturnValue:
    """Apply a promo code."""
    if defect("promo-slow"):
        dawdle()
    try:
        promo = accept_code(request.form.get("code", ""), situation(basket()))
    except PromoRefusedError as refusal:
        flash(str(refusal), "promo-alert")
        return redirect(url_for("basket.show"))
    with transaction(connection()):
        add_code(connection(), visitor(), promo.code)
    flash(f"Promo code {promo.code} applied", "promo-status")
    return redirect(url_for("basket.show"))


@basket_area.post("/promo/remove")
def remove_promo() -> ResponseReturnValue:
    """Take a promo code off."""
    code = request.form.get("code", "")[:20]
    with transaction(connection()):
        remove_code(connection(), visitor(), code)
    flash(f"Promo code {code} removed", "promo-status")
    return redirect(url_for("basket.show"))


@basket_area.post("/gift-card")
def apply_gift_card() -> ResponseReturnValue:
    """Refuse a gift card; the form is shown by the defect `two-apply-buttons` only."""
    flash("This gift card has no balance left.", "alert")
    return redirect(url_for("basket.show"))


def _line(key: str) -> BasketLine:
    return next((line for line in basket().lines if line.key == key), None) or abort(404)


def _set_quantity(line: BasketLine, quantity: int) -> None:
    with transaction(connection()):
        set_quantity(connection(), visitor(), line, quantity)
