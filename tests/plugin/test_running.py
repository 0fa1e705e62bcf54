"""pytest's own options and habits work on journeys as on any test."""

import pytest

from .conftest import MakeProject
from .project import BARE, BROKEN, FINE, ORDER, UNWATCHED, Outcome, Project

FILES = {
    "journeys/find/fine.yaml": FINE,
    "journeys/find/broken.yaml": BROKEN,
    "journeys/help/also-fine.yaml": FINE,  # two journeys of one title
    "journeys/buy/order.yaml": ORDER,
}
ORDINARY = """
import os

def test_good(): pass

def test_bad():
    assert os.sep == "?"
"""
USERS_FIXTURES = """
import pytest

@pytest.fixture(autouse=True)
def told(request, shopper):
    print(f"about to walk {shopper.visit.journey.title} in {request.node.name}")

@pytest.fixture(scope="session")
def browser_context_args(browser_context_args):
    return {**browser_context_args, "viewport": {"width": 333, "height": 700}}
"""


@pytest.fixture(scope="module")
def project(make_project: MakeProject) -> Project:
    return make_project(FILES)


@pytest.fixture(scope="module")
def in_workers(make_project: MakeProject) -> Outcome:
    return make_project(FILES).run("-n", "2", *UNWATCHED)


def test_workers_share_one_run(in_workers: Outcome) -> None:
    assert in_workers.code == 1, in_workers.text
    assert "1 failed, 2 passed, 1 skipped" in in_workers.text
    assert (
        len(
            [path for path in in_workers.run.path.parent.iterdir() if path.is_dir() and path.name != "latest"]
        )
        == 1
    )
    assert sorted(in_workers.visits) == ["buy/order", "find/broken", "find/fine", "help/also-fine"]
    assert len(in_workers.allure) == 3  # two journeys have one title
    assert in_workers.run.cx_page.is_file()


def test_workers_tell_failures_in_the_same_words(in_workers: Outcome) -> None:
    assert "  >  11 |       - Everything at half price" in in_workers.text
    assert "FAILED journeys/find/broken.yaml::Find the sale[shopper] - Customers cannot" in in_workers.text


@pytest.fixture(scope="module")
def beside_a_failing_test(make_project: MakeProject) -> Outcome:
    """Two journeys on the embedded shop that are fine, and an ordinary test that is not."""
    files = {"journeys/find/a.yaml": DEMO, "journeys/find/b.yaml": DEMO, "test_ordinary.py": ORDINARY}
    project = make_project(files)
    project.write({"journeys/site.yaml": "site: {name: Northfold, address: demo}\n"})
    return project.run("-n", "2", ".", *BARE)


def test_workers_visit_one_embedded_shop(beside_a_failing_test: Outcome) -> None:
    visits = beside_a_failing_test.visits.values()

    assert [visit.ending for visit in visits] == ["walked", "walked"], beside_a_failing_test.text
    assert len({visit.address for visit in visits}) == 1


def test_a_failing_ordinary_test_beside_journeys_stays_a_failure(beside_a_failing_test: Outcome) -> None:
    assert "1 failed, 3 passed" in beside_a_failing_test.text
    assert beside_a_failing_test.code == 1


def test_chosen_by_name_and_from_another_folder(project: Project) -> None:
    journeys = str(project.path / "journeys")
    by_name = project.run(
        journeys, "-k", "help and Look", "-p", "no:cacheprovider", *UNWATCHED, cwd=project.path.parent
    )

    assert "1 passed, 3 deselected" in by_name.text
    assert (by_name.code, list(by_name.visits)) == (0, ["help/also-fine"])
    assert "not walked" not in by_name.text
    assert by_name.run.read_run().planned == ("help-also-fine--shopper",)


@pytest.fixture(scope="module")
def stopped(project: Project) -> Outcome:
    return project.run("journeys/find", "-x", *UNWATCHED)


def test_what_x_leaves_out_is_told_and_does_not_change_the_exit_code(stopped: Outcome) -> None:
    told = "find-fine--shopper: the run was stopped before it began: stopping after 1 failures."

    assert stopped.code == 1, stopped.text
    assert "1 failed in" in stopped.text
    assert f"not walked: {told}" in stopped.text
    assert stopped.allure["Look at the shop · shopper"] == "skipped"


def test_walks_the_failed_again(stopped: Outcome, project: Project) -> None:
    again = project.run("journeys", "--lf", *BARE)

    assert "1 failed in" in again.text
    assert list(again.visits) == ["find/broken"]


def test_ordinary_tests_start_nothing_and_write_nothing(make_project: MakeProject) -> None:
    project = make_project({**FILES, "tests/test_ordinary.py": ORDINARY})
    project.write(
        {"conftest.py": NO_BROWSER, "journeys/site.yaml": "site: {name: Northfold, address: demo}\n"}
    )
    alone, in_workers = project.run("tests"), project.run("tests", "-n", "1")

    assert "1 failed, 1 passed" in alone.text
    assert "1 failed, 1 passed" in in_workers.text
    assert (alone.code, in_workers.code) == (1, 1)
    assert not (project.path / "reports").exists()


def test_fixtures_of_the_user_see_the_shopper_and_shape_her_browser(make_project: MakeProject) -> None:
    project = make_project({"journeys/find/fine.yaml": FINE})
    project.write({"conftest.py": USERS_FIXTURES})
    outcome = project.run("journeys", "-s", *BARE)
    browser = outcome.visits["find/fine"].browser

    assert "about to walk Look at the shop in Look at the shop[shopper]" in outcome.text
    assert browser
    assert browser.viewport_width_px == 333


def test_a_set_up_that_fails_is_not_judged_and_recorded(make_project: MakeProject) -> None:
    project = make_project({"journeys/find/fine.yaml": FINE})
    project.write({"conftest.py": USERS_FIXTURES.replace("width", "wide")})
    outcome = project.run("journeys", *UNWATCHED)

    assert outcome.code == 3, outcome.text
    assert outcome.visits["find/fine"].ending == "could not start"
    assert outcome.judgement("find-fine--shopper").verdict == "not judged"
    assert outcome.allure == {"Look at the shop · shopper": "unknown"}


DEMO = """
journey: Look at the shop
steps:
  - step: Open the shop
    do:
      - open: /help
    see:
      - heading "How can we help?"
"""
NO_BROWSER = """
import subprocess
import pytest

@pytest.fixture(autouse=True, scope="session")
def nothing_is_started(monkeypatch_session=None):
    began = subprocess.Popen.__init__
    def refuse(self, *arguments, **options):
        raise AssertionError(f"started {arguments}")
    subprocess.Popen.__init__ = refuse
    yield
    subprocess.Popen.__init__ = began
"""
