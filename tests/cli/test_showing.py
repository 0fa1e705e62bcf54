"""The trace of a visit, as its user sees it: in Playwright's own viewer, without a network."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Playwright, expect

from harness.browser.doctor import ready_browser
from tests.cli.conftest import Harness, Walked, environment, harness_in
from tests.ctrl_c import hear_ctrl_c

VISIT = "latest/find-shirt--laptop"


@pytest.fixture
def copy(walked: Walked, tmp_path: Path) -> Path:
    shutil.copytree(walked[0], tmp_path / "copy", symlinks=True)
    return tmp_path / "copy"


@pytest.fixture
def harness(copy: Path) -> Harness:
    return harness_in(copy)


@pytest.fixture
def serving(copy: Path) -> Iterator["subprocess.Popen[str]"]:
    process = subprocess.Popen(
        [sys.executable, "-m", "harness", "report", "--trace", VISIT],
        cwd=copy,
        env=environment(BROWSER="true"),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        preexec_fn=hear_ctrl_c,  # noqa: PLW1509 -- it does one system call
    )
    yield process
    process.kill()
    process.communicate()


def test_a_trace_is_shown_by_steps_until_ctrl_c(
    serving: "subprocess.Popen[str]", playwright: Playwright
) -> None:
    assert serving.stdout is not None
    address, told = serving.stdout.readline().removeprefix("The trace:").strip(), serving.stdout.readline()
    browser = playwright.chromium.launch(**ready_browser().launch_options())
    page = browser.new_page()
    hosts: set[str | None] = set()
    page.on("request", lambda request: hosts.add(urlsplit(request.url).hostname))

    page.goto(address)
    expect(page.get_by_text("Come to the shop").first).to_be_visible(timeout=30_000)
    expect(page.get_by_text("Search for a shirt").first).to_be_visible()
    browser.close()
    os.killpg(serving.pid, signal.SIGINT)
    said, complaints = serving.communicate(timeout=30)

    assert hosts <= {None, "127.0.0.1"}  # a picture of the shop's page comes out of the trace
    assert (told, said, complaints) == ("Served from here until Ctrl-C.\n", "no longer served.\n", "")
    assert serving.returncode == 0


def test_a_visit_that_kept_no_trace_is_told(copy: Path, harness: Harness) -> None:
    for trace in copy.glob("reports/20*/visits/*/again/trace.zip"):
        trace.unlink()

    done = harness("report", "--trace", VISIT)

    assert (done.returncode, done.stdout) == (4, "")
    assert done.stderr == (
        "the visit find-shirt--laptop kept no trace. To walk it again with one, type:"
        " harness replay latest/find-shirt--laptop --evidence trace\n"
    )
