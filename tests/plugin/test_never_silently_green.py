"""Whatever ends a run, no visit vanishes: walked, cut short, left out or missing, each one is told."""

import json
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence

import pytest

from harness.judge import judge
from harness.record.folder import RunFolder
from harness.reports.allure.second_walk import SAID
from harness.reports.making import judged_visits

from .conftest import MakeProject
from .project import BROKEN, FINE, Project, environment

LONG_MS = 60_000
FIRST, LAST = "journeys/find/a-broken.yaml", "journeys/find/b-fine.yaml"
FILES = {FIRST: BROKEN, LAST: FINE}
WALKED_FIRST, PLANNED_LAST = "find-a-broken--shopper", "find-b-fine--shopper"
CUT_SHORT = '"Find the sale" was not judged: the run ended in the middle of it.'
SERIAL, PARALLEL = (), ("-n", "2")
DIES = """
import os, signal
import pytest

@pytest.hookimpl(tryfirst=True)
def pytest_runtest_{when}(item):
    if "Find the sale" in item.name and not os.path.exists("died"):
        open("died", "w").close()
        os.kill(os.getpid(), signal.SIGKILL)
"""
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
def not_today(shopper):
    pytest.skip("not today")
"""


def wait_for(happened: Callable[[], bool], process: "subprocess.Popen[str]") -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and process.poll() is None:
        if happened():
            return
        time.sleep(0.05)
    process.kill()
    raise AssertionError(process.communicate()[0])


def journals(project: Project, text: str) -> bool:
    found = project.path.glob("reports/20*/visits/*/record.jsonl")
    return any(text in journal.read_text(encoding="utf-8") for journal in found)


def planned(project: Project) -> bool:
    return any(project.path.glob("reports/20*/run.json"))


def in_the_middle(project: Project) -> bool:
    return journals(project, '"name": "Look for the sale", "place"') and journals(
        project, '"step begins", "index": 1'
    )


def run_of(project: Project) -> RunFolder:
    (run,) = project.path.glob("reports/20*")
    return RunFolder(run)


def allure_of(run: RunFolder) -> dict[str, tuple[str, str]]:
    """Return status and message of each Allure result; two of one walk of a visit fail the test."""
    files = sorted(run.allure_results.glob("*-result.json"))
    all_of_them = [json.loads(file.read_text(encoding="utf-8")) for file in files]
    results = [result for result in all_of_them if SAID not in result.get("descriptionHtml", "")]
    assert len({result["historyId"] for result in results}) == len(results), results
    return {
        result["name"].partition(" · ")[0]: (
            result["status"],
            result.get("statusDetails", {}).get("message", ""),
        )
        for result in results
    }


def report_again(project: Project) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "harness", "report", run_of(project).path.name],
        cwd=project.path,
        env=environment({}),
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def endings(run: RunFolder) -> dict[str, str]:
    return {visit.id: visit.ending for visit, _ in judged_visits(run)}


@pytest.mark.parametrize("moment", [pytest.param(planned, marks=pytest.mark.long), in_the_middle])
def test_after_kill_9_the_reports_made_again_are_complete(
    make_project: MakeProject, moment: Callable[[Project], bool]
) -> None:
    project = make_project(FILES, patience_ms=LONG_MS)
    process = project.start("journeys")
    wait_for(lambda: moment(project), process)
    process.kill()
    process.communicate()

    said = report_again(project)

    run = run_of(project)
    assert endings(run)[PLANNED_LAST] == "not walked"
    assert endings(run)[WALKED_FIRST] in {"not walked", "cut short"}
    assert {status for status, _ in allure_of(run).values()} == {"unknown"}
    assert set(allure_of(run)) == {"Find the sale", "Look at the shop"}
    assert "2 walks could not be judged" in said
    page = run.cx_page.read_text(encoding="utf-8")
    assert "Look at the shop" in page
    assert "Find the sale" in page


def test_kill_9_leaves_a_result_for_allure_that_says_so(make_project: MakeProject) -> None:
    project = make_project(FILES, patience_ms=LONG_MS)
    process = project.start("journeys")
    wait_for(lambda: in_the_middle(project), process)
    process.kill()
    process.communicate()

    status, message = allure_of(run_of(project))["Find the sale"]

    assert status == "unknown"
    assert CUT_SHORT in message


def test_the_steps_nobody_came_to_are_told_after_kill_9(make_project: MakeProject) -> None:
    project = make_project({FIRST: BROKEN + ABOUT_MORE}, patience_ms=LONG_MS)
    process = project.start("journeys")
    wait_for(lambda: in_the_middle(project), process)
    process.kill()
    process.communicate()
    (visit,) = run_of(project).read_visits()

    assert [step.outcome for step in visit.steps] == ["passed", "cut short", "not reached"]
    report_again(project)
    (result,) = run_of(project).allure_results.glob("*-result.json")
    steps = json.loads(result.read_text(encoding="utf-8"))["steps"]
    assert [step["status"] for step in steps] == ["passed", "unknown", "skipped"]


ABOUT_MORE = """\
  - step: Go home
    see:
      - heading "Tiny shop"
"""


@pytest.mark.parametrize(
    ("how", "ends_it"),
    [
        pytest.param(SERIAL, signal.SIGTERM, id="alone, SIGTERM"),
        pytest.param(SERIAL, signal.SIGINT, id="alone, SIGINT", marks=pytest.mark.long),
        pytest.param(PARALLEL, signal.SIGTERM, id="workers, SIGTERM", marks=pytest.mark.long),
        pytest.param(PARALLEL, signal.SIGINT, id="workers, SIGINT"),
    ],
)
def test_a_run_that_is_told_to_end_ends_with_2_and_tells_of_every_visit(
    make_project: MakeProject, how: Sequence[str], ends_it: signal.Signals
) -> None:
    project = make_project({**FILES, "journeys/find/c-broken.yaml": BROKEN}, patience_ms=LONG_MS)
    process = project.start("journeys", *how)
    wait_for(lambda: in_the_middle(project), process)
    process.send_signal(ends_it)
    text, _ = process.communicate(timeout=60)

    run = run_of(project)
    assert process.returncode == 2, text
    assert "INTERNALERROR" not in text
    assert endings(run)[WALKED_FIRST] == "cut short"
    assert len(endings(run)) == 3
    files = list(run.allure_results.glob("*-result.json"))
    assert len(files) == 3
    assert run.cx_page.is_file()


def test_ctrl_c_tells_what_was_not_walked_by_name(make_project: MakeProject) -> None:
    project = make_project(FILES, patience_ms=LONG_MS)
    process = project.start("journeys")
    wait_for(lambda: in_the_middle(project), process)
    process.send_signal(signal.SIGINT)
    text, _ = process.communicate(timeout=60)

    assert f"not walked: {PLANNED_LAST}: the run was interrupted before it began." in text, text
    assert allure_of(run_of(project))["Look at the shop"] == ("skipped", '"Look at the shop" was not walked.')
    assert allure_of(run_of(project))["Find the sale"][0] == "unknown"


@pytest.mark.parametrize(
    "when",
    [
        pytest.param("setup", marks=pytest.mark.long),
        "call",
        pytest.param("teardown", marks=pytest.mark.long),
    ],
)
def test_a_worker_that_is_killed_takes_no_visit_with_it(make_project: MakeProject, when: str) -> None:
    project = make_project(FILES)
    with (project.path / "conftest.py").open("a", encoding="utf-8") as file:
        file.write(DIES.format(when=when))
    outcome = project.run("journeys", *PARALLEL)

    run = run_of(project)
    verdicts = {visit.id: judgement.verdict.value for visit, judgement in judged_visits(run)}
    assert verdicts[PLANNED_LAST] == "fine"
    assert verdicts[WALKED_FIRST] == ("broken" if when == "teardown" else "not judged")
    assert outcome.code == (1 if when == "teardown" else 3), outcome.text
    assert allure_of(run)["Find the sale"][0] == ("failed" if when == "teardown" else "unknown")


@pytest.mark.long
def test_when_every_worker_is_killed_the_rest_is_missing_and_named(make_project: MakeProject) -> None:
    project = make_project({**FILES, "journeys/find/c-fine.yaml": FINE})
    with (project.path / "conftest.py").open("a", encoding="utf-8") as file:
        file.write(DIES.format(when="call"))
    outcome = project.run("journeys", "-n", "1", "--max-worker-restart", "0")

    assert outcome.code == 3, outcome.text
    assert f"not judged: {PLANNED_LAST}: the run " in outcome.text
    assert len(list(run_of(project).allure_results.glob("*-result.json"))) == 3


@pytest.mark.long
def test_results_in_a_folder_of_the_operators_own_survive_a_killed_worker(make_project: MakeProject) -> None:
    project = make_project(FILES)
    with (project.path / "conftest.py").open("a", encoding="utf-8") as file:
        file.write(DIES.format(when="call"))
    project.run("journeys", "-n", "1", "--alluredir", "mine", "--clean-alluredir")

    assert len(list((project.path / "mine").glob("*-result.json"))) == 2


def test_a_planned_visit_without_a_record_is_not_judged_and_named(make_project: MakeProject) -> None:
    project = make_project({LAST: FINE, "journeys/find/c-fine.yaml": FINE.replace("Look at", "Look into")})
    with (project.path / "conftest.py").open("a", encoding="utf-8") as file:
        file.write(LOSES)
    outcome = project.run("journeys")

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


@pytest.mark.parametrize(
    "how", [(), pytest.param(("-n", "1"), marks=pytest.mark.long)], ids=["alone", "a worker"]
)
def test_what_x_leaves_out_is_told_and_does_not_change_the_exit_code(
    make_project: MakeProject, how: Sequence[str]
) -> None:
    outcome = make_project(FILES).run("journeys", "-x", *how)

    assert outcome.code == 1, outcome.text
    assert f"not walked: {PLANNED_LAST}: the run was stopped before it began: stopping after 1 failures." in (
        outcome.text
    )
    assert allure_of(outcome.run)["Look at the shop"][0] == "skipped"


def test_a_skipped_visit_is_told_with_its_reason_and_is_not_green(make_project: MakeProject) -> None:
    project = make_project({LAST: FINE, "journeys/find/c-fine.yaml": FINE.replace("Look at", "Look into")})
    with (project.path / "conftest.py").open("a", encoding="utf-8") as file:
        file.write(SKIPS)
    outcome = project.run("journeys")

    assert outcome.code == 0, outcome.text
    assert f"not walked: {PLANNED_LAST}: it was skipped: " in outcome.text
    assert "not today" in outcome.text
    assert "1 walk left out, because somebody wanted it so" in outcome.text
    assert allure_of(outcome.run)["Look at the shop"][0] == "skipped"


def test_a_visit_that_a_fixture_skips_late_is_left_out_too(make_project: MakeProject) -> None:
    project = make_project({LAST: FINE})
    with (project.path / "conftest.py").open("a", encoding="utf-8") as file:
        file.write(SKIPS_LATE)
    outcome = project.run("journeys")

    (visit,) = outcome.run.read_visits()
    assert (outcome.code, visit.ending, visit.reason) == (5, "left out", "it was skipped: not today")
    assert allure_of(outcome.run)["Look at the shop"][0] == "skipped"


def test_what_is_deselected_was_never_planned(make_project: MakeProject) -> None:
    outcome = make_project(FILES).run("journeys", "-k", "Look")

    assert outcome.code == 0, outcome.text
    assert "not walked" not in outcome.text
    assert outcome.run.read_run().planned == (PLANNED_LAST,)


def test_a_damaged_record_is_missing_and_takes_no_other_with_it(make_project: MakeProject) -> None:
    outcome = make_project(FILES).run("journeys")
    (outcome.run.visit(PLANNED_LAST) / "record.jsonl").write_text("\0" * 40, encoding="utf-8")

    found = {visit.id: (visit.ending, judge(visit).verdict) for visit, _ in judged_visits(outcome.run)}

    assert found[PLANNED_LAST] == ("lost", "not judged")
    assert found[WALKED_FIRST] == ("stopped", "broken")


def test_a_visit_walked_twice_keeps_the_first_record_when_the_second_cannot_begin(
    make_project: MakeProject,
) -> None:
    project = make_project({LAST: FINE})
    with (project.path / "conftest.py").open("a", encoding="utf-8") as file:
        file.write(SECOND_FAILS)
    outcome = project.run(LAST, LAST, "--keep-duplicates")

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


def test_an_old_run_without_a_plan_is_still_read(make_project: MakeProject) -> None:
    outcome = make_project({LAST: FINE}).run("journeys")
    for name in ("plan.jsonl", "end.json"):
        (outcome.run.path / name).unlink()

    assert endings(outcome.run) == {PLANNED_LAST: "walked"}


def test_a_stub_never_outlives_the_end_of_its_visit(make_project: MakeProject) -> None:
    outcome = make_project(FILES).run("journeys")

    assert {name: status for name, (status, _) in allure_of(outcome.run).items()} == {
        "Find the sale": "failed",
        "Look at the shop": "passed",
    }
    assert not list(outcome.run.allure_results.glob("*.part"))
