"""One embedded shop for all defects, and a shopper who walks this checkout's own journeys in it."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from harness.browser.keeper import BrowserKeeper
from harness.demo.process import DemoShop
from tests.walking import Walker

if TYPE_CHECKING:
    from playwright.sync_api import Playwright


@pytest.fixture(scope="module")
def shop() -> Iterator[DemoShop]:
    with DemoShop.start() as running:
        yield running


@pytest.fixture
def walker(browser_keeper: BrowserKeeper, playwright: "Playwright", tmp_path: Path) -> Walker:
    """A customer who waits three seconds: longer than the shop needs, shorter than its defects."""
    return Walker(browser_keeper, playwright.devices, tmp_path, patience_ms=3000)
