import re

import pytest

from harness.demo.store.assortment import CATEGORIES, PRODUCTS
from harness.demo.store.stories import STORIES

from .customer import Customer

PAGES = [
    "/",
    "/products",
    *(f"/category/{category.slug}" for category in CATEGORIES),
    *(f"/product/{product.slug}" for product in PRODUCTS),
    "/search?q=shirt",
    "/basket",
    "/account/sign-in",
    "/account/create",
    "/orders/find",
    "/help",
    "/help/returns",
    "/help/delivery",
    "/help/payment",
    "/contact",
    "/lookbook",
    *(f"/lookbook/{slug}" for slug in STORIES),
    "/pay-frame",
]


@pytest.mark.parametrize("path", PAGES)
def test_each_page_opens_has_a_title_and_asks_no_other_host(customer: Customer, path: str) -> None:
    page = customer.open(path)

    assert page.status == 200
    assert re.search(r"<title>[^<]{5,}</title>", page.html)
    assert not re.findall(r"(?:src|href|action)=.https?:", page.html)


@pytest.mark.parametrize("path", [page for page in PAGES if page != "/pay-frame"])
def test_each_page_has_one_main_heading_and_labels_all_its_fields(customer: Customer, path: str) -> None:
    html = customer.open(path).html
    fields = re.findall(r'<(?:input|select|textarea)[^>]*\bid="([^"]+)"', html)

    assert len(re.findall(r"<h1", html)) == 1
    assert set(fields) <= set(re.findall(r'<label[^>]*for="([^"]+)"', html))


def test_each_link_picture_and_style_of_the_shop_is_there(customer: Customer) -> None:
    addresses = {
        address
        for path in PAGES
        for address in re.findall(r'(?:src|href)="(/[^"]*)"', customer.open(path).html)
    }

    assert [address for address in sorted(addresses) if customer.open(address).status != 200] == []


def test_all_products_are_shown_some_at_a_time(customer: Customer) -> None:
    names = [product.name for product in PRODUCTS]
    first, end = customer.open("/products"), customer.open("/products?shown=24")

    assert 'href="/products?shown=16">Show more' in first.html
    assert [name for name in names if name in first.text] == names[:8]
    assert "18 of 18 products" in end.text
    assert "That is everything" in end.text
    assert "Show more" not in end.text


def test_the_blue_shirt_costs_forty_dollars_and_is_in_stock(customer: Customer) -> None:
    text = customer.open("/product/blue-shirt").text

    assert "$40.00" in text
    assert "In stock" in text


def test_few_pieces_are_counted_out(customer: Customer) -> None:
    assert "Only 2 left" in customer.open("/product/down-jacket").text


def test_a_sold_out_product_cannot_be_put_in_the_basket(customer: Customer) -> None:
    page = customer.open("/product/creek-shorts")

    assert "Sold out" in page.text
    assert re.search(r"<button[^>]*disabled[^>]*>Add to basket", page.html)
    assert "Creekside shorts is sold out." in customer.put_in_basket("creek-shorts").roles["alert"]


def test_search_says_how_many_products_it_found(customer: Customer) -> None:
    assert '3 products for "shirt"' in customer.open("/search?q=shirt").text


def test_search_without_result_helps_on(customer: Customer) -> None:
    text = customer.open("/search?q=zeppelin").text

    assert 'No products for "zeppelin"' in text
    assert "Check the spelling" in text


def test_what_is_searched_for_is_shown_as_text_never_as_markup(customer: Customer) -> None:
    assert "<script>alert(1)" not in customer.open("/search?q=<script>alert(1)</script>").html


@pytest.mark.parametrize("path", ["/nowhere", "/product/unicorn", "/category/unicorns", "/lookbook/unicorn"])
def test_a_page_that_is_not_there_says_so(customer: Customer, path: str) -> None:
    page = customer.open(path)

    assert page.status == 404
    assert "This path ends here" in page.text


def test_the_favicon_is_there(customer: Customer) -> None:
    assert customer.open("/favicon.ico").status == 200


def test_the_cookie_banner_is_gone_once_it_is_answered(customer: Customer) -> None:
    assert 'aria-label="Cookies"' in customer.open("/").html

    customer.client.set_cookie("northfold_cookies", "necessary")

    assert 'aria-label="Cookies"' not in customer.open("/").html


def test_the_newsletter_popup_keeps_out_of_basket_and_checkout(customer: Customer) -> None:
    customer.put_in_basket()

    assert 'aria-label="Newsletter"' in customer.open("/product/blue-shirt").html
    assert 'aria-label="Newsletter"' not in customer.open("/basket").html
    assert 'aria-label="Newsletter"' not in customer.open("/checkout").html


def test_the_lookbook_hands_out_its_stories_as_json(customer: Customer) -> None:
    stories = customer.client.get("/lookbook/stories.json").get_json()["stories"]
    story = customer.client.get("/lookbook/stories/ferry-weather.json").get_json()

    assert len(stories) == len(STORIES)
    assert story["title"] == "Ferry weather"
    assert {"slug": "rain-jacket", "name": "Tidewater rain jacket", "price": "$149.00"} in story["products"]


@pytest.mark.parametrize(
    "typed", ["", "\0", "'; DROP TABLE orders; --", "²", "٣", "💥" * 50, "x" * 5000, "{{ 7 * 7 }}"]
)
def test_nothing_typed_anywhere_makes_the_shop_fail(customer: Customer, typed: str) -> None:
    customer.put_in_basket()
    customer.find_order("NF-100041")
    names = (
        "product",
        "size",
        "line",
        "quantity",
        "code",
        "delivery",
        "note",
        "email",
        "password",
        "first_name",
    )
    more = (
        "last_name",
        "street",
        "city",
        "state",
        "zip",
        "number",
        "expiry",
        "article",
        "reason",
        "topic",
        "message",
    )
    paths = {
        rule.rule.replace("<number>", "NF-100041").replace("<name>", "promo-slow")
        for rule in customer.client.application.url_map.iter_rules()
        if rule.methods and "POST" in rule.methods
    }

    statuses = {
        path: customer.send(path, **dict.fromkeys((*names, *more), typed)).status for path in sorted(paths)
    }

    assert {path: status for path, status in statuses.items() if status >= 500} == {}
    assert customer.open("/search?q=" + typed).status == 200
