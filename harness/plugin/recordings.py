"""pytest-playwright's wishes for traces and videos in, files in the visit's folder out.

A visit opens its own browser context, so pytest-playwright's recorder never sees it. Here its options
`--tracing` and `--video` are kept, and no secret gets into a file.
"""

import tempfile
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from playwright.sync_api import Error as BrowserError

from harness.browser.bounded import TimeIsUp, at_most

if TYPE_CHECKING:
    import pytest
    from playwright.sync_api import BrowserContext

    from harness.shopper.secrets import Scrubber

FINISHING_MS = 60_000
"""A trace of a long visit is big."""
TRACE, VIDEO = "trace.zip", "video.webm"
_ONLY_FAILED = "retain-on-failure"


@dataclass(frozen=True)
class Recordings:
    """What is recorded of one visit besides its record.

    Args:
        tracing: `on`, `off` or `retain-on-failure`.
        video: The same.
        folder: The visit's folder.
    """

    tracing: str
    video: str
    folder: Path

    @classmethod
    def of(cls, config: "pytest.Config", folder: Path) -> "Recordings":
        """Return what the operator asked for."""
        return cls(config.getoption("--tracing"), config.getoption("--video"), folder)

    def context_options(self) -> dict[str, Any]:
        """Return what the browser context needs to know."""
        return {} if self.video == "off" else {"record_video_dir": str(self.folder)}

    def start(self, context: "BrowserContext") -> None:
        """Begin the trace."""
        if self.tracing != "off":
            context.tracing.start(screenshots=True, snapshots=True, sources=True)

    def finish(self, context: "BrowserContext", scrubber: "Scrubber", *, failed: bool) -> None:
        """Close the context and leave in the folder what is to be kept.

        Args:
            context: The visit's browser context; its browser may have died.
            scrubber: Takes secrets out of the trace. A video cannot be cleaned: with a secret there is none.
            failed: Whether the visit failed.
        """
        with tempfile.TemporaryDirectory(prefix="mystery-shopper-") as private:
            draft = Path(private) / TRACE
            try:
                with at_most(FINISHING_MS):
                    if self.tracing != "off":
                        context.tracing.stop(path=draft)
                    context.close()
            except (BrowserError, TimeIsUp):  # the browser died: what it had not handed over is lost
                pass
            if draft.exists() and (failed or self.tracing != _ONLY_FAILED):
                _scrub(draft, self.folder / TRACE, scrubber)
        self._name_videos(keep=not scrubber.knows_any and (failed or self.video != _ONLY_FAILED))

    def _name_videos(self, *, keep: bool) -> None:
        for number, video in enumerate(sorted(self.folder.glob("*.webm"), key=_written_at), start=1):
            if keep:
                video.replace(self.folder / (VIDEO if number == 1 else f"video-{number}.webm"))
            else:
                video.unlink()


def _scrub(draft: Path, trace: Path, scrubber: "Scrubber") -> None:
    with zipfile.ZipFile(draft) as raw, zipfile.ZipFile(trace, "w", zipfile.ZIP_DEFLATED) as clean:
        for entry in raw.infolist():
            clean.writestr(entry.filename, scrubber.content(raw.read(entry)))


def _written_at(video: Path) -> int:
    return video.stat().st_mtime_ns
