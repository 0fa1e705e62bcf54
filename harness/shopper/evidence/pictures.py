"""A page in, a JPEG of what the customer saw and a thumbnail of it out."""

import base64
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image
from playwright.sync_api import Error as BrowserError

from harness.browser.bounded import TimeIsUp, at_most
from harness.record import Evidence
from harness.shopper.windows import CAPTURE_MS

if TYPE_CHECKING:
    from playwright.sync_api import CDPSession, Page

QUALITY = 60
THUMBNAIL_SCALE = 0.2
TIMEOUT_MS = 5000


class Pictures:
    """Takes the pictures of a visit. A picture that fails is recorded as missing, and fails nothing.

    Chromium's own capture is used where there is one: it takes half the time of the portable way.
    The thumbnail is made from the picture, because a second capture waits for a second frame.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._sessions: dict[Page, CDPSession] = {}

    def take(self, page: "Page", name: str) -> tuple[Evidence, ...]:
        """Take the picture called `name`, with a thumbnail of it."""
        try:
            with at_most(CAPTURE_MS):
                session = self.session(page)
                picture = _capture(session) if session else _portable(page)
            (self._folder / f"{name}.jpg").write_bytes(picture)
        except TimeIsUp:
            return (Evidence(kind="screenshot", problem="the page did not answer"),)
        except (BrowserError, OSError) as error:
            return (Evidence(kind="screenshot", problem=str(error).splitlines()[0]),)
        return Evidence(kind="screenshot", file=f"{name}.jpg"), self._small(picture, f"{name}-thumbnail.jpg")

    def _small(self, picture: bytes, file: str) -> Evidence:
        try:
            (self._folder / file).write_bytes(_thumbnail(picture))
        except OSError as error:
            return Evidence(kind="thumbnail", problem=str(error).splitlines()[0])
        return Evidence(kind="thumbnail", file=file)

    def session(self, page: "Page") -> "CDPSession | None":
        """Return the way to Chromium's own protocol; made early, it still works when the page hangs."""
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


def _capture(session: "CDPSession") -> bytes:
    options = {"format": "jpeg", "quality": QUALITY, "optimizeForSpeed": True}
    return base64.b64decode(session.send("Page.captureScreenshot", options)["data"])


def _thumbnail(picture: bytes) -> bytes:
    with Image.open(BytesIO(picture)) as image:
        small = (round(image.width * THUMBNAIL_SCALE), round(image.height * THUMBNAIL_SCALE))
        image.draft("RGB", small)  # the decoder leaves out what is not needed
        image.thumbnail(small)
        made = BytesIO()
        image.save(made, "JPEG", quality=QUALITY)
    return made.getvalue()
