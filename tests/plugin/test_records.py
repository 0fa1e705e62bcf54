"""Where a run cannot be written, what was recorded by then can be read, and one clear line is told."""

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from .conftest import MakeProject
from .project import BROKEN, FINE, UNWATCHED, Outcome

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


def test_runs_of_the_same_second_have_folders_of_their_own(make_project: MakeProject) -> None:
    project = make_project({"journeys/find/fine.yaml": "nothing\n"})
    with ThreadPoolExecutor() as pool:
        codes = [run.code for run in pool.map(lambda _: project.run("journeys"), range(2))]
    there = (project.path / "reports").iterdir()
    folders = [path for path in there if path.is_dir() and path.name != "latest"]

    assert codes == [4, 4]
    assert len(folders) == 2
    assert project.newest().path in folders


@pytest.mark.parametrize("arguments", [(), pytest.param(("-n", "2"), marks=pytest.mark.long)])
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
    return project.run("journeys", *UNWATCHED)


@pytest.mark.skipif(os.name == "nt", reason="files cannot be limited there")
def test_a_full_disk_is_the_operators_turn(full: Outcome) -> None:
    assert full.code == 3, full.text
    assert '"Find the sale" was not judged: what happened could not be written to' in full.text
    assert "File too large. Make room or choose another folder" in full.text


def test_what_was_recorded_before_the_disk_was_full_can_be_read(full: Outcome) -> None:
    (visit,) = full.run.read_visits()

    assert visit.ending == "cut short"
    assert full.run.cx_page.is_file()
