"""A person with a browser whose doings are recorded."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pytest

from harness.browser.hosts import AllowedHosts
from harness.browser.keeper import BrowserKeeper
from harness.recorder.notebook import Notebook
from harness.recorder.session import Session
from tests.recorder.person import Person

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext

Begin = Callable[[str], Person]


@pytest.fixture
def begin(browser_keeper: BrowserKeeper) -> Iterator[Begin]:
    """Return a function that begins a recording at an address."""
    opened: list[BrowserContext] = []

    def at(address: str) -> Person:
        context = browser_keeper.context(
            AllowedHosts.of(address), {"viewport": {"width": 1280, "height": 720}, "locale": "en-US"}
        )
        opened.append(context)
        session = Session(context, Notebook())
        session.start(address)
        return Person(session)

    yield at
    for context in opened:
        context.close()
