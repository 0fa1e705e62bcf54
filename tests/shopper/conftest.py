"""A shopper for tests, who walks what she is given in a real browser."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from harness.browser.keeper import BrowserKeeper
from tests.walking import Walker

if TYPE_CHECKING:
    from playwright.sync_api import Playwright


@pytest.fixture
def walker(browser_keeper: BrowserKeeper, playwright: "Playwright", tmp_path: Path) -> Walker:
    return Walker(browser_keeper, playwright.devices, tmp_path)


@pytest.fixture(scope="module")
def walker_of_module(
    browser_keeper: BrowserKeeper, playwright: "Playwright", tmp_path_factory: pytest.TempPathFactory
) -> Walker:
    """A shopper whose walk several tests look at."""
    return Walker(browser_keeper, playwright.devices, tmp_path_factory.mktemp("walks"))
