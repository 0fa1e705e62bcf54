"""A page in, a JPEG of what the customer saw and a thumbnail of it out."""

import base64
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from playwright.sync_api import Error as BrowserError

from harness.browser.bounded import TimeIsUp, at_most
from harness.record import Evidence
from harness.shopper.evidence.collector import Collector, Files, why
from harness.shopper.evidence.covering import CannotCoverError, covered
from harness.shopper.protocol import Protocol

if TYPE_CHECKING:
    from playwright.sync_api import CDPSession, Page

    from harness.language.known.evidence import WantedEvidence
    from harness.shopper.stepping import StepUnderWay

QUALITY = 60
THUMBNAIL_SCALE = 0.2
TIMEOUT_MS = 5000
COVERED_AT_MOST = 3
"""How often a picture is taken again because the page has drawn a secret anew meanwhile."""


@dataclass
class Pictures(Collector):
    """Takes the pictures of a visit. A picture that fails is recorded as missing, and fails nothing.

    Chromium's own capture is used where there is one: it takes half the time of the portable way.
    The thumbnail is made from the picture, because a second capture waits for a second frame.
    """

    _files: Files
    _wanted: "WantedEvidence"
    _protocol: Protocol

    def step_ends(self, step: "StepUnderWay", page: "Page | None", *, stopped: bool) -> tuple[Evidence, ...]:
        """Take the picture of a step."""
        if page is None or not self._wanted.of_step("pictures", stopped=stopped):
            return ()
        return self.take(page, step.picture)

    def take(self, page: "Page", name: str) -> tuple[Evidence, ...]:
        """Take the picture called `name`, with a thumbnail of it."""
        try:
            with at_most(TIMEOUT_MS):
                picture = self._picture(page)
        except TimeIsUp:
            return (Evidence(kind="screenshot", problem="the page did not answer"),)
        except (BrowserError, CannotCoverError) as error:
            return (Evidence(kind="screenshot", problem=why(error)),)
        kept = self._files.keep("screenshot", f"{name}.jpg", lambda file: file.write_bytes(picture))
        if kept.problem:
            return (kept,)
        small = f"{name}-thumbnail.jpg"
        return kept, self._files.keep("thumbnail", small, lambda file: file.write_bytes(_thumbnail(picture)))

    def _picture(self, page: "Page") -> bytes:
        """Take a picture on which every secret is blacked out.

        Raises:
            CannotCoverError: The page draws a secret anew faster than it can be covered.
        """
        session, scrubber = self._protocol.line_to(page), self._files.scrubber
        for _ in range(COVERED_AT_MOST):
            frames = covered(page, scrubber)
            picture = _capture(session) if session else _portable(page)
            if all(frame.still_holds(scrubber) for frame in frames):
                return picture
        raise CannotCoverError("the page draws a secret anew faster than it can be blacked out")


def _portable(page: "Page") -> bytes:
    return page.screenshot(type="jpeg", quality=QUALITY, scale="css", timeout=TIMEOUT_MS)


def _capture(session: "CDPSession") -> bytes:
    options = {"format": "jpeg", "quality": QUALITY, "optimizeForSpeed": True}
    return base64.b64decode(session.send("Page.captureScreenshot", options)["data"])


def _thumbnail(picture: bytes) -> bytes:
    from PIL import Image  # noqa: PLC0415 -- the first page need not wait for it

    with Image.open(BytesIO(picture)) as image:
        small = (round(image.width * THUMBNAIL_SCALE), round(image.height * THUMBNAIL_SCALE))
        image.draft("RGB", small)  # the decoder leaves out what is not needed
        image.thumbnail(small)
        made = BytesIO()
        image.save(made, "JPEG", quality=QUALITY)
    return made.getvalue()
