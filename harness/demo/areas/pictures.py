"""The shop's own drawings, as SVG in a product's or a story's colors."""

from flask import Blueprint, Response, abort, render_template

from harness.demo.areas.current import connection
from harness.demo.store.products import product
from harness.demo.store.stories import STORIES

pictures = Blueprint("pictures", __name__, url_prefix="/pictures")


@pictures.get("/<slug>.svg")
def article(slug: str) -> Response:
    """Draw a product."""
    shown = product(connection(), slug) or abort(404)
    return _svg(render_template(f"pictures/{shown.drawing}.svg", color=shown.color))


@pictures.get("/story/<slug>.svg")
def scene(slug: str) -> Response:
    """Draw the landscape of a story."""
    told = STORIES.get(slug) or abort(404)
    return _svg(render_template("pictures/scene.svg", story=told))


def _svg(drawing: str) -> Response:
    response = Response(drawing, mimetype="image/svg+xml")
    response.cache_control.max_age = 3600
    return response
