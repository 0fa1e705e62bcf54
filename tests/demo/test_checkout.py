from concurrent.futures import ThreadPoolExecutor

import pytest
from flask import Flask

from harness.demo.areas.current import today
from harness.demo.rules.dates import long_date
from harness.demo.rules.delivery import EXPRESS, STANDARD

from .customer import ADDRESS, DECLINED_CARD, Customer


def test_an_empty_basket_does_not_reach_the_checkout(customer: Customer) -> None:
    assert customer.open("/checkout").path == "/basket"


def test_a_guest_orders(customer: Customer) -> None:
    customer.put_in_basket()

    assert "Continue as guest" in customer.open("/checkout").text
    review = customer.go_to_payment(note="Ring twice")
    assert review.values["Order total"] == "$40.00"
    assert review.values["Promised delivery"] == long_date(STANDARD.promised_on(today()))
    done = customer.pay()

    assert "Thank you for your order" in done.text
    assert done.values["Order number"] == "NF-100123"
    assert done.values["Promised delivery"] == long_date(STANDARD.promised_on(today()))
    assert done.values["Your note"] == "Ring twice"
    assert customer.counts()["orders"] == 1
    assert "Your basket is empty" in customer.open("/basket").text


def test_the_total_of_the_order_holds_discount_and_delivery(customer: Customer) -> None:
    customer.put_in_basket()
    customer.apply("SAVE10")

    review = customer.go_to_payment("express")

    assert review.values["Delivery"] == "$12.00"
    assert review.values["Order total"] == customer.pay().values["Order total"] == "$48.00"


def test_each_delivery_names_its_promised_day(customer: Customer) -> None:
    customer.put_in_basket()

    page = customer.send("/checkout/address", **ADDRESS)

    assert STANDARD.promise(today()) in page.text
    assert EXPRESS.promise(today()) in page.text


def test_an_empty_address_is_refused_field_by_field(customer: Customer) -> None:
    customer.put_in_basket()

    page = customer.send("/checkout/address")

    assert page.status == 200
    for message in ("Enter your e-mail address.", "Enter your first name.", "Choose your state."):
        assert message in page.text


def test_what_was_typed_is_still_there_after_a_mistake(customer: Customer) -> None:
    customer.put_in_basket()

    page = customer.send("/checkout/address", **{**ADDRESS, "zip": "837"})

    assert "Enter a ZIP code of 5 digits." in page.text
    assert 'value="5 Elm Street"' in page.html
    assert '<option value="ID" selected>' in page.html


def test_a_declined_card_is_said_so_and_nothing_is_ordered(customer: Customer) -> None:
    customer.put_in_basket()
    customer.go_to_payment()

    page = customer.pay(**DECLINED_CARD)

    assert page.roles["alert"] == [
        "Your card was declined. Nothing was charged. Use another card or ask your bank."
    ]
    assert customer.counts()["orders"] == 0
    assert "Thank you for your order" in customer.pay().text


def test_a_card_form_with_mistakes_names_them(customer: Customer) -> None:
    answer = customer.client.post("/pay-frame", data={"number": "42", "expiry": "13/30"})

    assert answer.status_code == 200
    assert set(answer.get_json()["problems"]) == {"number", "expiry", "code"}


def test_an_order_sent_twice_is_placed_once(customer: Customer) -> None:
    customer.put_in_basket()
    customer.go_to_payment()
    token = customer.card_token()

    customer.send("/checkout/place", payment_token=token)
    customer.send("/checkout/place", payment_token=token)

    assert customer.counts()["orders"] == 1


def test_nobody_pays_with_a_card_of_somebody_else(customer: Customer, stranger: Customer) -> None:
    for visitor in (customer, stranger):
        visitor.put_in_basket()
        visitor.go_to_payment()

    page = stranger.send("/checkout/place", payment_token=customer.card_token())

    assert page.roles["alert"] == ["Enter your card details."]


def test_the_last_pieces_are_sold_once(customer: Customer, stranger: Customer) -> None:
    for visitor in (customer, stranger):
        visitor.put_in_basket("down-jacket")
        visitor.send("/basket/quantity", line="down-jacket:M", quantity="2")
        visitor.go_to_payment()
    customer.pay()

    page = stranger.pay()

    assert "Ember down jacket has just sold out." in page.roles["alert"][0]
    assert customer.counts()["orders"] == 1


def test_a_signed_in_customer_types_no_address_again(customer: Customer) -> None:
    customer.put_in_basket()
    customer.send(
        "/account/sign-in", email="loyal@northfold.example", password="evergreen-42", next="checkout"
    )

    page = customer.open("/checkout")

    assert page.path == "/checkout/address"
    assert 'value="18 Alder Street"' in page.html
    assert 'name="email"' not in page.html


def test_an_order_of_an_account_is_among_its_orders(customer: Customer) -> None:
    customer.sign_in()
    customer.put_in_basket()
    customer.go_to_payment(email="")

    number = customer.pay().values["Order number"]

    assert number in customer.open("/account/orders").text


def test_a_code_for_new_customers_leaves_when_the_customer_turns_out_to_be_known(customer: Customer) -> None:
    customer.put_in_basket()
    customer.apply("WELCOME")

    page = customer.send("/checkout/address", **{**ADDRESS, "email": "loyal@northfold.example"})

    assert "Promo code WELCOME is for new customers only." in page.text
    assert page.values["Order total"] == "$40.00"


@pytest.mark.parametrize("path", ["/checkout/delivery", "/checkout/payment"])
def test_no_stage_of_the_checkout_can_be_skipped(customer: Customer, path: str) -> None:
    customer.put_in_basket()

    assert customer.open(path).path == "/checkout/address"


def test_a_confirmation_is_shown_to_nobody_else(customer: Customer, stranger: Customer) -> None:
    customer.put_in_basket()
    customer.go_to_payment()
    number = customer.pay().values["Order number"]

    assert stranger.open(f"/checkout/confirmation/{number}").status == 404


def test_twenty_guests_order_at_once(shop: Flask) -> None:
    def order(_number: int) -> str:
        guest = Customer(shop.test_client())
        guest.put_in_basket()
        guest.go_to_payment()
        return guest.pay().values["Order number"]

    with ThreadPoolExecutor(20) as crowd:
        numbers = set(crowd.map(order, range(20)))

    assert len(numbers) == 20
