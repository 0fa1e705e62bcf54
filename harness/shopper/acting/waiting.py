"""What is waited for in, it or nothing out once a customer's patience is over."""

import time
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from playwright.sync_api import Page

POLL_MS = 100

T = TypeVar("T")


def wait_for(page: "Page", look: Callable[[], T | None], *, timeout_ms: int) -> T | None:
    """Look again and again until there is something to return, or the time is over.

    Args:
        page: A tab that is open: while it waits, the browser's events are heard.
        look: Looks once.
        timeout_ms: How long.
    """
    deadline = time.monotonic() + timeout_ms / 1000
    while True:
        found = look()
        if found is not None or time.monotonic() > deadline:
            return found
        page.wait_for_timeout(POLL_MS)
