"""The trace of a visit, as its user sees it: in Playwright's own viewer, without a network."""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Request, expect

from tests.cli.conftest import Harness, Walked, environment, harness_in

VISIT = "latest/find-shirt--laptop"


@pytest.fixture
def copy(walked: Walked, tmp_path: Path) -> Path:
    shutil.copytree(walked[0], tmp_path / "copy", symlinks=True)
    return tmp_path / "copy"


@pytest.fixture
def harness(copy: Path) -> Harness:
    return harness_in(copy)


def test_a_trace_is_shown_by_steps_until_ctrl_c(copy: Path, browser: Browser) -> None:
    serving = subprocess.Popen(
        [sys.executable, "-m", "harness", "report", "--trace", VISIT],
        cwd=copy,
        env=environment(BROWSER="true"),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert serving.stdout is not None
    address = serving.stdout.readline().removeprefix("The trace:").strip()
    page = browser.new_page()
    asked: list[Request] = []
    page.on("request", asked.append)

    page.goto(address)
    expect(page.get_by_text("Come to the shop").first).to_be_visible(timeout=30_000)
    expect(page.get_by_text("Search for a shirt").first).to_be_visible()
    outside = [
        request.url for request in asked if not request.url.startswith(address.partition("/viewer")[0])
    ]
    page.close()
    os.killpg(serving.pid, signal.SIGINT)
    said, complaints = serving.communicate(timeout=30)

    assert all(url.startswith(("data:", "blob:", "http://127.0.0.1:")) for url in outside)
    assert (serving.returncode, said, complaints) == (
        0,
        "Served from here until Ctrl-C.\nno longer served.\n",
        "",
    )


def test_a_visit_that_kept_no_trace_is_told(copy: Path, harness: Harness) -> None:
    for trace in copy.glob("reports/20*/visits/*/again/trace.zip"):
        trace.unlink()

    done = harness("report", "--trace", VISIT)

    assert (done.returncode, done.stdout) == (4, "")
    assert done.stderr == (
        "the visit find-shirt--laptop kept no trace. To walk it again with one, type:"
        " harness replay latest/find-shirt--laptop --evidence trace\n"
    )
