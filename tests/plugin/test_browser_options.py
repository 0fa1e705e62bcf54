"""The options of pytest-playwright take effect on journeys, or say clearly why they cannot."""

import json
import os
import zipfile

import pytest

from .conftest import MakeProject
from .project import BARE, BROKEN, FINE, UNWATCHED, Outcome, Project

PHONE = """
journey: Say which browser
steps:
  - step: Open the shop
    do:
      - open: /
    see:
      - 412 wide
      - text /Android 14; Pixel 7.* MysteryShopper/
"""


@pytest.fixture(scope="module")
def project(make_project: MakeProject) -> Project:
    return make_project(
        {
            "journeys/find/fine.yaml": FINE,
            "journeys/find/broken.yaml": BROKEN,
            "journeys/help/phone.yaml": PHONE,
        }
    )


@pytest.fixture(scope="module")
def phone(project: Project) -> Outcome:
    return project.run("journeys/help", "--device", "Pixel 7", "--slowmo", "400", *BARE)


def test_a_device_takes_effect_and_the_shopper_still_says_who_she_is(phone: Outcome) -> None:
    assert phone.code == 0, phone.text
    assert phone.visits["help/phone"].persona.device == "Pixel 7"


def test_slow_motion_slows_the_visit_down(phone: Outcome) -> None:
    assert phone.visits["help/phone"].steps[0].duration_ms >= 400


@pytest.mark.parametrize(
    "workers", [(), pytest.param(("-n", "2"), marks=pytest.mark.long)], ids=["alone", "workers"]
)
def test_an_unknown_device_is_refused(project: Project, workers: tuple[str, ...]) -> None:
    outcome = project.run("journeys/help", "--device", "Pixel 77", *workers)

    assert outcome.code == 4
    assert 'unknown device "Pixel 77". Did you mean "Pixel 7"?' in outcome.text


@pytest.fixture(scope="module")
def recorded(project: Project) -> Outcome:
    return project.run("journeys/find", "--tracing", "retain-on-failure", *BARE)


def test_a_trace_lies_in_the_folder_of_the_visit(recorded: Outcome) -> None:
    trace = recorded.run.visit("find-broken--shopper") / "trace.zip"

    with zipfile.ZipFile(trace) as entries:
        assert "trace.trace" in entries.namelist()


def test_a_trace_is_kept_of_failed_visits_only_where_that_is_wanted(recorded: Outcome) -> None:
    assert not (recorded.run.visit("find-fine--shopper") / "trace.zip").exists()


def test_a_video_lies_in_the_folder_of_the_visit_or_the_run_says_what_is_missing(project: Project) -> None:
    outcome = project.run("journeys/find/fine.yaml", "--video", "on", *BARE)
    video = outcome.run.visit("find-fine--shopper") / "video.webm"

    if outcome.code == 0:
        assert video.stat().st_size > 0
    else:
        assert outcome.code == 3, outcome.text
        assert "Playwright's ffmpeg, which writes videos, is missing." in outcome.text


@pytest.mark.skipif(bool(os.environ.get("DISPLAY")), reason="there is a display")
def test_a_window_without_a_display_is_told_clearly(project: Project) -> None:
    outcome = project.run("journeys/find/fine.yaml", "--headed")

    assert outcome.code == 3, outcome.text
    assert "Traceback" not in outcome.text
    assert "there is no screen to show a window on. Leave out --headed, or use xvfb-run." in outcome.text


def test_a_browser_that_is_not_there_is_told_clearly(project: Project) -> None:
    nowhere = {
        "PLAYWRIGHT_BROWSERS_PATH": str(project.path / "no-browsers"),
        "PLAYWRIGHT_DOWNLOAD_HOST": "http://127.0.0.1:9",
    }
    outcome = project.run("journeys/find/fine.yaml", "--browser", "firefox", environ=nowhere)

    assert outcome.code == 3, outcome.text
    assert "no firefox was found. Tried:" in outcome.text
    assert "Traceback" not in outcome.text


def test_two_browsers_in_one_run_are_refused(project: Project) -> None:
    outcome = project.run("journeys/find/fine.yaml", "--browser", "chromium", "--browser", "firefox")

    assert outcome.code == 4
    assert "journeys are walked in one browser at a time: give --browser once a run." in outcome.text


@pytest.fixture(scope="module")
def slow(make_project: MakeProject) -> Project:
    """A project in which a journey was over its budget in the two runs before."""
    project = make_project(
        {"journeys/find/slow.yaml": FINE.replace("step: Open", "within: 1ms\n    step: Open")}
    )
    first = project.run("journeys", *BARE)
    assert first.code == 0, first.text
    for name in ("2001-01-01-000000", "2001-01-02-000000"):
        past = first.run.path.with_name(name) / "visits/find-slow--shopper"
        past.mkdir(parents=True)
        (past.parent.parent / "run.json").write_text(json.dumps({}), encoding="utf-8")
        judged = first.run.visit("find-slow--shopper") / "judgement.json"
        (past / "judgement.json").write_bytes(judged.read_bytes())
    return project


def test_what_is_slow_again_and_again_fails_where_the_operator_wants_it(slow: Project) -> None:
    outcome = slow.run("journeys", "--fail-on", "slow", *BARE)

    assert outcome.code == 1, outcome.text
    assert outcome.judgement("find-slow--shopper").findings[0].confidence == "certain"


def test_a_gate_that_is_closed_fails_where_the_operator_wants_it(slow: Project) -> None:
    outcome = slow.run("journeys", "--fail-on", "gate", "--report", "full", *UNWATCHED)

    assert outcome.code == 1, outcome.text
    assert "Quality gate: not passed; over their limits: 1." in outcome.text


def test_a_gate_that_nobody_can_ask_is_not_passed(slow: Project) -> None:
    outcome = slow.run("journeys", "--fail-on", "gate", "--report", "page", *UNWATCHED)

    assert outcome.code == 3, outcome.text
    assert "--fail-on gate needs Allure's report, and there is none" in outcome.text
