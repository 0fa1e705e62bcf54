"""A page on which a step failed in, what it says of itself and who answered for it out."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from playwright.sync_api import Error as BrowserError

from harness.shopper.scripts import script

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page, Request, Response

TEXT_LONGEST = 600
NODES_MOST = 5000
FRAMES_MOST = 10
HEADER_LONGEST = 120
TELLING_HEADERS = frozenset(
    {
        "server",
        "retry-after",
        "www-authenticate",
        "cf-mitigated",
        "cf-ray",
        "x-amzn-waf-action",
        "x-datadome",
        "x-dd-b",
        "x-kasada-challenge",
        "x-sucuri-block",
        "x-vercel-mitigated",
    }
)
"""What tells who answered, and whether a protection against robots did. Cookies are never kept."""


@dataclass(frozen=True)
class PageFacts:
    """What a page shows, without any secret; empty where the page does not say."""

    title: str = ""
    heading: str = ""
    text: str = ""
    frames: tuple[str, ...] = ()
    errors: tuple[str, ...] = ()
    headers: dict[str, str] = field(default_factory=dict)


def look_at(page: "Page", scrub: "Callable[[str], str]", *, readable: bool) -> PageFacts:
    """Look at a page once, at the moment a step fails.

    Args:
        page: The page.
        scrub: Takes secrets out of a text.
        readable: Whether the page answers at all; one that hangs would never end this look.
    """
    headers = {name: scrub(value)[:HEADER_LONGEST] for name, value in _headers(page).items()}
    said = _said(page) if readable else {}
    if not said:
        return PageFacts(headers=headers)
    inner = [frame.url for frame in page.frames[1:]]
    frames = dict.fromkeys(_address(url) for url in (*said["frames"], *inner))
    return PageFacts(
        title=scrub(said["title"]),
        heading=scrub(said["heading"]),
        text=scrub(said["text"]),
        frames=tuple(scrub(url) for url in frames if url)[:FRAMES_MOST],
        errors=tuple(scrub(text) for text in said["errors"]),
        headers=headers,
    )


def _said(page: "Page") -> dict[str, Any]:
    try:
        asking = f"(limits) => ({script('health')})({script('troubles')}, limits)"
        said: dict[str, Any] = page.evaluate(asking, {"longest": TEXT_LONGEST, "most": NODES_MOST})
    except BrowserError:  # the page went away meanwhile: what it showed stays unknown
        return {}
    return said


def _headers(page: "Page") -> dict[str, str]:
    """Return the telling headers of the last document this page was given."""
    try:
        answers = [_answer(page, request) for request in reversed(page.requests())]
    except BrowserError:
        return {}
    newest = next(filter(None, answers), None)
    return {name: newest.headers[name] for name in TELLING_HEADERS & newest.headers.keys()} if newest else {}


def _answer(page: "Page", request: "Request") -> "Response | None":
    if not request.is_navigation_request() or request.frame != page.main_frame:
        return None
    return request.existing_response


def _address(url: str) -> str:
    """Return an address without its details, which may hold keys."""
    return url.partition("?")[0].partition("#")[0][:200] if url.startswith("http") else ""
