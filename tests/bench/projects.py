"""Folders for whole commands to run in: journeys as a team has them, and tests as developers write them."""

import json
import shutil
from collections.abc import Iterator
from itertools import count, cycle, islice
from pathlib import Path

from harness.browser.found import BrowserFound
from harness.demo.journeys_root import journeys_root
from harness.language.folder import is_journey, journey_paths

TEN_STEPS = Path(__file__).with_name("shop") / "journeys"
_BY_HAND = """\
import pytest

from tests.bench.shop.by_hand import walk
from tests.bench.shop.own_evidence import OwnEvidence


@pytest.mark.parametrize("number", range({times}))
def test_by_hand(page, tmp_path, number):
    evidence = OwnEvidence(page, tmp_path, takes_pictures=True)
    evidence.start()
    walk(page, {address!r}, evidence.after_step, closes_banner=False)
    evidence.finish()
"""
_FIRST_PAGE = """\
from playwright.sync_api import expect


def test_first_page(page):
    page.goto({address!r})
    expect(page.get_by_role("heading", name="Here")).to_be_visible()
"""
_FIRST_PAGE_JOURNEY = """\
journey: Open the first page
steps:
  - step: Open it
    do:
      - open: /
    see:
      - heading "Here"
"""
_CONFTEST = """\
import pytest


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    return {{**browser_type_launch_args, **{options!r}}}
"""


def ten_steps(folder: Path, address: str, browser: BrowserFound, *, times: int = 1) -> Path:
    """Write a project with the ten steps as a journey and as a test by hand, both for a shop that runs."""
    shutil.copytree(TEN_STEPS, folder / "journeys")
    _point_to(address, folder)
    journey = folder / "journeys" / "buy" / "ten-steps.yaml"
    rows = "".join(f'  - {{time: "{number}"}}\n' for number in range(times))
    journey.write_text(journey.read_text("utf-8").replace("steps:", f"for each:\n{rows}steps:", 1), "utf-8")
    return _with_tests(folder, _BY_HAND.format(address=address, times=times), browser)


def first_page(folder: Path, address: str, browser: BrowserFound) -> Path:
    """Write a project that only opens one page, as a journey and as a test by hand."""
    (folder / "journeys" / "find").mkdir(parents=True)
    shutil.copy(TEN_STEPS / "site.yaml", folder / "journeys")
    _point_to(address, folder)
    (folder / "journeys" / "find" / "first-page.yaml").write_text(_FIRST_PAGE_JOURNEY, "utf-8")
    return _with_tests(folder, _FIRST_PAGE.format(address=address), browser)


def many_journeys(folder: Path, number: int) -> Path:
    """Write a project with the embedded shop's journeys, each as often as it takes to be so many."""
    root = journeys_root()
    shutil.copytree(root, folder / "journeys", ignore=_only_shared)
    for each, copy in zip(islice(cycle(journey_paths(root)), number), count(), strict=False):
        target = folder / "journeys" / each.relative_to(root).with_stem(f"{each.stem}-{copy:04}")
        target.parent.mkdir(exist_ok=True)
        shutil.copy(each, target)
    return _with_settings(folder)


def the_journeys(folder: Path) -> Path:
    """Write a project with the embedded shop's journeys, each once."""
    shutil.copytree(journeys_root(), folder / "journeys")
    return _with_settings(folder)


def without_journeys(folder: Path) -> Path:
    """Write a project that has nothing to do with us."""
    folder.mkdir()
    (folder / "test_of_its_own.py").write_text("def test_of_its_own():\n    pass\n", "utf-8")
    return _with_settings(folder)


def _only_shared(folder: str, names: list[str]) -> Iterator[str]:
    root = journeys_root()
    return (
        name for name in names if (Path(folder) / name).is_file() and is_journey(Path(folder, name), root)
    )


def _point_to(address: str, folder: Path) -> None:
    site = folder / "journeys" / "site.yaml"
    site.write_text(site.read_text("utf-8").replace("address: demo", f"address: {address}"), "utf-8")


def _with_tests(folder: Path, test: str, browser: BrowserFound) -> Path:
    tests = folder / "by_hand"
    tests.mkdir()
    (tests / "test_by_hand.py").write_text(test, "utf-8")
    options = json.loads(json.dumps(browser.launch_options(), default=str))
    (tests / "conftest.py").write_text(_CONFTEST.format(options=options), "utf-8")
    return _with_settings(folder)


def _with_settings(folder: Path) -> Path:
    (folder / "pytest.ini").write_text("[pytest]\n", "utf-8")
    return folder
