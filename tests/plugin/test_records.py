"""Whatever ends a run, what was recorded by then can be read, and the operator gets one clear line."""

import os
import signal
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from harness.judge import judge
from harness.record.folder import RunFolder

from .conftest import MakeProject
from .project import BROKEN, FINE, Outcome, Project

if TYPE_CHECKING:
    from subprocess import Popen

LONG_MS = 60_000
FULL_DISK = """
import resource
import pytest

@pytest.fixture(autouse=True)
def full_disk(shopper):
    _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2500, hard))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, hard))
"""


def wait_until_walking(project: Project, process: "Popen[str]", step: str) -> RunFolder:
    """Wait until a run in the background is in the middle of a step."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and process.poll() is None:
        for journal in project.path.glob("reports/latest/visits/*/record.jsonl"):
            if f'"step begins", "index": 1, "name": "{step}"' in journal.read_text(encoding="utf-8"):
                return project.newest()
        time.sleep(0.1)
    process.kill()
    raise AssertionError(process.communicate()[0])


@pytest.fixture(scope="module")
def killed(make_project: MakeProject) -> RunFolder:
    project = make_project({"journeys/find/broken.yaml": BROKEN}, patience_ms=LONG_MS)
    process = project.start("journeys")
    run = wait_until_walking(project, process, "Look for the sale")
    process.kill()
    process.communicate()
    return run


def test_a_killed_run_leaves_a_record_of_what_was_done(killed: RunFolder) -> None:
    (visit,) = killed.read_visits()

    assert visit.ending == "cut short"
    assert [(step.name, step.outcome) for step in visit.steps] == [
        ("Open the shop", "passed"),
        ("Look for the sale", "cut short"),
    ]
    assert judge(visit).verdict == "not judged"
    assert killed.read_run().planned == ("find-broken--shopper",)


@pytest.fixture(scope="module")
def interrupted(make_project: MakeProject) -> Outcome:
    files = {"journeys/find/broken.yaml": BROKEN, "journeys/find/fine.yaml": FINE}
    project = make_project(files, patience_ms=LONG_MS)
    process = project.start("journeys")
    run = wait_until_walking(project, process, "Look for the sale")
    process.send_signal(signal.SIGINT)
    text, _ = process.communicate(timeout=60)
    return Outcome(process.returncode, text, run)


def test_an_interrupted_run_ends_with_2_and_makes_its_page(interrupted: Outcome) -> None:
    assert interrupted.code == 2, interrupted.text
    assert "INTERNALERROR" not in interrupted.text
    assert f"the page: {interrupted.run.cx_page}" in interrupted.text
    assert interrupted.run.cx_page.is_file()


def test_an_interrupted_visit_says_so_and_the_next_never_began(interrupted: Outcome) -> None:
    (visit,) = interrupted.run.read_visits()

    assert (visit.journey.id, visit.ending) == ("find/broken", "cut short")
    assert "not judged" in interrupted.run.cx_page.read_text(encoding="utf-8").casefold()


def test_runs_of_the_same_second_have_folders_of_their_own(make_project: MakeProject) -> None:
    project = make_project({"journeys/find/fine.yaml": "nothing\n"})
    with ThreadPoolExecutor() as pool:
        codes = [run.code for run in pool.map(lambda _: project.run("journeys"), range(3))]
    there = (project.path / "reports").iterdir()
    folders = [path for path in there if path.is_dir() and path.name != "latest"]

    assert codes == [4, 4, 4]
    assert len(folders) == 3
    assert project.newest().path in folders


@pytest.mark.parametrize("arguments", [(), ("-n", "2")])
def test_where_nothing_can_be_written_one_line_says_so(
    make_project: MakeProject, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    (tmp_path / "file").touch()
    place = tmp_path / "file" / "reports"
    project = make_project({"journeys/find/fine.yaml": FINE})
    outcome = project.run("journeys", "--reports", str(place), *arguments)

    assert outcome.code == 3, outcome.text
    assert "INTERNALERROR" not in outcome.text
    assert "Traceback" not in outcome.text
    assert (
        f"{place}: no run can be written here: Not a directory. Choose another folder: --reports DIR."
        in outcome.text
    )


@pytest.fixture(scope="module")
def full(make_project: MakeProject) -> Outcome:
    project = make_project({"journeys/find/broken.yaml": BROKEN})
    with (project.path / "conftest.py").open("a", encoding="utf-8") as file:
        file.write(FULL_DISK)
    return project.run("journeys")


@pytest.mark.skipif(os.name == "nt", reason="files cannot be limited there")
def test_a_full_disk_is_the_operators_turn(full: Outcome) -> None:
    assert full.code == 3, full.text
    assert '"Find the sale" was not judged: what happened could not be written to' in full.text
    assert "File too large. Make room or choose another folder" in full.text


def test_what_was_recorded_before_the_disk_was_full_can_be_read(full: Outcome) -> None:
    (visit,) = full.run.read_visits()

    assert visit.ending == "cut short"
    assert full.run.cx_page.is_file()
