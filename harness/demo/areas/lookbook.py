"""The lookbook: one shell page, its stories as JSON, routed in the browser."""

from dataclasses import asdict

from flask import Blueprint, abort, jsonify, render_template
from flask.typing import ResponseReturnValue

from harness.demo.areas.current import connection
from harness.demo.rules.money import dollars
from harness.demo.store.products import all_products
from harness.demo.store.stories import STORIES, Story

lookbook = Blueprint("lookbook", __name__, url_prefix="/lookbook")


@lookbook.get("")
@lookbook.get("/<slug>")
def shell(slug: str = "") -> ResponseReturnValue:
    """Show the shell in which the browser routes."""
    if slug and slug not in STORIES:
        abort(404)
    return render_template("lookbook.html")


@lookbook.get("/stories.json")
def stories() -> ResponseReturnValue:
    """Return the teasers of all stories."""
    teasers = [
        {"slug": story.slug, "title": story.title, "teaser": story.teaser} for story in STORIES.values()
    ]
    return jsonify(stories=teasers)


@lookbook.get("/stories/<slug>.json")
def story(slug: str) -> ResponseReturnValue:
    """Return one story with the products worn in it."""
    told = STORIES.get(slug) or abort(404)
    return jsonify({**asdict(told), "products": _worn_in(told)})


def _worn_in(told: Story) -> list[dict[str, str]]:
    return [
        {"slug": product.slug, "name": product.name, "price": dollars(product.price)}
        for product in all_products(connection())
        if product.slug in told.wears
    ]
