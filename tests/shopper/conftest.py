"""A shopper for tests, who walks what she is given in a real browser."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from harness.browser.keeper import BrowserKeeper
from harness.language.known.evidence import WantedEvidence
from tests.walking import Walker

if TYPE_CHECKING:
    from playwright.sync_api import Playwright

LEAN = WantedEvidence.of(["lean"])


@pytest.fixture
def walker(browser_keeper: BrowserKeeper, playwright: "Playwright", tmp_path: Path) -> Walker:
    """A shopper who takes no pictures on her way, only of where she was stopped: they are dear."""
    return Walker(browser_keeper, playwright.devices, tmp_path, evidence=LEAN)


@pytest.fixture
def all_evidence(walker: Walker) -> None:
    """Take pictures and the page's text of every step, as in a run."""
    walker.evidence = WantedEvidence()


@pytest.fixture(scope="module")
def walker_of_module(
    browser_keeper: BrowserKeeper, playwright: "Playwright", tmp_path_factory: pytest.TempPathFactory
) -> Walker:
    """A shopper whose walk several tests look at."""
    return Walker(browser_keeper, playwright.devices, tmp_path_factory.mktemp("walks"), evidence=LEAN)
