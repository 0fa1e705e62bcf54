"""What the operator's scripts see of a run: one number."""

import pytest

from harness.judge import Verdict
from harness.judge.verdicts import exit_code

from .conftest import MakeProject
from .project import BARE, BROKEN, FAULTY, FINE, ORDER, OUTDATED, SECRET, UNWATCHED, Outcome, Project

V = Verdict
FILES = {
    "journeys/find/fine.yaml": FINE,
    "journeys/find/broken.yaml": BROKEN,
    "journeys/buy/outdated.yaml": OUTDATED,
    "journeys/find/faulty.yaml": FAULTY,
    "journeys/buy/order.yaml": ORDER,
    "journeys/find/secret.yaml": SECRET,
}


@pytest.mark.parametrize(
    ("verdicts", "code"),
    [
        ((V.FINE,), 0),
        ((V.ANNOYING,), 0),
        ((V.OVER_BUDGET,), 0),
        ((V.SLOW,), 0),
        ((V.FINE, V.STOPPED_ON_PURPOSE), 0),
        ((V.BROKEN,), 1),
        ((V.SITE_DOWN,), 1),
        ((V.BROKEN, V.NOT_JUDGED, V.OUTDATED, V.FINE), 1),
        ((V.FAULTY_FILE, V.BROKEN), 1),
        ((V.NOT_JUDGED,), 3),
        ((V.BLOCKED, V.FINE), 3),
        ((V.NOT_JUDGED, V.FAULTY_FILE), 3),
        ((V.OUTDATED,), 4),
        ((V.FAULTY_FILE,), 4),
        ((V.FAULTY_FILE, V.FINE), 4),
        ((V.OUTDATED, V.STOPPED_ON_PURPOSE), 4),
        ((V.STOPPED_ON_PURPOSE,), 5),
        ((V.STOPPED_ON_PURPOSE, V.STOPPED_ON_PURPOSE), 5),
    ],
)
def test_the_worst_verdict_decides(verdicts: tuple[Verdict, ...], code: int) -> None:
    assert exit_code(verdicts) == code


def test_slow_fails_only_where_the_operator_wants_it() -> None:
    assert exit_code([V.OVER_BUDGET], slow_fails=True) == 1
    assert exit_code([V.NOT_JUDGED], slow_fails=True) == 1


@pytest.fixture(scope="module")
def project(make_project: MakeProject) -> Project:
    return make_project(FILES)


@pytest.mark.parametrize(
    ("files", "code"),
    [
        pytest.param("buy/outdated.yaml", 4, marks=pytest.mark.long),
        pytest.param("find/faulty.yaml", 4, marks=pytest.mark.long),
        pytest.param("find/faulty.yaml find/broken.yaml", 1, marks=pytest.mark.long),
        pytest.param("buy/order.yaml", 5, marks=pytest.mark.long),
        ("buy/order.yaml find/fine.yaml", 0),
        ("find/secret.yaml find/fine.yaml", 3),
    ],
)
def test_a_run_ends_with_the_code_of_its_worst_visit(project: Project, files: str, code: int) -> None:
    outcome = project.run(*(f"journeys/{file}" for file in files.split()), *BARE)

    assert outcome.code == code, outcome.text


@pytest.fixture(scope="module")
def everything(make_project: MakeProject) -> Outcome:
    return make_project(FILES).run("journeys", *UNWATCHED)


def test_each_verdict_has_its_own_outcome_in_pytest(everything: Outcome) -> None:
    assert "4 failed, 1 passed, 1 skipped" in everything.text
    assert everything.code == 1


def test_each_verdict_has_its_own_status_in_allure(everything: Outcome) -> None:
    assert everything.allure == {
        "Look at the shop · shopper": "passed",
        "Find the sale · shopper": "failed",
        "Put it in the basket · shopper": "broken",
        "journeys/find/faulty.yaml cannot be walked": "broken",
        "Place an order · shopper": "skipped",
        "Sign in · shopper": "unknown",
    }


def test_a_missing_secret_is_told_with_the_line_to_type(everything: Outcome) -> None:
    assert "Whose turn: operator." in everything.text
    assert "export TINY_PASSWORD=..." in everything.text


def test_a_run_with_nothing_but_skipped_journeys_proves_nothing(make_project: MakeProject) -> None:
    project = make_project({"journeys/find/fine.yaml": FINE})
    project.write({"conftest.py": SKIP_ALL})

    assert project.run("journeys").code == 5


SKIP_ALL = """
import pytest

def pytest_collection_modifyitems(items):
    for item in items:
        item.add_marker(pytest.mark.skip("not today"))
"""
