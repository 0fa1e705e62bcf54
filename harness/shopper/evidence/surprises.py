"""Events of the browser in, what came unasked for out: dialogs, files, pages that crashed."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from harness.shopper.evidence.noise import Noise

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Download, Page

    from harness.shopper.clock import VisitClock
    from harness.shopper.evidence.dialogs import Dialogs

MOST = 50
LONGEST = 300


@dataclass
class Surprises:
    """Collects what came unasked for."""

    clock: "VisitClock"
    dialogs: "Dialogs"
    crashed: "list[Page]" = field(default_factory=list)
    _downloads: list[Noise] = field(default_factory=list)

    def start(self, context: "BrowserContext") -> None:
        """Listen in every page of the context; before the first one is opened."""
        context.on("dialog", self.dialogs.on_dialog)
        context.on("download", self._on_download)
        context.on("page", self._on_page)

    def stop(self, context: "BrowserContext") -> None:
        """Listen no longer, except to dialogs: an unanswered one would keep the page from closing."""
        context.remove_listener("download", self._on_download)
        context.remove_listener("page", self._on_page)

    def downloads_since(self, at_ms: int) -> tuple[str, ...]:
        """Return the names of the files that came since a moment of the visit."""
        return tuple(download.text for download in self._downloads if download.at_ms >= at_ms)

    def asked_for(self) -> None:
        """Know that the last file came because the journey asked for it: no surprise."""
        self._downloads[-1:] = []

    def _on_download(self, download: "Download") -> None:
        self._note(self._downloads, download.suggested_filename[:LONGEST])

    def _on_page(self, page: "Page") -> None:
        page.on("crash", self._on_crash)

    def _on_crash(self, page: "Page") -> None:
        self.crashed.append(page)

    def _note(self, kept: list[Noise], text: str) -> None:
        if len(kept) < MOST:
            kept.append(Noise(self.clock.now_ms(), text))
