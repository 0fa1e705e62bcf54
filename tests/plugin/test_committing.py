"""What a run commits to stays within the owner's caps, is never done twice, and is taken back or told."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from harness.ledger import Ledger, ledger_place, state_of
from harness.record.folder import RunFolder

from .kills import Counted, end_in_peace, kill_once
from .order_shop import CLEANUP, JOURNEY, LOOKUP, OrderShop, order_shop
from .project import Outcome, Project

SURE_AT_ONCE = """
from datetime import timedelta
import harness.plugin.looking_up

harness.plugin.looking_up.SURE_AFTER = timedelta(0)
"""


@pytest.fixture
def shop() -> Iterator[OrderShop]:
    with order_shop() as open_shop:
        yield open_shop


def project_of(
    folder: Path, shop: OrderShop, journey: str = JOURNEY + LOOKUP + CLEANUP, safety: str = "{}"
) -> Project:
    files = {"journeys/buy/order.yaml": journey}
    project = Project.of(
        folder, shop.address, files, patience_ms=2500, locale="en-US", money="USD", safety=safety
    )
    conftest = (folder / "conftest.py").read_text(encoding="utf-8")
    project.write({"conftest.py": conftest + SURE_AT_ONCE})
    return project


def states(project: Project) -> list[str]:
    """Return what the ledger says of each commitment, the oldest first."""
    reports = project.path / "reports"
    return [state_of(entry) for entry in reversed(Ledger.open(ledger_place("", reports)).entries())]


def killed_at_the_press(project: Project, shop: OrderShop) -> None:
    """Let a run order, and kill it once the shop has heard of it."""
    shop.heard.clear()
    run = project.start("journeys", "--allow", "order")
    shop.wait_for_order()
    os.kill(run.pid, signal.SIGKILL)
    run.communicate(timeout=30)


def test_an_order_is_written_down_costs_what_the_page_said_and_is_taken_back(
    tmp_path: Path, shop: OrderShop
) -> None:
    project = project_of(tmp_path, shop)

    outcome = project.run("journeys", "--allow", "order")
    (effect,) = outcome.visits["buy/order"].side_effects

    assert outcome.code == 0, outcome.text
    assert (effect.level, effect.state, effect.amount) == ("order", "undone", "$12.00")
    assert shop.orders == [f"Test order {effect.marker}"]
    assert shop.standing == []
    assert states(project) == ["undone"]


def test_the_cap_of_a_day_holds_over_runs_and_the_visit_says_why_it_stopped(
    tmp_path: Path, shop: OrderShop
) -> None:
    project = project_of(tmp_path, shop, safety="{orders per day: 1, handled by the shop: [order]}")

    first = project.run("journeys", "--allow", "order")
    second = project.run("journeys", "--allow", "order")
    held = second.visits["buy/order"].held_back

    assert (first.code, second.code) == (0, 5), second.text
    assert held
    assert (held.why, held.control) == ("cap", "Place order")
    headline = second.judgement("buy-order--shopper").headline
    assert headline.endswith("stopped on purpose, because 1 of 1 orders of this day are placed.")
    assert len(shop.orders) == 1


def test_four_browsers_at_once_place_no_more_than_the_cap(tmp_path: Path, shop: OrderShop) -> None:
    rows = "for each:\n  - {mug: red}\n  - {mug: blue}\n  - {mug: green}\n  - {mug: grey}\n"
    journey = JOURNEY.replace("steps:", f"{rows}steps:").replace("${visit.marker}", "${mug} ${visit.marker}")
    safety = "{orders per day: 3, handled by the shop: [order]}"
    project = project_of(tmp_path, shop, journey=journey, safety=safety)

    outcome = project.run("journeys", "--allow", "order", "-n", "4")

    assert len(shop.orders) == 3, outcome.text
    assert sorted(why_held(outcome.run)) == ["", "", "", "cap"]


def test_a_day_may_not_cost_more_than_the_owner_says(tmp_path: Path, shop: OrderShop) -> None:
    project = project_of(tmp_path, shop, safety="{money per day: $11.99}")

    outcome = project.run("journeys", "--allow", "order")

    assert outcome.code == 5, outcome.text
    assert "12.00" in outcome.judgement("buy-order--shopper").headline
    assert shop.orders == []


def test_a_lost_confirmation_is_looked_up_by_the_next_run_and_the_order_taken_back(
    tmp_path: Path, shop: OrderShop
) -> None:
    project = project_of(tmp_path, shop)
    shop.lost.set()
    killed_at_the_press(project, shop)
    shop.lost.clear()

    outcome = project.run("journeys")  # no grant is needed to take back what was allowed
    (found,) = outcome.run.read_run().side_effects.found_out

    assert (found.state, found.why) == ("undone", "it had been placed, and its confirmation was lost")
    assert "What became of earlier commitments" in outcome.text
    assert shop.orders
    assert shop.standing == []


def test_an_order_that_never_reached_the_shop_is_found_out_and_gives_its_place_back(
    tmp_path: Path, shop: OrderShop
) -> None:
    project = project_of(tmp_path, shop, safety="{orders per day: 1}")
    shop.deaf.set()
    killed_at_the_press(project, shop)
    shop.deaf.clear()

    outcome = project.run("journeys", "--allow", "order")

    assert outcome.code == 0, outcome.text
    assert states(project) == ["not placed", "undone"]
    assert len(shop.orders) == 1


def test_nothing_is_ordered_again_while_nobody_knows_what_became_of_the_last_one(
    tmp_path: Path, shop: OrderShop
) -> None:
    project = project_of(tmp_path, shop, journey=JOURNEY)
    shop.lost.set()
    killed_at_the_press(project, shop)
    shop.lost.clear()

    outcome = project.run("journeys", "--allow", "order")
    held = outcome.visits["buy/order"].held_back

    assert held
    assert held.why == "outcome unknown"
    assert len(shop.orders) == 1
    assert "Left behind in the shop" in outcome.text


def test_what_cannot_be_taken_back_leads_every_report_until_it_is_settled(
    tmp_path: Path, shop: OrderShop
) -> None:
    project = project_of(tmp_path, shop)
    shop.refuses_to_cancel.set()

    outcome = project.run("journeys", "--allow", "order", "--report", "page")
    (debt,) = outcome.run.read_run().side_effects.debts
    page = outcome.run.cx_page.read_text(encoding="utf-8")
    reports = project.path / "reports"
    Ledger.open(ledger_place("", reports)).settle(debt.marker, note="called them", who="pat")
    later = project.run("journeys")

    assert outcome.code == 1, outcome.text
    assert debt.state == "undo failed"
    assert page.index("Left behind in the shop") < page.index("<h1>")
    assert outcome.allure["Left behind in the shop"] == "broken"
    assert later.run.read_run().side_effects.debts == ()
    assert "Left behind" not in later.text


def test_ctrl_c_takes_back_what_was_placed(tmp_path: Path, shop: OrderShop) -> None:
    project = project_of(tmp_path, shop)
    shop.lost.set()
    run = project.start("journeys", "--allow", "order")
    shop.wait_for_order()
    os.kill(run.pid, signal.SIGINT)
    shop.lost.clear()
    text, _ = run.communicate(timeout=60)

    assert run.returncode == 2, text
    assert shop.orders
    assert shop.standing == [], text
    assert states(project) == ["undone"]


def test_the_same_visit_asked_for_twice_in_a_run_orders_once(tmp_path: Path, shop: OrderShop) -> None:
    project = project_of(tmp_path, shop, journey=JOURNEY, safety="{handled by the shop: [order]}")
    twice = ("--keep-duplicates", "journeys/buy/order.yaml", "journeys/buy/order.yaml")

    outcome: Outcome = project.run(*twice, "--allow", "order")

    assert len(shop.orders) == 1, outcome.text
    assert sorted(why_held(outcome.run)) == ["", "done already"], outcome.text


def why_held(run: RunFolder) -> list[str]:
    return [visit.held_back.why if visit.held_back else "" for visit in run.read_visits()]


@pytest.mark.parametrize("how", ["file", "address"])
def test_a_kill_switch_leaves_every_visit_out(tmp_path: Path, shop: OrderShop, how: str) -> None:
    switch = "ops/STOP" if how == "file" else f"{shop.address}/orders"
    project = project_of(tmp_path, shop, safety=f"{{kill switch: '{switch}'}}")
    project.write({"ops/STOP": ""})

    outcome = project.run("journeys", "--allow", "order")

    assert outcome.code == 5, outcome.text
    assert "the kill switch is on" in outcome.text
    assert shop.orders == []


def test_without_a_ledger_that_can_be_written_nothing_is_pressed(tmp_path: Path, shop: OrderShop) -> None:
    project = project_of(tmp_path, shop)
    (tmp_path / "ledger.sqlite").write_bytes(b"this is no database" * 100)

    outcome = project.run("journeys", "--allow", "order", "--ledger", str(tmp_path / "ledger.sqlite"))

    assert outcome.code == 3, outcome.text
    assert "the ledger could not be written" in outcome.text
    assert shop.orders == []


def test_what_the_shop_is_meant_to_refuse_was_not_placed(tmp_path: Path, shop: OrderShop) -> None:
    refused = JOURNEY.replace("commits: order\n    costs", "commits: order\n    refused: yes\n    costs")
    project = project_of(tmp_path, shop, journey=refused)

    outcome = project.run("journeys", "--allow", "order")

    assert outcome.code == 0, outcome.text
    assert states(project) == ["not placed"]


def test_no_secret_comes_into_the_ledger(tmp_path: Path, shop: OrderShop) -> None:
    promised = JOURNEY.replace('heading "Thank you"', "${secret.MUG_CODE} is on its way")
    project = project_of(tmp_path, shop, journey=promised)

    outcome = project.run("journeys", "--allow", "order", environ={"MUG_CODE": "mug-4711-secret"})
    (entry,) = Ledger.open(ledger_place("", project.path / "reports")).entries()

    assert outcome.code == 1, outcome.text
    assert "is on its way" in entry.events[-1].note
    for file in (tmp_path / "reports").glob("ledger.sqlite*"):
        assert b"mug-4711-secret" not in file.read_bytes()


def test_a_schedule_grants_what_the_site_file_says(tmp_path: Path, shop: OrderShop) -> None:
    project = project_of(tmp_path, shop, safety="{allow: {weekly: order}}")

    weekly = project.run("journeys", "--schedule", "weekly")
    unknown = project.run("journeys", "--schedule", "weakly")

    assert weekly.code == 0, weekly.text
    assert unknown.code == 4
    assert 'unknown schedule "weakly". Did you mean "weekly"?' in unknown.text
    assert len(shop.orders) == 1


def test_ten_runs_killed_at_random_moments_leave_no_order_that_the_ledger_does_not_know(
    tmp_path: Path, shop: OrderShop
) -> None:
    project = project_of(tmp_path, shop, safety="{orders per day: 6}")
    chance = Random(tmp_path.name)  # noqa: S311 -- moments, no secrets

    for _ in range(10):
        kill_once(project, shop, chance)
        counted = Counted.of(project, shop)
        assert counted.claimed.issuperset(counted.at_the_shop)
        assert len(shop.orders) <= 6
    end_in_peace(project)

    assert Counted.of(project, shop).agree
    assert shop.standing == []
