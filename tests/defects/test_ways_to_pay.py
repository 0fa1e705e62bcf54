"""Each way to pay is walked as a customer does; afterwards the shop has what it should, and no more."""

from dataclasses import replace
from pathlib import Path

import pytest

from harness.demo.process import DemoShop
from harness.demo.store.counts import Counts
from tests.walking import Walker, planned

JOURNEYS = Path(__file__).parents[2] / "journeys"


def walk(walker: Walker, shop: DemoShop, journey: str) -> str:
    visit = planned(JOURNEYS / f"{journey}.yaml", JOURNEYS)[0]
    return walker.visit(visit, address=shop.address).judgement.verdict


def more(before: Counts, after: Counts) -> tuple[int, int]:
    """Return how many orders came, and how many of all were cancelled, in the meantime."""
    return after.orders - before.orders, after.cancelled_orders - before.cancelled_orders


@pytest.mark.parametrize(
    ("journey", "ordered", "cancelled"),
    [
        ("buy/order-with-a-full-discount", 1, 0),
        ("buy/order-and-cancel", 1, 1),
        ("buy/card-refused", 0, 0),
        ("buy/confirm-the-payment", 1, 0),
        pytest.param("buy/slow-payment", 1, 0, marks=pytest.mark.long),
    ],
)
def test_a_way_to_pay_leaves_what_it_says(
    walker: Walker, shop: DemoShop, journey: str, ordered: int, cancelled: int
) -> None:
    before = shop.counts()
    patient = replace(walker, patience_ms=10_000)  # a bank takes longer than the defects do

    assert walk(patient, shop, journey) == "fine"

    assert more(before, shop.counts()) == (ordered, cancelled)


def test_an_order_whose_confirmation_is_lost_is_found_by_its_marker_and_cancelled(
    walker: Walker, shop: DemoShop
) -> None:
    before = shop.counts()
    shop.switch("confirmation-lost", on=True)
    try:
        assert walk(walker, shop, "buy/order-and-cancel") == "broken"
    finally:
        shop.switch("confirmation-lost", on=False)

    assert more(before, shop.counts()) == (1, 1)


def test_an_account_that_is_created_is_deleted_again(walker: Walker, shop: DemoShop) -> None:
    assert walk(walker, shop, "leave/delete-an-account") == "fine"

    assert (shop.counts().accounts, shop.counts().deleted_accounts) == (1, 1)
