"""The pages of a visit in, a video of each out."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from playwright.sync_api import Error as BrowserError

from harness.record import Evidence
from harness.shopper.evidence.collector import Collector, Files, why

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import BrowserContext, Page

WITH_A_SECRET = "a secret was typed, and a video cannot be cleaned of it"  # noqa: S105 -- a sentence


@dataclass
class Video(Collector):
    """Films each page from the moment it opens. A video cannot be scrubbed: with a secret there is none.

    Args:
        only_stopped: Whether the video of a visit that went well is thrown away.
    """

    _files: Files
    only_stopped: bool = False
    _filmed: "dict[Page, Path]" = field(default_factory=dict)
    _problems: list[str] = field(default_factory=list)

    def start(self, context: "BrowserContext") -> None:
        """Film every page that opens."""
        context.on("page", self._film)

    def stop(self, context: "BrowserContext") -> None:
        """Finish the films of the pages that are still open."""
        context.remove_listener("page", self._film)
        for page in context.pages:
            try:
                page.screencast.stop()
            except BrowserError as error:
                self._problems.append(why(error))

    def files(self, *, stopped: bool) -> tuple[Evidence, ...]:
        """Return the films."""
        if self.only_stopped and not stopped:
            return ()
        if self._files.scrubber.knows_any:
            return (Evidence(kind="video", problem=WITH_A_SECRET),)
        drafts = [draft for draft in self._filmed.values() if draft.exists()]
        if not drafts:
            return (Evidence(kind="video", problem=next(iter(self._problems), "nothing was filmed")),)
        return tuple(
            self._files.keep("video", "video.webm" if number == 1 else f"video-{number}.webm", draft.rename)
            for number, draft in enumerate(drafts, start=1)
        )

    def _film(self, page: "Page") -> None:
        draft = self._files.drafts / f"{len(self._filmed) + 1}.webm"
        try:
            page.screencast.start(path=draft)
        except BrowserError as error:
            self._problems.append(why(error))
        else:
            self._filmed[page] = draft
