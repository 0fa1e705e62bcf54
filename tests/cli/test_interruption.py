import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
import typer

from harness.cli import main
from tests.cli.conftest import Harness, environment

LONG = """\
journey: Look for ever
steps:
  - step: Search for a shirt
    do:
      - open: /search?q=shirt
    see:
      - heading "Search results"
  - step: Wait for what never comes
    do:
      - click: Search
    see:
      - A pony
"""
PATIENT = "import pytest\n\n\n@pytest.fixture(scope='session')\ndef patience_ms():\n    return 60000\n"


def test_ctrl_c_ends_a_run_with_2_and_leaves_records_and_no_processes(
    project: Path, harness: Harness
) -> None:
    (project / "journeys" / "find" / "shirt.yaml").write_text(LONG)
    (project / "conftest.py").write_text(PATIENT)
    running = _start(project, "run", "--report", "page")
    _wait_for(project, "Wait for what never comes")

    os.killpg(running.pid, signal.SIGINT)  # a terminal sends it to everything it started
    said, complaints = running.communicate(timeout=60)

    assert running.returncode == 2, said
    assert "interrupted: what was walked until now is kept." in said
    assert "Traceback" not in said + complaints
    assert complaints == ""
    assert _alive_in_session(running.pid) == []
    assert "The page for everybody:" in harness("report").stdout


def test_ctrl_c_closes_the_shop_that_was_kept_running(project: Path) -> None:
    running = _start(project, "demo", "--serve", "--defect", "promo-slow")
    assert running.stdout is not None
    welcome = [running.stdout.readline() for _ in range(10)]

    os.killpg(running.pid, signal.SIGINT)
    said, complaints = running.communicate(timeout=30)

    assert welcome[0].startswith("The embedded shop is open:  http://127.0.0.1:")
    assert welcome[2] == "Switched on now:            promo-slow\n"
    assert (running.returncode, said, complaints) == (0, "the shop is closed.\n", "")
    assert _alive_in_session(running.pid) == []


def test_ctrl_c_closes_the_shop_while_its_address_is_still_being_told(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    tell = typer.echo

    def tell_and_be_interrupted(text: str) -> None:
        tell(text)
        if "Ctrl-C closes it." in text:
            signal.raise_signal(signal.SIGINT)

    monkeypatch.setattr(typer, "echo", tell_and_be_interrupted)

    code = main(["demo", "--serve"])

    said, complaints = capfd.readouterr()
    assert (code, said.splitlines()[-1], complaints) == (0, "the shop is closed.", "")
    assert said.count("Ctrl-C closes it.") == 1


def _start(folder: Path, *arguments: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-m", "harness", *arguments],
        cwd=folder,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def _wait_for(folder: Path, step: str, within_s: float = 60) -> None:
    end = time.monotonic() + within_s
    while time.monotonic() < end:
        journals = folder.glob("reports/20*/visits/*/record.jsonl")
        if any(step in journal.read_text() for journal in journals):
            return
        time.sleep(0.1)
    raise TimeoutError(step)


def _alive_in_session(session: int, within_s: float = 5) -> list[str]:
    """Return the programs that still run `within_s` seconds later; the dead that nobody buried do not."""
    end = time.monotonic() + within_s
    while (alive := _session(session)) and time.monotonic() < end:
        time.sleep(0.1)
    return alive


def _session(session: int) -> list[str]:
    table = subprocess.run(
        ["/bin/ps", "-eo", "sess=,stat=,args="], capture_output=True, text=True, check=True
    ).stdout
    rows = [line.split(maxsplit=2) for line in table.splitlines()]
    return [row[2] for row in rows if row[0] == str(session) and not row[1].startswith("Z")]
