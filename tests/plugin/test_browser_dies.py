"""A browser that dies is not the site's fault, and the next visit has a fresh one."""

from pathlib import Path

import pytest

from .conftest import MakeProject
from .project import BROKEN, FINE, Outcome

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
    if "broken" in request.node.path.name:
        threading.Timer(1.5, kill_the_browser).start()
    yield
"""


pytestmark = pytest.mark.skipif(not Path("/proc").is_dir(), reason="processes are found in /proc")


@pytest.fixture(scope="module")
def outcome(make_project: MakeProject) -> Outcome:
    files = {"journeys/find/broken.yaml": BROKEN, "journeys/help/fine.yaml": FINE}
    project = make_project(files, patience_ms=30_000)
    with (project.path / "conftest.py").open("a", encoding="utf-8") as file:
        file.write(KILLER)
    return project.run("journeys")


def test_the_visit_in_which_it_died_is_not_judged(outcome: Outcome) -> None:
    assert outcome.code == 3, outcome.text
    assert outcome.judgement("find-broken--shopper").verdict == "not judged"
    assert "Whose turn: operator." in outcome.text


def test_the_next_visit_has_a_fresh_browser(outcome: Outcome) -> None:
    assert "1 failed, 1 passed" in outcome.text
    assert outcome.judgement("help-fine--shopper").verdict == "fine"
