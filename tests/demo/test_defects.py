import re
import threading
from collections.abc import Callable
from dataclasses import replace

import pytest
from flask import Flask

from harness.demo.app import stop_waiting
from harness.demo.areas import current
from harness.demo.defects import DEFECTS, Defects, UnknownDefectError

from .customer import ADDRESS, Customer


def total_after_code(customer: Customer) -> str:
    customer.put_in_basket()
    page = customer.apply("SAVE10")
    assert "Promo code SAVE10 applied" in page.text
    return page.values["Order total"]


def names_in_basket(customer: Customer) -> tuple[list[str], list[str]]:
    html = customer.put_in_basket().html
    return re.findall(r'<label for="promo">([^<]+)', html), re.findall(r">(Apply|Redeem)</button>", html)


def button_beside_the_code(customer: Customer) -> str:
    (element,) = re.findall(r"<(\w+)[^>]*>Apply</", customer.put_in_basket().html)
    return str(element)


def checkout_status(customer: Customer) -> int:
    customer.put_in_basket()
    return customer.open("/checkout").status


def total_grows(customer: Customer) -> bool:
    in_basket = customer.put_in_basket().values["Order total"]
    review = customer.go_to_payment()
    return (in_basket, review.values["Order total"], customer.pay().values["Order total"]) == (
        "$40.00",
        "$43.95",
        "$43.95",
    )


def label_season(customer: Customer) -> bool:
    registered = customer.register_return()
    label = customer.open("/returns/RT-20001/label")
    return (registered.values["Label valid until"], label.values["Valid until"]) == (
        "January 15, 2024",
        "January 15, 2024",
    )


def return_counts(customer: Customer) -> tuple[bool, int]:
    page = customer.register_return()
    failed = page.roles.get("alert") == ["We could not register your return. Please try again later."]
    return failed, customer.counts()["returns"]


def confirmation_names_number(customer: Customer) -> bool:
    page = customer.order()
    assert "Thank you for your order" in page.text
    return "NF-100" in page.html.partition("<main")[2]


def shirt_in_stock(customer: Customer) -> tuple[bool, bool]:
    page = customer.open("/product/blue-shirt")
    return "In stock" in page.text, "Blue shirt is sold out." in customer.put_in_basket().roles.get(
        "alert", []
    )


def answer_and_orders(customer: Customer) -> tuple[int, int]:
    return customer.order().status, customer.counts()["orders"]


def payment_is_measured(customer: Customer) -> bool:
    customer.put_in_basket()
    return "data-measured" in customer.go_to_payment().html


def home_status(customer: Customer) -> tuple[int, bool]:
    page = customer.open("/")
    return page.status, "We will be back soon" in page.text


def guest_may_go_on(customer: Customer) -> bool:
    customer.put_in_basket()
    return "Continue as guest" in customer.open("/checkout").text


def at_delivery(customer: Customer, words: str) -> bool:
    customer.put_in_basket()
    return words in customer.send("/checkout/address", **ADDRESS).text


NOTICED = {
    "promo-ignored": (total_after_code, "$40.00", "$36.00"),
    "apply-renamed": (names_in_basket, (["Promo code"], ["Redeem"]), (["Promo code"], ["Apply"])),
    "label-renamed": (names_in_basket, (["Voucher"], ["Apply"]), (["Promo code"], ["Apply"])),
    "two-apply-buttons": (names_in_basket, (["Promo code"], ["Apply", "Apply"]), (["Promo code"], ["Apply"])),
    "button-is-a-div": (button_beside_the_code, "div", "button"),
    "checkout-500": (checkout_status, 500, 200),
    "confirmation-lost": (answer_and_orders, (502, 1), (200, 1)),
    "outdated-label": (label_season, True, False),
    "order-button-broken": (payment_is_measured, True, False),
    "total-grows": (total_grows, True, False),
    "search-down": (lambda customer: customer.open("/search?q=shirt").status, 503, 200),
    "return-fails": (return_counts, (True, 0), (False, 1)),
    "popup-stuck": (lambda customer: "data-stuck" in customer.open("/").html, True, False),
    "no-order-number": (confirmation_names_number, False, True),
    "out-of-stock": (shirt_in_stock, (False, True), (True, False)),
    "redirect-loop": (
        lambda customer: customer.client.get("/basket").headers.get("Location"),
        "/basket",
        None,
    ),
    "account-forced": (guest_may_go_on, False, True),
    "insurance-ticked": (lambda customer: at_delivery(customer, "Insure my parcel"), True, False),
    "email-asked-twice": (lambda customer: at_delivery(customer, "Your e-mail address"), True, False),
    "call-us": (lambda customer: at_delivery(customer, "Please call us"), True, False),
    "site-down": (home_status, (503, True), (200, False)),
}
TAKES_TIME = {"promo-slow", "product-slow", "payment-hangs", "delivery-silent", "delivery-endless"}


def test_each_defect_is_proven() -> None:
    assert NOTICED.keys() | TAKES_TIME == DEFECTS.keys()


@pytest.mark.parametrize("name", NOTICED)
def test_a_defect_is_noticed_when_on(customer: Customer, defects: Defects, name: str) -> None:
    look, noticed, _ = NOTICED[name]

    defects.switch(name, on=True)

    assert look(customer) == noticed


@pytest.mark.parametrize("name", NOTICED)
def test_a_defect_is_silent_when_off(customer: Customer, defects: Defects, name: str) -> None:
    look, _, silent = NOTICED[name]
    defects.switch(name, on=True)

    defects.switch(name, on=False)

    assert look(customer) == silent


class Waits(threading.Event):
    """Never waits, and knows how long it was asked to."""

    def __init__(self) -> None:
        super().__init__()
        self.asked_s: list[float | None] = []

    def wait(self, timeout: float | None = None) -> bool:
        """Note how long."""
        self.asked_s.append(timeout)
        return False


@pytest.fixture
def waits(shop: Flask) -> Waits:
    noted = Waits()
    shop.extensions[current.EXTENSION] = replace(shop.extensions[current.EXTENSION], stopping=noted)
    return noted


DAWDLES: dict[str, tuple[Callable[[Customer], object], float]] = {
    "promo-slow": (lambda customer: customer.apply("SAVE10"), current.SLOW_SECONDS),
    "product-slow": (lambda customer: customer.open("/product/blue-shirt"), current.SLOW_SECONDS),
    "delivery-silent": (lambda customer: customer.go_to_payment(), current.SILENT_SECONDS),
    "delivery-endless": (lambda customer: customer.go_to_payment(), current.ENDLESS_SECONDS),
}


@pytest.mark.parametrize("name", DAWDLES)
def test_a_slow_page_dawdles_only_while_its_defect_is_on(
    customer: Customer, defects: Defects, waits: Waits, name: str
) -> None:
    act, seconds = DAWDLES[name]
    customer.put_in_basket()

    defects.switch(name, on=True)
    act(customer)
    defects.switch(name, on=False)
    act(customer)

    assert waits.asked_s == [seconds]


def test_a_hanging_payment_ends_when_the_server_stops_and_orders_nothing(
    customer: Customer, shop: Flask, defects: Defects
) -> None:
    defects.switch("payment-hangs", on=True)
    threading.Timer(0.3, stop_waiting, [shop]).start()

    assert customer.order().status == 503
    assert customer.counts()["orders"] == 0


def test_a_hanging_payment_ends_when_its_defect_is_switched_off(customer: Customer, defects: Defects) -> None:
    defects.switch("payment-hangs", on=True)
    customer.put_in_basket()
    customer.go_to_payment()
    threading.Timer(0.3, lambda: defects.switch("payment-hangs", on=False)).start()

    assert customer.pay().status == 503
    assert customer.pay().values["Order number"] == "NF-100123"


def test_a_misspelt_defect_names_the_nearest() -> None:
    with pytest.raises(UnknownDefectError) as error:
        Defects(["promo-ignord"])

    assert str(error.value) == 'unknown defect "promo-ignord". Did you mean "promo-ignored"?'


def test_a_defect_like_no_other_gets_the_list() -> None:
    with pytest.raises(
        UnknownDefectError, match=r'unknown defect "zzz"\. Known: promo-ignored, promo-slow, '
    ):
        Defects().switch("zzz", on=True)


def test_each_defect_says_in_one_sentence_what_a_customer_notices() -> None:
    assert all(re.fullmatch(r"[A-Z][^\n]{20,100}\.", notice) for notice in DEFECTS.values())


def test_the_control_page_lists_each_defect_with_its_notice(customer: Customer) -> None:
    html = customer.open("/demo/defects").html

    assert all(f'aria-label="Switch {name} on"' in html for name in DEFECTS)


def test_the_control_page_works_while_the_site_is_down(customer: Customer, defects: Defects) -> None:
    defects.switch("site-down", on=True)

    assert 'aria-label="Switch site-down off"' in customer.open("/demo/defects").html
    assert "Defects of this shop" in customer.send("/demo/defects/site-down", state="off", show="1").text
    assert customer.open("/").status == 200


def test_a_machine_switches_a_defect(customer: Customer, defects: Defects) -> None:
    answer = customer.client.post("/demo/defects/promo-slow", data={"state": "on"})

    assert answer.get_json() == {"name": "promo-slow", "on": True}
    assert defects.on("promo-slow")


@pytest.mark.parametrize(
    ("path", "state", "status", "problem"),
    [
        ("/demo/defects/promo-slo", "on", 404, 'unknown defect "promo-slo". Did you mean "promo-slow"?'),
        ("/demo/defects/promo-slow", "maybe", 400, '"state" must be "on" or "off".'),
    ],
)
def test_a_wrong_switch_is_refused_with_the_reason(
    customer: Customer, path: str, state: str, status: int, problem: str
) -> None:
    answer = customer.client.post(path, data={"state": state})

    assert (answer.status_code, answer.get_json()) == (status, {"problem": problem})


@pytest.mark.parametrize("path", ["/demo/defects", "/demo/counts"])
def test_the_control_page_answers_this_machine_only(customer: Customer, path: str) -> None:
    elsewhere = customer.client.get(path, environ_base={"REMOTE_ADDR": "192.0.2.7"})
    foreign_page = customer.client.get(path, headers={"Origin": "https://evil.example"})

    assert (elsewhere.status_code, foreign_page.status_code) == (403, 403)


def test_no_customer_is_led_to_the_control_page(customer: Customer) -> None:
    assert "/demo/" not in customer.open("/").html + customer.open("/help").html
