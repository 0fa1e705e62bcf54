"""Each defect of the shop is found where it is, by the right party, in the right words; and only there."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from harness.demo.defects import DEFECTS
from harness.demo.process import DemoShop
from harness.judge import Judgement
from tests.walking import Walker, planned

JOURNEYS = Path(__file__).parents[2] / "journeys"


@dataclass(frozen=True)
class Found:
    """What a defect makes of a journey: the verdict, and the words that tell a layman why."""

    journey: str
    verdict: str
    step: str
    words: str
    patience_ms: int = 3000


FOUND = {
    "promo-ignored": Found(
        "buy/promo-code",
        "broken",
        "Apply the code",
        'Order total should be less than $40.00 by exactly 10% ($36.00); the page shows "$40.00".',
    ),
    "promo-slow": Found(
        "buy/promo-code",
        "over budget",
        "Apply the code",
        "seconds; 3 seconds are allowed for this step. As this shopper saw it, once.",
        7000,
    ),
    "apply-renamed": Found(
        "buy/promo-code",
        "journey out of date",
        "Apply the code",
        '"Apply" is not on the page any more. In its place: button "Redeem".',
    ),
    "label-renamed": Found(
        "buy/promo-code",
        "journey out of date",
        "Apply the code",
        '"Promo code" is not on the page any more. In its place: field "Voucher".',
    ),
    "two-apply-buttons": Found(
        "buy/promo-code",
        "journey out of date",
        "Apply the code",
        'several things called "Apply": button "Apply" near "Promo code"; button "Apply" near "Gift card".',
    ),
    "checkout-500": Found(
        "buy/see-the-total", "broken", "Remember what it costs", "The site answered with an error page."
    ),
    "payment-hangs": Found(
        "buy/order-as-a-guest", "broken", "Place the order", "The site was asked and never answered"
    ),
    "outdated-label": Found(
        "return/start-a-return",
        "broken",
        "Register the return",
        "Label valid until should be at least tomorrow",
    ),
    "order-button-broken": Found(
        "buy/order-as-a-guest",
        "broken",
        "Place the order",
        "page's own program stopped with an error",
    ),
    "total-grows": Found(
        "buy/see-the-total",
        "broken",
        "Compare the total",
        'Order total should be $40.00; the page shows "$43.95".',
    ),
    "product-slow": Found(
        "buy/promo-code-expired",
        "over budget",
        "Put a blue shirt in the basket",
        'The page "Blue shirt',
    ),
    "search-down": Found(
        "find/search-a-product", "broken", "Look for a shirt", "The site answered with an error page."
    ),
    "return-fails": Found(
        "return/start-a-return",
        "broken",
        "Register the return",
        'The page said: "We could not register your return. Please try again later."',
    ),
    "popup-stuck": Found(
        "find/search-a-product",
        "broken",
        "Look for a shirt",
        '"Newsletter popup" lies over the page and cannot be closed.',
    ),
    "no-order-number": Found(
        "buy/order-as-a-guest",
        "broken",
        "Place the order",
        'Customers expect "Order number" to appear; that never happened.',
    ),
    "out-of-stock": Found(
        "buy/promo-code-expired",
        "broken",
        "Put a blue shirt in the basket",
        '"Size" is there but cannot be used.',
    ),
    "redirect-loop": Found(
        "buy/promo-code-expired",
        "broken",
        "Put a blue shirt in the basket",
        "The page sent the customer round in circles.",
    ),
    "site-down": Found(
        "help/find-the-returns-policy", "site down", "Open help", 'The site says: "We will be back soon".'
    ),
}


def walk(walker: Walker, shop: DemoShop, journey: str) -> Judgement:
    visit = planned(JOURNEYS / f"{journey}.yaml", JOURNEYS)[0]
    return walker.visit(visit, address=shop.address).judgement


def test_every_defect_of_the_shop_has_its_words_here() -> None:
    assert set(FOUND) == set(DEFECTS)


@pytest.mark.parametrize("defect", FOUND)
def test_a_defect_is_found_while_it_is_on_and_not_after(walker: Walker, shop: DemoShop, defect: str) -> None:
    wanted = FOUND[defect]
    walker.patience_ms = wanted.patience_ms
    shop.switch(defect, on=True)
    try:
        judgement = walk(walker, shop, wanted.journey)
    finally:
        shop.switch(defect, on=False)
    assert judgement.verdict == wanted.verdict, judgement.findings
    finding = judgement.findings[0]
    assert f'"{wanted.step}"' in finding.sentence or wanted.verdict == "site down", finding.sentence
    assert wanted.words in finding.detail
    assert walk(walker, shop, wanted.journey).verdict == "fine"


def test_what_a_defect_does_not_touch_stays_fine(walker: Walker, shop: DemoShop) -> None:
    shop.switch("promo-ignored", on=True)
    try:
        assert walk(walker, shop, "help/find-the-returns-policy").verdict == "fine"
    finally:
        shop.switch("promo-ignored", on=False)
