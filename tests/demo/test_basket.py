from decimal import Decimal

import pytest

from .customer import Customer


def test_a_product_put_in_the_basket_is_in_it(customer: Customer) -> None:
    page = customer.put_in_basket(size="L")

    assert page.path == "/basket"
    assert "Your basket" in page.text
    assert "Size L" in page.text
    assert page.values == {"Subtotal": "$40.00", "Delivery": "Free", "Order total": "$40.00"}


def test_the_same_article_twice_is_one_row_of_two(customer: Customer) -> None:
    customer.put_in_basket()

    page = customer.put_in_basket()

    assert page.html.count(">Remove</button>") == 1
    assert page.values["Order total"] == "$80.00"


def test_a_basket_belongs_to_its_visitor(customer: Customer, stranger: Customer) -> None:
    customer.put_in_basket()

    assert "Your basket is empty" in stranger.open("/basket").text


def test_the_quantity_can_be_changed(customer: Customer) -> None:
    customer.put_in_basket()

    assert (
        customer.send("/basket/quantity", line="blue-shirt:M", quantity="3").values["Order total"]
        == "$120.00"
    )


@pytest.mark.parametrize("quantity", ["", "two", "-1", "1.5", "²"])
def test_a_quantity_that_is_no_number_changes_nothing(customer: Customer, quantity: str) -> None:
    customer.put_in_basket()

    page = customer.send("/basket/quantity", line="blue-shirt:M", quantity=quantity)

    assert page.roles["alert"] == ["Enter the quantity as a number."]
    assert page.values["Order total"] == "$40.00"


def test_no_more_can_be_ordered_than_there_is(customer: Customer) -> None:
    customer.put_in_basket("down-jacket")

    page = customer.send("/basket/quantity", line="down-jacket:M", quantity="7")

    assert page.roles["alert"] == ["You can order at most 2 of Ember down jacket, size M."]
    assert page.values["Order total"] == "$458.00"


def test_a_removed_article_leaves_the_basket_empty(customer: Customer) -> None:
    customer.put_in_basket()

    page = customer.send("/basket/remove", line="blue-shirt:M")

    assert "Your basket is empty" in page.text
    assert page.roles["status"] == ["Blue shirt, size M was removed."]


def test_thousands_are_separated(customer: Customer) -> None:
    assert customer.put_in_basket("polar-parka").values["Order total"] == "$1,249.00"


@pytest.mark.parametrize("typed", ["SAVE10", "save10"])
def test_a_valid_code_lowers_the_total_and_says_so(customer: Customer, typed: str) -> None:
    customer.put_in_basket()

    page = customer.apply(typed)

    assert page.roles["status"] == ["Promo code SAVE10 applied"]
    assert "You save $4.00" in page.text
    assert page.values["Discount"] == "-$4.00"
    assert page.values["Order total"] == "$36.00"


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("SUMMER24", "Promo code SUMMER24 has expired on 31 August 2024."),
        ("NONSENSE", "Promo code NONSENSE is not known. Check the spelling."),
        ("BIG20", "Promo code BIG20 needs a subtotal of at least $150.00. Add $110.00 more."),
    ],
)
def test_a_code_that_is_refused_leaves_the_total_and_says_why(
    customer: Customer, typed: str, reason: str
) -> None:
    customer.put_in_basket()

    page = customer.apply(typed)

    assert page.roles["alert"] == [reason]
    assert page.values["Order total"] == "$40.00"


def test_the_staff_code_stands_alone(customer: Customer) -> None:
    customer.put_in_basket()
    customer.apply("SAVE10")

    assert customer.apply("STAFF").roles["alert"] == ["Promo code STAFF cannot be combined with SAVE10."]


def test_a_loyal_customer_is_not_welcomed_again(customer: Customer) -> None:
    customer.put_in_basket()
    customer.sign_in()

    assert customer.apply("WELCOME").roles["alert"] == ["Promo code WELCOME is for new customers only."]


def test_a_new_customer_is_welcomed(customer: Customer) -> None:
    customer.put_in_basket()

    assert customer.apply("WELCOME").values["Order total"] == "$34.00"


def test_a_code_can_be_taken_off(customer: Customer) -> None:
    customer.put_in_basket()
    customer.apply("SAVE10")

    page = customer.send("/basket/promo/remove", code="SAVE10")

    assert page.roles["status"] == ["Promo code SAVE10 removed"]
    assert page.values["Order total"] == "$40.00"


def test_a_code_leaves_with_the_articles_that_earned_it(customer: Customer) -> None:
    customer.put_in_basket()
    customer.put_in_basket("rain-jacket")
    assert Decimal(customer.apply("BIG20").values["Discount"].strip("-$")) == Decimal("37.80")

    page = customer.send("/basket/remove", line="rain-jacket:M")

    assert page.values["Order total"] == "$40.00"
    assert (
        "Promo code BIG20 needs a subtotal of at least $150.00. Add $110.00 more. We took it off your basket."
        in page.roles["alert"]
    )
