"""What a run commits to stays within the owner's caps, is written down, and is never done twice."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from harness.ledger import Entry, state_of
from harness.record.folder import RunFolder

from .kills import entries_of, order_project
from .order_shop import CLEANUP, JOURNEY, LOOKUP, OrderShop, order_shop
from .project import BARE, Outcome, Project

REFUSED = JOURNEY.replace("commits: order\n    costs", "commits: order\n    refused: yes\n    costs")
PROMISED = JOURNEY.replace('heading "Thank you"', "${secret.MUG_CODE} is on its way")
SECRET = "mug-4711-secret"
ORDERING = ("journeys", "--allow", "order", *BARE)


@dataclass(frozen=True)
class Ordered:
    """A run that ordered, and the shop that it ordered at."""

    project: Project
    shop: OrderShop
    outcome: Outcome

    def entry(self, journey: str) -> Entry:
        """Return what the ledger says of the order of a journey."""
        (effect,) = self.outcome.visits[f"buy/{journey}"].side_effects
        (found,) = (entry for entry in entries_of(self.project) if entry.claim.marker == effect.marker)
        return found


@pytest.fixture(scope="module")
def ordered(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ordered]:
    """Three journeys that order: one takes it back, one is to be refused, one is not told what it expects."""
    journeys = {"order": JOURNEY + LOOKUP + CLEANUP, "promised": PROMISED, "refused": REFUSED}
    with order_shop() as shop:
        project = order_project(tmp_path_factory.mktemp("ordered"), shop, journeys)
        yield Ordered(project, shop, project.run(*ORDERING, environ={"MUG_CODE": SECRET}))


def test_an_order_is_written_down_costs_what_the_page_said_and_is_taken_back(ordered: Ordered) -> None:
    (effect,) = ordered.outcome.visits["buy/order"].side_effects
    note = f"Test order {effect.marker}"

    assert ordered.outcome.judgement("buy-order--shopper").verdict == "fine", ordered.outcome.text
    assert (effect.level, effect.state, effect.amount) == ("order", "undone", "$12.00")
    assert ordered.shop.orders.count(note) == 1
    assert note not in ordered.shop.standing
    assert state_of(ordered.entry("order")) == "undone"


def test_what_the_shop_is_meant_to_refuse_was_not_placed(ordered: Ordered) -> None:
    assert ordered.outcome.judgement("buy-refused--shopper").verdict == "fine", ordered.outcome.text
    assert state_of(ordered.entry("refused")) == "not placed"


def test_no_secret_comes_into_the_ledger(ordered: Ordered) -> None:
    assert ordered.outcome.code == 1, ordered.outcome.text
    assert "is on its way" in ordered.entry("promised").events[-1].note
    for file in (ordered.project.path / "reports").glob("ledger.sqlite*"):
        assert SECRET.encode() not in file.read_bytes()


@pytest.fixture
def shop() -> Iterator[OrderShop]:
    with order_shop() as open_shop:
        yield open_shop


def test_a_schedule_grants_what_the_site_file_says_and_the_cap_of_a_day_holds_over_runs(
    tmp_path: Path, shop: OrderShop
) -> None:
    safety = "{allow: {weekly: order}, orders per day: 1, handled by the shop: [order]}"
    project = order_project(tmp_path, shop, {"order": JOURNEY}, safety=safety)

    first = project.run("journeys", "--schedule", "weekly", *BARE)
    second = project.run("journeys", "--schedule", "weekly", *BARE)
    held = second.visits["buy/order"].held_back

    assert (first.code, second.code) == (0, 5), second.text
    assert held
    assert (held.why, held.control) == ("cap", "Place order")
    headline = second.judgement("buy-order--shopper").headline
    assert headline.endswith("stopped on purpose, because 1 of 1 orders of this day are placed.")
    assert len(shop.orders) == 1


def test_an_unknown_schedule_is_refused(tmp_path: Path, shop: OrderShop) -> None:
    project = order_project(tmp_path, shop, {"order": JOURNEY}, safety="{allow: {weekly: order}}")

    unknown = project.run("journeys", "--schedule", "weakly")

    assert unknown.code == 4
    assert 'unknown schedule "weakly". Did you mean "weekly"?' in unknown.text


def test_browsers_at_once_place_no_more_than_the_cap(tmp_path: Path, shop: OrderShop) -> None:
    rows = "for each:\n  - {mug: red}\n  - {mug: blue}\n  - {mug: green}\n"
    journey = JOURNEY.replace("steps:", f"{rows}steps:").replace("${visit.marker}", "${mug} ${visit.marker}")
    safety = "{orders per day: 2, handled by the shop: [order]}"
    project = order_project(tmp_path, shop, {"order": journey}, safety=safety)

    outcome = project.run(*ORDERING, "-n", "2")

    assert len(shop.orders) == 2, outcome.text
    assert why_held(outcome.run) == ["", "", "cap"]


def test_a_day_may_not_cost_more_than_the_owner_says(tmp_path: Path, shop: OrderShop) -> None:
    project = order_project(tmp_path, shop, {"order": JOURNEY}, safety="{money per day: $11.99}")

    outcome = project.run(*ORDERING)

    assert outcome.code == 5, outcome.text
    assert "12.00" in outcome.judgement("buy-order--shopper").headline
    assert shop.orders == []


def test_the_same_visit_asked_for_twice_in_a_run_orders_once(tmp_path: Path, shop: OrderShop) -> None:
    project = order_project(tmp_path, shop, {"order": JOURNEY}, safety="{handled by the shop: [order]}")
    again = ("--keep-duplicates", "journeys")

    outcome = project.run(*ORDERING, *again)

    assert len(shop.orders) == 1, outcome.text
    assert why_held(outcome.run) == ["", "done already"], outcome.text


def why_held(run: RunFolder) -> list[str]:
    return sorted(visit.held_back.why if visit.held_back else "" for visit in run.read_visits())


@pytest.mark.parametrize("how", ["file", "address"])
def test_a_kill_switch_leaves_every_visit_out(tmp_path: Path, shop: OrderShop, how: str) -> None:
    switch = "ops/STOP" if how == "file" else f"{shop.address}/orders"
    project = order_project(tmp_path, shop, {"order": JOURNEY}, safety=f"{{kill switch: '{switch}'}}")
    project.write({"ops/STOP": ""})

    outcome = project.run(*ORDERING)

    assert outcome.code == 5, outcome.text
    assert "the kill switch is on" in outcome.text
    assert shop.orders == []


def test_without_a_ledger_that_can_be_written_nothing_is_pressed(tmp_path: Path, shop: OrderShop) -> None:
    project = order_project(tmp_path, shop, {"order": JOURNEY})
    (tmp_path / "ledger.sqlite").write_bytes(b"this is no database" * 100)

    outcome = project.run(*ORDERING, "--ledger", str(tmp_path / "ledger.sqlite"))

    assert outcome.code == 3, outcome.text
    assert "the ledger could not be written" in outcome.text
    assert shop.orders == []
