"""A page that may show secrets in, the same page with each of them blacked out, or the reason why not, out.

Pages tell their texts, and are told which parts to cover: a secret is never handed to a page or a frame.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from harness.shopper.scripts import script

if TYPE_CHECKING:
    from playwright.sync_api import Frame, JSHandle, Page

    from harness.shopper.secrets import Scrubber

_TEXTS = "shown => shown.texts"
_COVER = "(shown, spots) => shown.cover(spots)"
_STILL_COVERED = "shown => shown.isStillCovered()"


class CannotCoverError(Exception):
    """A secret stands where it cannot be blacked out; the message says why."""


@dataclass(frozen=True)
class CoveredFrame:
    """One frame of a page while its picture is taken."""

    frame: "Frame"
    shown: "JSHandle"
    texts: tuple[str, ...]

    @classmethod
    def of(cls, frame: "Frame", scrubber: "Scrubber") -> Self:
        """Black out what a frame shows of secrets.

        Raises:
            CannotCoverError: The browser has no means to.
        """
        shown = frame.evaluate_handle(script("cover"))
        texts: list[str] = shown.evaluate(_TEXTS)
        spots = [(index, *spot) for index, text in enumerate(texts) for spot in _spots(text, scrubber)]
        if spots and not shown.evaluate(_COVER, spots):
            raise CannotCoverError("the page shows a secret, and this browser cannot black it out")
        return cls(frame, shown, tuple(filter(scrubber.knows, texts)))

    def still_holds(self, scrubber: "Scrubber") -> bool:
        """Say whether the page has not drawn a secret anew since."""
        if self.texts and not self.shown.evaluate(_STILL_COVERED):
            return False
        now: list[str] = self.frame.evaluate_handle(script("cover")).evaluate(_TEXTS)
        return tuple(filter(scrubber.knows, now)) == self.texts


def _spots(text: str, scrubber: "Scrubber") -> Iterator[tuple[int, int]]:
    """Yield where secrets stand, counted as JavaScript counts: a sign beyond U+FFFF is two."""
    for begin, end in scrubber.spots(text):
        yield _units(text[:begin]), _units(text[:end])


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", errors="surrogatepass")) // 2


def covered(page: "Page", scrubber: "Scrubber") -> tuple[CoveredFrame, ...]:
    """Black out the secrets in all frames of a page.

    Raises:
        CannotCoverError: The browser has no means to.
    """
    return tuple(CoveredFrame.of(frame, scrubber) for frame in page.frames) if scrubber.knows_any else ()
