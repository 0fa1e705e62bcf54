"""A visit in, its requests as a HAR file without contents out."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import Error as BrowserError

from harness.record import Evidence
from harness.shopper.evidence.collector import Collector, Files, why
from harness.shopper.evidence.cookies import without_cookies

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext

HAR = "requests.har"


@dataclass
class Har(Collector):
    """Lets Playwright record; contents are left out, because a HAR with them is large and full of secrets."""

    _files: Files
    _problem: str = "nothing was recorded"

    def start(self, context: "BrowserContext") -> None:
        """Begin to record."""
        try:
            context.tracing.start_har(self._files.drafts / HAR, content="omit")
        except BrowserError as error:
            self._problem = why(error)

    def stop(self, context: "BrowserContext") -> None:
        """Write what was recorded."""
        try:
            context.tracing.stop_har()
        except BrowserError as error:
            self._problem = why(error)

    def files(self, *, stopped: bool) -> tuple[Evidence, ...]:
        """Return the file without its secrets."""
        del stopped
        draft = self._files.drafts / HAR
        if not draft.exists():
            return (Evidence(kind="har", problem=self._problem),)
        return (self._files.keep("har", HAR, lambda file: self._clean(draft, file)),)

    def _clean(self, draft: Path, file: Path) -> None:
        file.write_bytes(self._files.scrubber.content(without_cookies(draft.read_bytes())))
