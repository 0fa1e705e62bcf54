"""A page in, a JPEG of what the customer saw and a thumbnail of it out."""

import base64
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import Error as BrowserError

from harness.record import Evidence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from playwright.sync_api import CDPSession, Page

    from harness.record import EvidenceKind

QUALITY = 60
THUMBNAIL_SCALE = 0.2
TIMEOUT_MS = 5000


class Pictures:
    """Takes the pictures of a visit. A picture that fails is recorded as missing, and fails nothing.

    Chromium's own capture is used where there is one: it takes half the time of the portable way,
    and gives thumbnails.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._sessions: dict[Page, CDPSession] = {}

    def take(self, page: "Page", name: str) -> tuple[Evidence, ...]:
        """Take the picture called `name`, with a thumbnail where the browser can."""
        return tuple(self._taken(page, name))

    def _taken(self, page: "Page", name: str) -> "Iterator[Evidence]":
        session = self._session(page)
        if session is None:
            yield self._save("screenshot", f"{name}.jpg", lambda: _portable(page))
            return
        yield self._save("screenshot", f"{name}.jpg", lambda: _capture(session, {}))
        size = page.viewport_size or {"width": 1280, "height": 720}
        clip = {"clip": {"x": 0, "y": 0, **size, "scale": THUMBNAIL_SCALE}}
        yield self._save("thumbnail", f"{name}-thumbnail.jpg", lambda: _capture(session, clip))

    def _save(self, kind: "EvidenceKind", file: str, take: "Callable[[], bytes]") -> Evidence:
        try:
            (self._folder / file).write_bytes(take())
        except (BrowserError, OSError) as error:
            return Evidence(kind=kind, problem=str(error).splitlines()[0])
        return Evidence(kind=kind, file=file)

    def _session(self, page: "Page") -> "CDPSession | None":
        if page.context.browser is None or page.context.browser.browser_type.name != "chromium":
            return None
        if page not in self._sessions:
            try:
                self._sessions[page] = page.context.new_cdp_session(page)
            except BrowserError:  # the page is gone: the portable way tells so in its own words
                return None
        return self._sessions[page]


def _portable(page: "Page") -> bytes:
    return page.screenshot(type="jpeg", quality=QUALITY, scale="css", timeout=TIMEOUT_MS)


def _capture(session: "CDPSession", clip: "Mapping[str, object]") -> bytes:
    options = {"format": "jpeg", "quality": QUALITY, "optimizeForSpeed": True, **clip}
    return base64.b64decode(session.send("Page.captureScreenshot", options)["data"])
