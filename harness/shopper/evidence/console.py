"""What pages wrote to their console and stopped with in, a text file of it out."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from harness.record import Evidence
from harness.shopper.evidence.collector import Collector, Files

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, ConsoleMessage, WebError

    from harness.shopper.clock import VisitClock

MOST = 500
LONGEST = 2000


@dataclass
class Console(Collector):
    """Keeps the first lines: what comes first is the cause, and a page that writes for ever ends nowhere."""

    _files: Files
    _clock: "VisitClock"
    _lines: list[str] = field(default_factory=list)

    def start(self, context: "BrowserContext") -> None:
        """Listen in every page."""
        context.on("console", self._take)
        context.on("weberror", self._take_error)

    def stop(self, context: "BrowserContext") -> None:
        """Listen no longer."""
        context.remove_listener("console", self._take)
        context.remove_listener("weberror", self._take_error)

    def files(self, *, stopped: bool) -> tuple[Evidence, ...]:
        """Return the file, if anything was written at all."""
        del stopped
        if not self._lines:
            return ()
        more = ["... and more, which is not kept"] if len(self._lines) == MOST else []
        return (self._files.keep_text("console", "console.txt", "\n".join([*self._lines, *more, ""])),)

    def _take(self, message: "ConsoleMessage") -> None:
        where = message.location
        place = f"  ({where['url']}:{where['lineNumber'] + 1})" if where.get("url") else ""
        self._note(message.type, f"{message.text}{place}")

    def _take_error(self, error: "WebError") -> None:
        thrown = error.error
        self._note("stopped with", getattr(thrown, "stack", None) or str(thrown))

    def _note(self, kind: str, text: str) -> None:
        if len(self._lines) < MOST:
            self._lines.append(f"{self._clock.now_ms():>7} ms  {kind}: {text[:LONGEST]}")
