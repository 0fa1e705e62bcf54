"""Nothing is ordered, sent or registered on a live site unless the operator of the run allows it."""

from collections.abc import Iterator
from dataclasses import asdict, fields

import pytest

from harness.demo.process import DemoShop
from harness.demo.store.counts import Counts

from .conftest import MakeProject
from .project import BARE, ORDER, UNWATCHED, Outcome, Project
from .tiny_shop import TinyShop

MESSAGE = """
journey: Ask a question
commits: message
steps:
  - step: Send the question
    commits: message
    do:
      - open: /contact
      - fill:
          Name: Pat Doe
          E-mail address: pat@mystery.example
          Message: Is the shirt also available in green? (${visit.marker})
      - choose: {Topic: A product}
      - click: Send message
    see:
      - heading "We have received your message"
"""
NOTHING = dict.fromkeys((field.name for field in fields(Counts)), 0) | {"placed": ()}


@pytest.fixture(scope="module")
def live_shop() -> Iterator[DemoShop]:
    """The embedded shop under an address, as any live site has one."""
    with DemoShop.start() as shop:
        yield shop


@pytest.fixture(scope="module")
def questions(live_shop: DemoShop, tmp_path_factory: pytest.TempPathFactory) -> Project:
    folder = tmp_path_factory.mktemp("project")
    files = {"journeys/help/question.yaml": MESSAGE}
    return Project.of(folder, live_shop.address, files, patience_ms=2000, interruptions=COOKIES)


def test_without_a_grant_the_visit_stops_before_the_control_and_nothing_is_sent(
    questions: Project, live_shop: DemoShop
) -> None:
    outcome = questions.run("journeys", "-rs", *UNWATCHED)
    visit = outcome.visits["help/question"]

    assert outcome.code == 5, outcome.text
    assert 'ready, not proven: stopped before "Send message", which would commit: message' in outcome.text
    assert (visit.ending, visit.granted) == ("stopped on purpose", ("cart", "nothing"))
    assert asdict(live_shop.counts()) == NOTHING


def test_with_its_grant_it_is_sent_exactly_once(questions: Project, live_shop: DemoShop) -> None:
    outcome = questions.run("journeys", "--allow", "message", *BARE)

    assert outcome.code == 0, outcome.text
    assert asdict(live_shop.counts()) == {**NOTHING, "messages": 1}


@pytest.fixture(scope="module")
def orders(make_project: MakeProject) -> Project:
    sold_out = ORDER.replace("/order", "/sold-out")
    return make_project({"journeys/buy/order.yaml": ORDER, "journeys/buy/sold-out.yaml": sold_out})


@pytest.fixture(scope="module")
def placed_before(tiny_shop: TinyShop) -> int:
    return tiny_shop.placed


@pytest.fixture(scope="module")
def other_grants(orders: Project, placed_before: int) -> Outcome:
    return orders.run("journeys", "--allow=message", "--allow=return", *BARE)


def test_no_other_grant_lets_an_order_through(
    other_grants: Outcome, placed_before: int, tiny_shop: TinyShop
) -> None:
    assert tiny_shop.placed == placed_before
    assert other_grants.visits["buy/order"].ending == "stopped on purpose"


def test_a_control_that_cannot_be_used_is_broken_without_a_grant_too(other_grants: Outcome) -> None:
    assert other_grants.code == 1, other_grants.text
    assert '"Place order" is there but cannot be used.' in other_grants.text


def test_its_own_grant_lets_an_order_through_once(
    other_grants: Outcome, orders: Project, placed_before: int, tiny_shop: TinyShop
) -> None:
    outcome = orders.run("journeys/buy/order.yaml", "--allow=return", "--allow=order", *BARE)

    assert outcome.code == 0, outcome.text
    assert tiny_shop.placed == placed_before + 1


def test_an_unknown_level_is_refused_before_anything_starts(orders: Project) -> None:
    refused = orders.run("journeys", "--allow", "everything")

    assert refused.code == 4
    assert "argument --allow: invalid choice: 'everything'" in refused.text


COOKIES = """
  - interruption: Cookie banner
    appears: region "Cookies"
    click: Only necessary"""
