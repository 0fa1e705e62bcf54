"""A run that is killed or told to end loses no visit: cut short, not walked or walked, each one is told."""

import json
import signal
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pytest

from harness.judge import judge
from harness.record.folder import RunFolder
from harness.reports.making import judged_visits

from .conftest import MakeProject
from .cut_short import (
    FILES,
    FIRST,
    LONG_MS,
    PLANNED_LAST,
    WALKED_FIRST,
    allure_of,
    endings,
    in_the_middle,
    planned,
    report_again,
    run_of,
    wait_for,
)
from .project import BARE, BROKEN, FINE, UNWATCHED, Outcome, Project

CUT_SHORT = '"Find the sale" was not judged: the run ended in the middle of it.'
SERIAL, A_WORKER, TWO_WORKERS = (), ("-n", "1"), ("-n", "2")
MORE = """\
  - step: Go home
    see:
      - heading "Tiny shop"
"""
DIES = """
import os, signal
import pytest

@pytest.hookimpl(tryfirst=True)
def pytest_runtest_{when}(item):
    if "Find the sale" in item.name and not os.path.exists("died"):
        open("died", "w").close()
        os.kill(os.getpid(), signal.SIGKILL)
"""


@dataclass(frozen=True)
class Killed:
    """A run after kill -9, what Allure's results said at once, and what was told by reports made again."""

    run: RunFolder
    allure: dict[str, tuple[str, str]]
    told: str


def killed_when(make_project: MakeProject, moment: Callable[[Project], bool]) -> Killed:
    project = make_project({**FILES, FIRST: BROKEN + MORE}, patience_ms=LONG_MS)
    process = project.start("journeys", *UNWATCHED)
    wait_for(lambda: moment(project), process)
    process.kill()
    process.communicate()
    run = run_of(project)
    return Killed(run, allure_of(run), report_again(project))


@pytest.fixture(scope="module")
def killed(make_project: MakeProject) -> Killed:
    return killed_when(make_project, in_the_middle)


def test_after_kill_9_the_reports_made_again_are_complete(killed: Killed) -> None:
    assert endings(killed.run) == {WALKED_FIRST: "cut short", PLANNED_LAST: "not walked"}
    assert_that_nothing_was_judged(killed)


@pytest.mark.long
def test_after_kill_9_before_the_first_visit_they_are_complete_too(make_project: MakeProject) -> None:
    killed = killed_when(make_project, planned)

    assert endings(killed.run)[PLANNED_LAST] == "not walked"
    assert endings(killed.run)[WALKED_FIRST] in {"not walked", "cut short"}
    assert_that_nothing_was_judged(killed)


def assert_that_nothing_was_judged(killed: Killed) -> None:
    assert {status for status, _ in allure_of(killed.run).values()} == {"unknown"}
    assert set(allure_of(killed.run)) == {"Find the sale", "Look at the shop"}
    assert "2 walks could not be judged" in killed.told
    page = killed.run.cx_page.read_text(encoding="utf-8")
    assert "Look at the shop" in page
    assert "Find the sale" in page


def test_kill_9_leaves_a_result_for_allure_that_says_so(killed: Killed) -> None:
    status, message = killed.allure["Find the sale"]

    assert status == "unknown"
    assert CUT_SHORT in message


def test_kill_9_leaves_a_record_of_what_was_done(killed: Killed) -> None:
    (visit,) = killed.run.read_visits()

    assert visit.ending == "cut short"
    assert [(step.name, step.outcome) for step in visit.steps] == [
        ("Open the shop", "passed"),
        ("Look for the sale", "cut short"),
        ("Go home", "not reached"),
    ]
    assert judge(visit).verdict == "not judged"
    assert killed.run.read_run().planned == (WALKED_FIRST, PLANNED_LAST)


def test_the_steps_nobody_came_to_are_told_after_kill_9(killed: Killed) -> None:
    files = killed.run.allure_results.glob("*-result.json")
    results = [json.loads(file.read_text(encoding="utf-8")) for file in files]
    (result,) = (result for result in results if result["name"].startswith("Find the sale"))
    assert [step["status"] for step in result["steps"]] == ["passed", "unknown", "skipped"]


@pytest.fixture(
    scope="module",
    params=[
        pytest.param((SERIAL, signal.SIGTERM), id="alone, SIGTERM"),
        pytest.param((SERIAL, signal.SIGINT), id="alone, SIGINT", marks=pytest.mark.long),
        pytest.param((TWO_WORKERS, signal.SIGTERM), id="workers, SIGTERM", marks=pytest.mark.long),
        pytest.param((TWO_WORKERS, signal.SIGINT), id="workers, SIGINT", marks=pytest.mark.long),
        pytest.param((A_WORKER, signal.SIGINT), id="a worker, SIGINT"),
    ],
)
def told_to_end(make_project: MakeProject, request: pytest.FixtureRequest) -> Outcome:
    how, ends_it = request.param
    last = BROKEN.replace("Find the sale", "Find the rest")
    project = make_project({**FILES, "journeys/find/c-broken.yaml": last}, patience_ms=LONG_MS)
    process = project.start("journeys", *how, *UNWATCHED)
    wait_for(lambda: in_the_middle(project), process)
    process.send_signal(ends_it)
    text, _ = process.communicate(timeout=60)
    return Outcome(process.returncode, text, run_of(project))


def test_a_run_that_is_told_to_end_ends_with_2_and_tells_of_every_visit(told_to_end: Outcome) -> None:
    assert told_to_end.code == 2, told_to_end.text
    assert "INTERNALERROR" not in told_to_end.text
    assert endings(told_to_end.run)[WALKED_FIRST] == "cut short"
    assert len(endings(told_to_end.run)) == 3
    assert len(list(told_to_end.run.allure_results.glob("*-result.json"))) == 3


def test_a_run_that_is_told_to_end_makes_its_page(told_to_end: Outcome) -> None:
    assert f"the page: {told_to_end.run.cx_page}" in told_to_end.text
    assert "not judged" in told_to_end.run.cx_page.read_text(encoding="utf-8").casefold()


def test_what_was_not_walked_is_told_by_name(told_to_end: Outcome) -> None:
    never_begun = "find-c-broken--shopper"
    allure = allure_of(told_to_end.run)

    assert f"not walked: {never_begun}: the run was interrupted before it began." in told_to_end.text
    assert endings(told_to_end.run)[never_begun] == "left out"
    assert allure["Find the rest"] == ("skipped", '"Find the rest" was not walked.')
    assert allure["Find the sale"][0] == "unknown"


def dying_project(make_project: MakeProject, when: str, **more: str) -> Project:
    """Write a project whose worker is killed in the middle of a visit."""
    project = make_project({**FILES, **{f"journeys/find/{name}.yaml": text for name, text in more.items()}})
    with (project.path / "conftest.py").open("a", encoding="utf-8") as file:
        file.write(DIES.format(when=when))
    return project


@pytest.mark.parametrize(
    ("when", "how"),
    [
        pytest.param("setup", TWO_WORKERS, marks=pytest.mark.long),
        pytest.param("call", TWO_WORKERS, marks=pytest.mark.long),
        pytest.param("teardown", TWO_WORKERS, marks=pytest.mark.long),
        ("call", A_WORKER),
    ],
)
def test_a_worker_that_is_killed_takes_no_visit_with_it(
    make_project: MakeProject, when: str, how: Sequence[str]
) -> None:
    project = dying_project(make_project, when)
    outcome = project.run("journeys", *how, *BARE)

    run = run_of(project)
    verdicts = {visit.id: judgement.verdict.value for visit, judgement in judged_visits(run)}
    assert verdicts[PLANNED_LAST] == "fine"
    assert verdicts[WALKED_FIRST] == ("broken" if when == "teardown" else "not judged")
    assert outcome.code == (1 if when == "teardown" else 3), outcome.text
    assert allure_of(run)["Find the sale"][0] == ("failed" if when == "teardown" else "unknown")


@pytest.mark.long
def test_when_every_worker_is_killed_the_rest_is_missing_and_named(make_project: MakeProject) -> None:
    project = dying_project(make_project, "call", **{"c-fine": FINE})
    outcome = project.run("journeys", "-n", "1", "--max-worker-restart", "0")

    assert outcome.code == 3, outcome.text
    assert f"not judged: {PLANNED_LAST}: the run " in outcome.text
    assert len(list(run_of(project).allure_results.glob("*-result.json"))) == 3


@pytest.mark.long
def test_results_in_a_folder_of_the_operators_own_survive_a_killed_worker(make_project: MakeProject) -> None:
    project = dying_project(make_project, "call")
    project.run("journeys", "-n", "1", "--alluredir", "mine", "--clean-alluredir")

    assert len(list((project.path / "mine").glob("*-result.json"))) == 2
