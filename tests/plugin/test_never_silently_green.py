"""Whatever keeps a visit from its end, it does not vanish: left out, lost or missing, each one is told."""

import shutil
from pathlib import Path

import pytest

from harness.judge import judge
from harness.record.folder import RunFolder
from harness.reports.making import judged_visits

from .conftest import MakeProject
from .cut_short import FILES, LAST, PLANNED_LAST, WALKED_FIRST, allure_of, endings
from .project import BARE, FINE, UNWATCHED, Outcome

LOSES = """
def pytest_runtest_protocol(item, nextitem):
    return "Look at the shop" in item.name or None
"""
SKIPS = """
import pytest

def pytest_collection_modifyitems(items):
    for item in items:
        if "Look at the shop" in item.name:
            item.add_marker(pytest.mark.skip("not today"))
"""
SKIPS_LATE = """
@pytest.fixture(autouse=True)
def not_today(request, shopper):
    if "Look later" in request.node.name:
        pytest.skip("not today")
"""


def test_a_planned_visit_without_a_record_is_not_judged_and_named(make_project: MakeProject) -> None:
    project = make_project({LAST: FINE, "journeys/find/c-fine.yaml": FINE.replace("Look at", "Look into")})
    with (project.path / "conftest.py").open("a", encoding="utf-8") as file:
        file.write(LOSES)
    outcome = project.run("journeys", *UNWATCHED)

    told = "the run came to its end without it, and nothing says why"
    assert outcome.code == 3, outcome.text
    assert f"not judged: {PLANNED_LAST}: {told}." in outcome.text
    assert allure_of(outcome.run)["Look at the shop"][0] == "unknown"
    assert allure_of(outcome.run)["Look into the shop"][0] == "passed"
    assert "Look at the shop" in outcome.run.cx_page.read_text(encoding="utf-8")


def test_coverage_is_checked_without_reports_too(make_project: MakeProject) -> None:
    project = make_project({LAST: FINE})
    with (project.path / "conftest.py").open("a", encoding="utf-8") as file:
        file.write(LOSES)

    assert project.run("journeys", "--report", "none").code == 3


@pytest.mark.long
def test_what_x_leaves_out_is_told_by_a_worker_too(make_project: MakeProject) -> None:
    outcome = make_project(FILES).run("journeys", "-x", "-n", "1")

    told = f"not walked: {PLANNED_LAST}: the run was stopped before it began: stopping after 1 failures."
    assert outcome.code == 1, outcome.text
    assert told in outcome.text
    assert allure_of(outcome.run)["Look at the shop"][0] == "skipped"


@pytest.fixture(scope="module")
def skipping(make_project: MakeProject) -> Outcome:
    """One journey that is skipped as it is collected, one as late as can be, and one that is walked."""
    titles = {"b-fine": "Look at", "c-fine": "Look into", "d-fine": "Look later at"}
    files = {f"journeys/find/{name}.yaml": FINE.replace("Look at", title) for name, title in titles.items()}
    project = make_project(files)
    with (project.path / "conftest.py").open("a", encoding="utf-8") as file:
        file.write(SKIPS + SKIPS_LATE)
    return project.run("journeys", *UNWATCHED)


def test_a_skipped_visit_is_told_with_its_reason_and_is_not_green(skipping: Outcome) -> None:
    assert skipping.code == 0, skipping.text
    assert f"not walked: {PLANNED_LAST}: it was skipped: " in skipping.text
    assert "not today" in skipping.text
    assert "2 walks left out, because somebody wanted it so" in skipping.text
    assert allure_of(skipping.run)["Look at the shop"][0] == "skipped"


def test_a_visit_that_a_fixture_skips_late_is_left_out_too(skipping: Outcome) -> None:
    visit = skipping.visits["find/d-fine"]
    assert (visit.ending, visit.reason) == ("left out", "it was skipped: not today")
    assert allure_of(skipping.run)["Look later at the shop"][0] == "skipped"


@pytest.fixture(scope="module")
def walked(make_project: MakeProject) -> Outcome:
    return make_project(FILES).run("journeys", *BARE)


@pytest.fixture
def copied(walked: Outcome, tmp_path: Path) -> RunFolder:
    """A copy of a run that a test may damage."""
    return RunFolder(shutil.copytree(walked.run.path, tmp_path / walked.run.path.name))


def test_a_damaged_record_is_missing_and_takes_no_other_with_it(copied: RunFolder) -> None:
    (copied.visit(PLANNED_LAST) / "record.jsonl").write_text("\0" * 40, encoding="utf-8")

    found = {visit.id: (visit.ending, judge(visit).verdict) for visit, _ in judged_visits(copied)}

    assert found[PLANNED_LAST] == ("lost", "not judged")
    assert found[WALKED_FIRST] == ("stopped", "broken")


def test_an_old_run_without_a_plan_is_still_read(copied: RunFolder) -> None:
    for name in ("plan.jsonl", "end.json"):
        (copied.path / name).unlink()

    assert endings(copied) == {WALKED_FIRST: "stopped", PLANNED_LAST: "walked"}


def test_a_stub_never_outlives_the_end_of_its_visit(walked: Outcome) -> None:
    assert {name: status for name, (status, _) in allure_of(walked.run).items()} == {
        "Find the sale": "failed",
        "Look at the shop": "passed",
    }
    assert not list(walked.run.allure_results.glob("*.part"))


def test_a_visit_walked_twice_keeps_the_first_record_when_the_second_cannot_begin(
    make_project: MakeProject,
) -> None:
    project = make_project({LAST: FINE})
    with (project.path / "conftest.py").open("a", encoding="utf-8") as file:
        file.write(SECOND_FAILS)
    outcome = project.run(LAST, LAST, "--keep-duplicates", *BARE)

    told = {visit.id: visit.ending for visit, _ in judged_visits(outcome.run)}
    assert told == {PLANNED_LAST: "walked", f"{PLANNED_LAST}--2": "could not start"}
    assert outcome.code == 3, outcome.text


SECOND_FAILS = """
tries = []

@pytest.fixture(autouse=True)
def second_fails(patience_ms):
    tries.append(1)
    if len(tries) > 1:
        raise RuntimeError("the second one cannot begin")
"""
