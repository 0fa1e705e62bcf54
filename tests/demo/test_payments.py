"""Ways to pay that are not simply a good card, and what comes after an order: finding and cancelling it."""

import re

import pytest
from flask import Flask

from harness.demo import DEMO_TEAM
from harness.demo.areas import current
from harness.demo.rules.card import BANK_CODE, CARDS

from .customer import ADDRESS, GOOD_CARD, Customer

CHALLENGED_CARD = {**GOOD_CARD, "number": "4000 0000 0000 3220"}
SLOW_CARD = {**GOOD_CARD, "number": "4242 4200 0000 0000"}
REFUSING = {number: answer.refusal for number, answer in CARDS.items() if answer.refusal}


def at_payment(customer: Customer, note: str = "") -> None:
    customer.put_in_basket()
    customer.go_to_payment(note=note)


def stock(customer: Customer) -> str:
    """Return the stock as it is told of the one article of which few are left."""
    return "".join(re.findall(r"Only \d left|Sold out", customer.open("/product/down-jacket").text)[:1])


@pytest.mark.parametrize("number", REFUSING)
def test_each_card_that_is_refused_says_why_and_nothing_is_ordered(customer: Customer, number: str) -> None:
    at_payment(customer)

    page = customer.pay(**{**GOOD_CARD, "number": number})

    assert page.roles["alert"] == [REFUSING[number]]
    assert customer.counts()["orders"] == 0


def test_each_refusal_has_words_of_its_own() -> None:
    assert len(set(REFUSING.values())) == len(REFUSING) == 3


def test_a_challenged_card_pays_once_the_code_is_right(customer: Customer) -> None:
    at_payment(customer)
    assert "Confirm it is you" in customer.pay(**CHALLENGED_CARD).text
    assert customer.counts()["orders"] == 0

    again = customer.send("/bank/answer", code="111111", answer="confirm")
    assert "This code is not right." in again.roles["alert"][0]
    done = customer.send("/bank/answer", code=BANK_CODE, answer="confirm")

    assert done.values["Paid with"] == "Card ending in 3220"
    assert customer.counts()["orders"] == 1


def test_a_challenge_that_is_refused_orders_nothing_and_cannot_be_confirmed_later(customer: Customer) -> None:
    at_payment(customer)
    customer.pay(**CHALLENGED_CARD)

    page = customer.send("/bank/answer", code=BANK_CODE, answer="refuse")
    assert "Your bank did not confirm the payment." in page.roles["alert"][0]
    customer.send("/bank/answer", code=BANK_CODE, answer="confirm")

    assert customer.counts()["orders"] == 0


def test_a_slow_card_pays_in_the_end(customer: Customer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(current, "AUTHORISING_SECONDS", 0.1)
    at_payment(customer)

    assert customer.pay(**SLOW_CARD).values["Paid with"] == "Card ending in 0000"


def test_the_code_of_the_shops_own_people_takes_everything_off_and_needs_no_card(customer: Customer) -> None:
    customer.sign_in(DEMO_TEAM)
    customer.put_in_basket()
    customer.apply("QUALITY100")
    review = customer.go_to_payment()

    assert review.values["Order total"] == "$0.00"
    assert "Card payment" not in review.html
    assert customer.send("/checkout/place").values["Paid with"] == "Nothing to pay"


def test_the_code_of_the_shops_own_people_is_of_no_use_to_others(customer: Customer) -> None:
    customer.put_in_basket()
    refused = "Promo code QUALITY100 is for Northfold's own team. Sign in to use it."
    assert customer.apply("QUALITY100").roles["alert"] == [refused]
    customer.sign_in(DEMO_TEAM)
    customer.apply("QUALITY100")

    customer.send("/account/sign-out")

    assert customer.open("/basket").values["Order total"] == "$40.00"


def test_an_invoice_is_for_who_may_pay_by_it(customer: Customer, stranger: Customer) -> None:
    customer.sign_in(DEMO_TEAM)
    for visitor in (customer, stranger):
        at_payment(visitor)

    paid, refused = (visitor.send("/checkout/place", payment="invoice") for visitor in (customer, stranger))

    assert paid.values["Paid with"] == "Invoice, due in 14 days"
    assert refused.roles["alert"] == ["Enter your card details."]


def test_a_cancelled_order_says_so_and_its_articles_are_back(customer: Customer) -> None:
    before = stock(customer)
    customer.put_in_basket("down-jacket")
    customer.go_to_payment()
    number = customer.pay().values["Order number"]
    assert stock(customer) != before
    assert "Cancel order" in customer.open(f"/orders/{number}/cancel").text

    page = customer.cancel(number)

    assert page.roles["status"] == ["Your order is cancelled. You pay nothing for it."]
    assert page.values["Status"] == "Cancelled"
    assert stock(customer) == before
    assert (customer.counts()["orders"], customer.counts()["cancelled_orders"]) == (1, 1)


def test_an_order_cancelled_twice_gives_its_articles_back_once(customer: Customer) -> None:
    customer.put_in_basket("down-jacket")
    customer.go_to_payment()
    number = customer.pay().values["Order number"]
    customer.cancel(number)
    once = stock(customer)

    customer.cancel(number)

    assert stock(customer) == once


def test_an_order_on_its_way_cannot_be_cancelled(customer: Customer) -> None:
    assert "Take it back" not in customer.find_order("NF-100057").text

    page = customer.cancel("NF-100057")

    assert page.roles["alert"] == ["This order is packed already and cannot be cancelled any more."]
    assert page.values["Status"] == "Shipped"


def test_nobody_cancels_an_order_of_somebody_else(customer: Customer, stranger: Customer) -> None:
    at_payment(customer)
    number = customer.pay().values["Order number"]

    assert stranger.cancel(number).status == 404
    assert customer.counts()["cancelled_orders"] == 0


def test_a_guest_finds_an_order_by_its_note_without_its_number(customer: Customer, shop: Flask) -> None:
    at_payment(customer, note="Test order 1a2b3c4d")
    number = customer.pay().values["Order number"]
    later = Customer(shop.test_client())

    page = later.send("/orders/mine", email=ADDRESS["email"].upper(), zip=ADDRESS["zip"])

    assert {number, "Test order 1a2b3c4d", "Ordered"} <= set(page.roles["row"])
    assert later.open(f"/orders/{number}").values["Your note"] == "Test order 1a2b3c4d"


def test_orders_are_not_found_with_the_address_alone(customer: Customer, stranger: Customer) -> None:
    at_payment(customer)
    number = customer.pay().values["Order number"]

    page = stranger.send("/orders/mine", email=ADDRESS["email"], zip="10001")

    assert page.roles["alert"] == [
        "We found no order for this e-mail address and ZIP code. Check both and try again."
    ]
    assert stranger.open(f"/orders/{number}").path == "/orders/find"


def test_the_control_page_tells_each_order_with_what_it_is_recognised_by(customer: Customer) -> None:
    at_payment(customer, note="Test order 1a2b3c4d")
    customer.pay()

    (placed,) = customer.counts()["placed"]

    assert placed == {
        "number": "NF-100123",
        "status": "Ordered",
        "email": ADDRESS["email"],
        "note": "Test order 1a2b3c4d",
    }


def test_the_control_page_lists_the_cards(customer: Customer) -> None:
    html = customer.open("/demo/defects").html

    assert all(number in html for number in CARDS)


def test_a_deleted_account_opens_no_more_and_its_address_is_free(customer: Customer) -> None:
    form = {
        "first_name": "Jo",
        "last_name": "Reyes",
        "email": "jo@example.com",
        "password": "long enough",
    }
    customer.send("/account/create", **form)
    assert "Delete your account?" in customer.open("/account/delete").text

    page = customer.send("/account/delete")

    assert page.roles["status"] == ["Your account is deleted. We are sorry to see you go."]
    assert "do not match" in customer.sign_in(form["email"], form["password"]).text
    assert "Hello Jo" in customer.send("/account/create", **form).text
    assert (customer.counts()["accounts"], customer.counts()["deleted_accounts"]) == (2, 1)
