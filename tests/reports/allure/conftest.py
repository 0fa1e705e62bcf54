"""The browser that opens Allure's pages."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Playwright

from harness.browser.doctor import ready_browser


@pytest.fixture(scope="session")
def shell(playwright: Playwright) -> Iterator[Browser]:
    browser = playwright.chromium.launch(**ready_browser().launch_options())
    yield browser
    browser.close()
