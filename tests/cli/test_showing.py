"""Reports, and the trace of a visit, as their user sees them: in her own browser, without a network."""

import os
import shutil
import signal
import subprocess
import sys
import webbrowser
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest
from playwright.sync_api import Playwright, expect

from harness.browser.doctor import ready_browser
from harness.cli.showing import show_reports
from harness.reports.allure import AllureHtml
from harness.reports.allure.gate import Gate
from harness.reports.making import MadeReports
from tests.cli.conftest import Harness, Walked, environment, harness_in
from tests.ctrl_c import hear_ctrl_c
from tests.notify.nights import RUN, made
from tests.reports.cx.records import broken

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


def reports_in(folder: Path, *, in_one_file: bool) -> MadeReports:
    """Make reports whose pages say what they are."""
    reports = made(folder, [broken()])
    allure = reports.page.parent / "allure" / "index.html"
    allure.parent.mkdir()
    allure.write_text("Allure")
    reports.page.write_text("for everybody")
    page = AllureHtml(allure, 1, 6, 1, Gate(()), in_one_file=in_one_file)
    return replace(reports, allure=page)


def test_reports_in_files_are_opened_as_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(webbrowser, "open", opened.append)

    show_reports(reports_in(tmp_path, in_one_file=True))

    assert opened == [(tmp_path / RUN / "index.html").as_uri()]


def test_reports_of_a_very_big_run_are_served(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    read: list[bytes] = []

    def look(opened: str) -> None:
        everybody, testers, _ = (line.split()[-1] for line in capsys.readouterr().out.splitlines())
        assert opened == everybody
        for address in (everybody, testers):
            with urlopen(address, timeout=30) as page:  # noqa: S310 -- our own
                read.append(page.read())
        raise KeyboardInterrupt

    monkeypatch.setattr(webbrowser, "open", look)

    show_reports(reports_in(tmp_path, in_one_file=False))

    assert read == [b"for everybody", b"Allure"]
    assert capsys.readouterr().out == "no longer served.\n"


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
