"""A little Internet for tests of where she may go, and one browser that looks at it."""

from collections.abc import Iterator

import pytest

from harness.browser.gate.doorkeeper import Doorkeeper
from harness.browser.keeper import BrowserKeeper

from .internet import Internet, internet_of_tests


@pytest.fixture(scope="session")
def whole_internet() -> Iterator[Internet]:
    with internet_of_tests() as internet:
        yield internet


@pytest.fixture
def internet(whole_internet: Internet) -> Internet:
    whole_internet.forget()
    return whole_internet


@pytest.fixture(scope="session")
def keeper(browser_keeper: BrowserKeeper, whole_internet: Internet) -> Iterator[BrowserKeeper]:
    doors = Doorkeeper(whole_internet.resolve, whole_internet.ways)
    keeper = BrowserKeeper(browser_keeper.found, browser_keeper.launch, browser_keeper.own_browser, doors)
    yield keeper
    keeper.close()
