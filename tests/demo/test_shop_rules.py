import ast
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from harness.demo import rules
from harness.demo.rules.card import DECLINED, Card, read_card
from harness.demo.rules.dates import add_working_days, long_date
from harness.demo.rules.delivery import EXPRESS, STANDARD
from harness.demo.rules.forms import EMAIL, Field, FormError, read_form
from harness.demo.rules.money import dollars, from_cents, round_half_up, to_cents
from harness.demo.rules.pricing import price
from harness.demo.rules.returning import label_validity, return_refusal
from harness.demo.rules.search import find_products, result_sentence
from harness.demo.store.assortment import CATEGORIES, PRODUCTS

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("amount", "words"), [("40", "$40.00"), ("1249", "$1,249.00"), ("-4", "-$4.00"), ("0.5", "$0.50")]
)
def test_amounts_are_written_for_us_customers(amount: str, words: str) -> None:
    assert dollars(Decimal(amount)) == words


def test_half_a_cent_rounds_up() -> None:
    assert round_half_up(Decimal("0.125")) == Decimal("0.13")


def test_cents_survive_the_way_to_the_database_and_back() -> None:
    assert from_cents(to_cents(Decimal("1249.99"))) == Decimal("1249.99")


def test_a_total_is_subtotal_less_discount_plus_delivery() -> None:
    sums = price(Decimal("40.00"), ("SAVE10",), delivery=Decimal("12.00"))

    assert (sums.discount, sums.total) == (Decimal("4.00"), Decimal("48.00"))


@pytest.mark.parametrize(
    ("start", "days", "end"),
    [
        (date(2026, 11, 16), 1, date(2026, 11, 17)),
        (date(2026, 11, 20), 1, date(2026, 11, 23)),  # over a weekend
        (date(2026, 11, 21), 5, date(2026, 11, 30)),  # over Thanksgiving
        (date(2026, 12, 24), 1, date(2026, 12, 28)),  # over Christmas
        (date(2026, 5, 22), 1, date(2026, 5, 26)),  # over Memorial Day
        (date(2026, 12, 31), 1, date(2027, 1, 4)),  # over New Year
    ],
)
def test_working_days_leave_out_weekends_and_holidays(start: date, days: int, end: date) -> None:
    assert add_working_days(start, days) == end


def test_a_delivery_promises_its_day_in_words() -> None:
    assert STANDARD.promise(TODAY) == "Standard delivery, arrives by Monday, November 30, 2026"
    assert long_date(EXPRESS.promised_on(TODAY)) == "Tuesday, November 24, 2026"
    assert (STANDARD.price_in_words, EXPRESS.price_in_words) == ("Free", "$12.00")


def test_the_good_card_is_accepted_and_only_its_last_digits_are_kept() -> None:
    card = read_card({"number": "4242 4242 4242 4242", "expiry": "12/39", "code": "123"}, TODAY)

    assert card == Card("4242", "", is_challenged=False, is_slow=False)


@pytest.mark.parametrize("number", ["4000000000000002", "5555 5555 5555 4444"])
def test_a_card_that_nobody_knows_is_declined_like_the_one_for_it(number: str) -> None:
    assert read_card({"number": number, "expiry": "12 / 2039", "code": "123"}, TODAY).refusal == DECLINED


def test_a_wrong_card_form_names_each_wrong_field() -> None:
    with pytest.raises(FormError) as error:
        read_card({"number": "4242 4242 4242 4241", "expiry": "10/26", "code": "12"}, TODAY)

    assert error.value.problems == {
        "number": "This card number is not valid. Check the digits.",
        "expiry": "This card has expired.",
        "code": "Enter the 3 digits on the back.",
    }


def test_a_card_is_good_through_the_month_printed_on_it() -> None:
    assert read_card({"number": "4242424242424242", "expiry": "11/26", "code": "123"}, TODAY).last_four


def test_a_form_trims_its_texts_and_drops_what_nobody_asked_for() -> None:
    assert read_form({"email": " jo@example.com ", "is_admin": "1"}, (EMAIL,)) == {"email": "jo@example.com"}


def test_a_text_that_is_far_too_long_is_refused() -> None:
    with pytest.raises(FormError, match="Use at most 2,000 characters"):
        read_form({"message": "x" * 2001}, (Field("message"),))


@pytest.mark.parametrize(
    ("query", "count"),
    [("shirt", 3), ("Shirts", 3), ("blue shirt", 1), ("jacket", 3), ("zeppelin", 0), (" ", 0)],
)
def test_search_finds_products_by_words_in_any_case_and_number(query: str, count: int) -> None:
    assert len(find_products(query, PRODUCTS)) == count


@pytest.mark.parametrize(
    ("count", "sentence"),
    [(3, '3 products for "shirt"'), (1, '1 product for "shirt"'), (0, 'No products for "shirt"')],
)
def test_search_says_how_many_products_it_found(count: int, sentence: str) -> None:
    assert result_sentence("shirt", count) == sentence


def test_the_assortment_has_enough_products_and_each_stands_on_a_shelf() -> None:
    assert len(PRODUCTS) >= 14
    assert {product.category for product in PRODUCTS} == {category.slug for category in CATEGORIES}


def test_the_assortment_shows_every_kind_of_stock() -> None:
    assert {"In stock", "Only 2 left", "Sold out"} == {product.availability for product in PRODUCTS}


@pytest.mark.parametrize(
    ("delivered_on", "reason"),
    [
        (None, "You can return this order once it has been delivered."),
        (date(2026, 10, 21), "This order could be returned until November 20, 2026."),
        (date(2026, 10, 22), ""),
    ],
)
def test_an_order_can_be_returned_for_thirty_days_from_delivery(
    delivered_on: date | None, reason: str
) -> None:
    assert return_refusal(delivered_on, TODAY) == reason


def test_a_return_label_is_good_for_two_weeks_and_names_its_season() -> None:
    validity = label_validity(TODAY)

    assert (validity.in_words, validity.season) == ("December 5, 2026", "Fall season 2026")


def test_the_rules_know_neither_flask_nor_the_database() -> None:
    files = sorted(Path(rules.__file__).parent.glob("*.py"))
    imported = {
        name
        for file in files
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        for name in ([node.module] if isinstance(node, ast.ImportFrom) else [])
        if name
    }

    assert files
    assert {name for name in imported if name.startswith("harness")} <= {
        f"harness.demo.rules.{file.stem}" for file in files
    }
    assert not {name.split(".")[0] for name in imported} & {"flask", "sqlite3", "werkzeug"}
