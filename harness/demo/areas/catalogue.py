"""Home, categories, products and search."""

from flask import Blueprint, abort, render_template, request
from flask.typing import ResponseReturnValue

from harness.demo.areas.current import connection, dawdle, defect, today
from harness.demo.rules.articles import Category, Product
from harness.demo.rules.delivery import STANDARD
from harness.demo.rules.search import find_products, result_sentence
from harness.demo.store.assortment import CATEGORIES
from harness.demo.store.products import all_products, product

catalogue = Blueprint("catalogue", __name__)

FAVORITES = ("blue-shirt", "rain-jacket", "hiking-boots", "summit-daypack")
RELATED = 4
LONGEST_QUERY = 80
SHOWN_AT_ONCE = 8


@catalogue.get("/")
def home() -> ResponseReturnValue:
    """Show the front page."""
    by_slug = {item.slug: item for item in all_products(connection())}
    return render_template("catalogue/home.html", favorites=[by_slug[slug] for slug in FAVORITES])


@catalogue.get("/products")
def products() -> ResponseReturnValue:
    """Show everything, some more each time it is asked for."""
    everything = Category("all", "All products", "Everything we make, in one place.")
    made = all_products(connection())
    shown = max(SHOWN_AT_ONCE, request.args.get("shown", SHOWN_AT_ONCE, type=int))
    return render_template(
        "catalogue/category.html",
        category=everything,
        products=made[:shown],
        of=len(made),
        next_shown=shown + SHOWN_AT_ONCE if shown < len(made) else None,
    )


@catalogue.get("/category/<slug>")
def category(slug: str) -> ResponseReturnValue:
    """Show one shelf of the shop."""
    shown = next((one for one in CATEGORIES if one.slug == slug), None) or abort(404)
    on_shelf = [item for item in all_products(connection()) if item.category == slug]
    return render_template("catalogue/category.html", category=shown, products=on_shelf)


@catalogue.get("/product/<slug>")
def show_product(slug: str) -> ResponseReturnValue:
    """Show one product."""
    if defect("product-slow"):
        dawdle()
    shown = product(connection(), slug) or abort(404)
    related = [item for item in all_products(connection()) if item.slug != slug and item.stock > 0]
    related.sort(key=lambda item: item.category != shown.category)
    return render_template(
        "catalogue/product.html",
        product=shown,
        category=next(one for one in CATEGORIES if one.slug == shown.category),
        sold_out=is_sold_out(shown),
        related=related[:RELATED],
        promise=STANDARD.promise(today()),
    )


def is_sold_out(shown: Product) -> bool:
    """Say whether a product cannot be bought now."""
    return shown.stock <= 0 or (shown.slug == "blue-shirt" and defect("out-of-stock"))


@catalogue.get("/search")
def search() -> ResponseReturnValue:
    """Show the products that match the words in the search field."""
    if defect("search-down"):
        return render_template("errors/search.html"), 503
    query = request.args.get("q", "").strip()[:LONGEST_QUERY]
    everything = all_products(connection())
    found = find_products(query, everything)
    return render_template(
        "catalogue/search.html",
        query=query,
        sentence=result_sentence(query, len(found)) if query else "What are you looking for?",
        found=found,
        favorites=[item for item in everything if item.slug in FAVORITES],
    )
