"""pytest's own options and habits work on journeys as on any test."""

import pytest

from .conftest import MakeProject
from .project import BROKEN, FINE, ORDER, Outcome, Project

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
    return make_project(FILES).run("-n", "2")


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


def test_workers_visit_one_embedded_shop(make_project: MakeProject) -> None:
    project = make_project({"journeys/find/a.yaml": DEMO, "journeys/find/b.yaml": DEMO})
    project.write({"journeys/site.yaml": "site: {name: Northfold, address: demo}\n"})
    outcome = project.run("-n", "2", ".")

    assert outcome.code == 0, outcome.text
    assert len({visit.address for visit in outcome.visits.values()}) == 1


def test_chosen_by_name_by_tag_and_from_another_folder(project: Project) -> None:
    journeys = str(project.path / "journeys")
    by_name = project.run(journeys, "-k", "help and Look", "-p", "no:cacheprovider", cwd=project.path.parent)
    by_tag = project.run(journeys, "-m", "sale", "--collect-only", "-q", cwd=project.path.parent)

    assert "1 passed, 3 deselected" in by_name.text
    assert (by_name.code, list(by_name.visits)) == (0, ["help/also-fine"])
    assert "1/4 tests collected" in by_tag.text


def test_stops_at_the_first_failure_and_walks_the_failed_again(project: Project) -> None:
    first = project.run("journeys/find", "-x")
    again = project.run("journeys", "--lf")

    assert "1 failed in" in first.text
    assert "1 failed in" in again.text
    assert list(again.visits) == ["find/broken"]


def test_ordinary_tests_start_nothing_and_write_nothing(make_project: MakeProject) -> None:
    project = make_project({**FILES, "tests/test_ordinary.py": ORDINARY})
    project.write(
        {"conftest.py": NO_BROWSER, "journeys/site.yaml": "site: {name: Northfold, address: demo}\n"}
    )
    alone, in_workers = project.run("tests"), project.run("tests", "-n", "2")

    assert "1 failed, 1 passed" in alone.text
    assert "1 failed, 1 passed" in in_workers.text
    assert (alone.code, in_workers.code) == (1, 1)
    assert not (project.path / "reports").exists()


def test_a_failing_ordinary_test_beside_journeys_stays_a_failure(make_project: MakeProject) -> None:
    project = make_project({"journeys/find/fine.yaml": FINE, "test_ordinary.py": ORDINARY})
    outcome = project.run(".")

    assert "1 failed, 2 passed" in outcome.text
    assert outcome.code == 1


def test_fixtures_of_the_user_see_the_shopper_and_shape_her_browser(make_project: MakeProject) -> None:
    project = make_project({"journeys/find/fine.yaml": FINE})
    project.write({"conftest.py": USERS_FIXTURES})
    outcome = project.run("journeys", "-s")
    browser = outcome.visits["find/fine"].browser

    assert "about to walk Look at the shop in Look at the shop[shopper]" in outcome.text
    assert browser
    assert browser.viewport_width_px == 333


def test_a_set_up_that_fails_is_not_judged_and_recorded(make_project: MakeProject) -> None:
    project = make_project({"journeys/find/fine.yaml": FINE})
    project.write({"conftest.py": USERS_FIXTURES.replace("width", "wide")})
    outcome = project.run("journeys")

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
