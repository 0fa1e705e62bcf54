"""A browser that dies is not the site's fault, and the next visit has a fresh one."""

from pathlib import Path

import pytest

from .conftest import MakeProject
from .project import BARE, BROKEN, FINE, Outcome

KILLER = """
import os
import signal
import subprocess
import threading
import pytest

def children(pid):
    told = subprocess.run(["ps", "-o", "pid=", "--ppid", str(pid)], capture_output=True, text=True)
    for child in map(int, told.stdout.split()):
        yield child
        yield from children(child)

def kill_the_browser():
    for pid in list(children(os.getpid())):
        try:
            with open(f"/proc/{pid}/cmdline") as file:
                told = file.read()
        except OSError:
            continue  # the program that listed the processes
        if "--remote-debugging-pipe" in told and "--type=" not in told:  # Debian starts it by a script
            os.kill(pid, signal.SIGKILL)

@pytest.fixture(autouse=True)
def accident(request, shopper):
    deaths = {"once": 1, "twice": 2}.get(request.node.path.stem, 0)
    for number in range(deaths):
        threading.Timer(1.5 + 3 * number, kill_the_browser).start()
    yield
"""


pytestmark = pytest.mark.skipif(not Path("/proc").is_dir(), reason="processes are found in /proc")


@pytest.fixture(scope="module")
def outcome(make_project: MakeProject) -> Outcome:
    files = {
        "journeys/find/once.yaml": BROKEN,
        "journeys/find/twice.yaml": BROKEN,
        "journeys/help/fine.yaml": FINE,
    }
    project = make_project(files, patience_ms=4000)
    with (project.path / "conftest.py").open("a", encoding="utf-8") as file:
        file.write(KILLER)
    return project.run("journeys", *BARE)


def test_a_visit_whose_browser_died_is_walked_anew(outcome: Outcome) -> None:
    visit = outcome.visits["find/once"]
    assert outcome.judgement("find-once--shopper").verdict == "broken"
    assert visit.retries == ("the browser was gone",)
    assert (outcome.run.visit(visit.id) / "lost" / "record.jsonl").exists()


def test_where_it_dies_again_the_visit_is_not_judged(outcome: Outcome) -> None:
    assert outcome.judgement("find-twice--shopper").verdict == "not judged"
    assert "Whose turn: operator." in outcome.text
    assert outcome.code == 1, outcome.text  # the other one is broken


def test_the_next_visit_has_a_fresh_browser(outcome: Outcome) -> None:
    assert "2 failed, 1 passed" in outcome.text
    assert outcome.judgement("help-fine--shopper").verdict == "fine"
