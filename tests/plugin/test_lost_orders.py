"""What became of an order whose run ended too early is found out: it is taken back, or told until it is."""

import os
import signal
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pytest

from harness.ledger import Ledger, ledger_place, state_of

from .kills import Counted, end_in_peace, entries_of, kill_once, killed_at_the_press, order_project
from .order_shop import CLEANUP, JOURNEY, LOOKUP, OrderShop, order_shop
from .project import BARE, UNWATCHED, Outcome, Project

TAKEN_BACK = {"order": JOURNEY + LOOKUP + CLEANUP}


@pytest.fixture
def shop() -> Iterator[OrderShop]:
    with order_shop() as open_shop:
        yield open_shop


def states(project: Project) -> list[str]:
    """Return what the ledger says of each commitment, the oldest first."""
    return [state_of(entry) for entry in reversed(entries_of(project))]


@dataclass(frozen=True)
class Lost:
    """The runs after one whose confirmation was lost: before its journey says how to look it up, and then."""

    shop: OrderShop
    in_the_dark: Outcome
    looking_up: Outcome


@pytest.fixture(scope="module")
def lost(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lost]:
    with order_shop() as shop:
        project = order_project(tmp_path_factory.mktemp("lost"), shop, {"order": JOURNEY})
        shop.lost.set()
        killed_at_the_press(project, shop)
        shop.lost.clear()
        in_the_dark = project.run("journeys", "--allow", "order", *UNWATCHED)
        project.write({"journeys/buy/order.yaml": TAKEN_BACK["order"]})
        # No grant is needed to take back what was allowed.
        yield Lost(shop, in_the_dark, project.run("journeys", *UNWATCHED))


def test_nothing_is_ordered_again_while_nobody_knows_what_became_of_the_last_one(lost: Lost) -> None:
    held = lost.in_the_dark.visits["buy/order"].held_back

    assert held
    assert held.why == "outcome unknown"
    assert len(lost.shop.orders) == 1
    assert "Left behind in the shop" in lost.in_the_dark.text


def test_a_lost_confirmation_is_looked_up_by_the_next_run_and_the_order_taken_back(lost: Lost) -> None:
    (found,) = lost.looking_up.run.read_run().side_effects.found_out

    assert (found.state, found.why) == ("undone", "it had been placed, and its confirmation was lost")
    assert "What became of earlier commitments" in lost.looking_up.text
    assert lost.shop.orders
    assert lost.shop.standing == []


def test_an_order_that_never_reached_the_shop_is_found_out_and_gives_its_place_back(
    tmp_path: Path, shop: OrderShop
) -> None:
    project = order_project(tmp_path, shop, TAKEN_BACK, safety="{orders per day: 1}")
    shop.deaf.set()
    killed_at_the_press(project, shop)
    shop.deaf.clear()

    outcome = project.run("journeys", "--allow", "order", *BARE)

    assert outcome.code == 0, outcome.text
    assert states(project) == ["not placed", "undone"]
    assert len(shop.orders) == 1


def test_what_cannot_be_taken_back_leads_every_report_until_it_is_settled(
    tmp_path: Path, shop: OrderShop
) -> None:
    project = order_project(tmp_path, shop, TAKEN_BACK)
    shop.refuses_to_cancel.set()

    outcome = project.run("journeys", "--allow", "order", *UNWATCHED)
    (debt,) = outcome.run.read_run().side_effects.debts
    page = outcome.run.cx_page.read_text(encoding="utf-8")
    reports = project.path / "reports"
    Ledger.open(ledger_place("", reports)).settle(debt.marker, note="called them", who="pat")
    later = project.run("journeys", *UNWATCHED)

    assert outcome.code == 1, outcome.text
    assert debt.state == "undo failed"
    assert page.index("Left behind in the shop") < page.index("<h1>")
    assert outcome.allure["Left behind in the shop"] == "broken"
    assert later.run.read_run().side_effects.debts == ()
    assert "Left behind" not in later.text


def test_ctrl_c_takes_back_what_was_placed(tmp_path: Path, shop: OrderShop) -> None:
    project = order_project(tmp_path, shop, TAKEN_BACK)
    shop.lost.set()
    run = project.start("journeys", "--allow", "order", *BARE)
    shop.wait_for_order()
    os.kill(run.pid, signal.SIGINT)
    shop.lost.clear()
    text, _ = run.communicate(timeout=60)

    assert run.returncode == 2, text
    assert shop.orders
    assert shop.standing == [], text
    assert states(project) == ["undone"]


@pytest.mark.long
def test_ten_runs_killed_at_random_moments_leave_no_order_that_the_ledger_does_not_know(
    tmp_path: Path, shop: OrderShop
) -> None:
    project = order_project(tmp_path, shop, TAKEN_BACK, safety="{orders per day: 6}")
    chance = Random(tmp_path.name)  # noqa: S311 -- moments, no secrets

    for _ in range(10):
        kill_once(project, shop, chance)
        counted = Counted.of(project, shop)
        assert counted.claimed.issuperset(counted.at_the_shop)
        assert len(shop.orders) <= 6
    end_in_peace(project)

    assert Counted.of(project, shop).agree
    assert shop.standing == []
