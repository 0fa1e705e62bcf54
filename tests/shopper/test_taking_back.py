"""What a visit leaves behind carries its mark, and is taken back only where it could be done."""

from collections.abc import Iterator

import pytest

from tests.pages import Site, serving
from tests.walking import Walker

JOURNEY = """\
journey: Order a shirt
commits: order
steps:
  - step: Order it
    commits: order
    costs: Order total
    do:
      - open: /
      - fill: {E-mail: "${visit.email}", Note: "${visit.marker}"}
      - remember: {marker: Note}
      - see: {E-mail: "pat+${marker}@example.org"}
      - click: Place order
    see: heading "Thank you"
cleanup:
  - step: Cancel it
    undoes: order
    do:
      - open: /orders
      - click: Cancel order
    see: heading "Cancelled"
"""
PAGES = {
    "/": "<h1>Checkout</h1><label>E-mail <input></label><label>Note <input></label>"
    "<p>Order total: $4.00</p><a href=/done>Place order</a>",
    "/done": "<h1>Thank you</h1>",
    "/orders": "<h1>Orders</h1><a href=/cancelled>Cancel order</a>",
    "/cancelled": "<h1>Cancelled</h1>",
}
SHOPPER = "shopper: {email: pat@example.org}"


@pytest.fixture(scope="module")
def shop() -> Iterator[Site]:
    with serving(PAGES) as site:
        yield site


def test_an_order_carries_the_mark_of_its_visit_and_is_taken_back(walker: Walker, shop: Site) -> None:
    shop.visited.clear()

    walked = walker.walk(JOURNEY, address=shop.address, site=SHOPPER)

    assert walked.judgement.verdict == "fine", walked.judgement.headline
    assert shop.visited[-3:] == ["/done", "/orders", "/cancelled"]


def test_without_a_grant_nothing_is_taken_back_either(walker: Walker, shop: Site) -> None:
    shop.visited.clear()

    walker.walk(JOURNEY, address=shop.address, site=SHOPPER, granted=frozenset({"nothing", "cart"}))

    assert not {"/done", "/cancelled"} & set(shop.visited)
