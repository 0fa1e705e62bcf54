"""A page of the shop in, an error page in its place out."""

import re
from collections.abc import Callable
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Route

    from harness.mutate.model import Mutation

ERROR_PAGE = "<!doctype html><title>Error</title><h1>Something went wrong</h1>"


def answer_with_error_page(
    context: "BrowserContext", mutation: "Mutation", applied: Callable[[], object]
) -> None:
    """Answer for the shop wherever a page with this path is asked for; the shop does not hear of it."""

    def answer(route: "Route") -> None:
        if route.request.resource_type != "document" or route.request.frame.parent_frame:
            route.fallback()
            return
        applied()
        route.fulfill(status=500, content_type="text/html; charset=utf-8", body=ERROR_PAGE)

    context.route(lambda url: shape(urlsplit(url).path) == mutation.path, answer)


def shape(path: str) -> str:
    """Return a path with `#` for digits, as the script in the page tells it."""
    return re.sub(r"\d+", "#", path)[:60]
