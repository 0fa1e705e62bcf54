"""A visit in, a trace for Playwright's viewer out: its groups are the steps, at their lines of YAML."""

import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import Error as BrowserError

from harness.record import Evidence
from harness.shopper.evidence.collector import Collector, Files, why
from harness.shopper.evidence.cookies import without_cookies

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import BrowserContext, Page

    from harness.shopper.stepping import StepUnderWay

TRACE = "trace.zip"
_TOLD = (".trace", ".network")
"""The files of a trace that tell what happened; the others are what the pages were made of."""
_FILM = "screencast/"
_LOOKS = (".png", ".jpg", ".jpeg", ".webp", ".gif", ".svg", ".ico", ".woff", ".woff2", ".ttf", ".otf")
"""What a page's looks are made of, kept although nobody can find a secret in it; of a PDF, say, not."""
WITHOUT_FILM = "a secret was typed, and the trace's film, which cannot be cleaned of it, was taken out"


@dataclass
class Trace(Collector):
    """Records everything Playwright can. Snapshots cost half as much again: never while times are measured.

    Args:
        base: The folder above the journeys: the files of YAML go into the trace.
        only_stopped: Whether the trace of a visit that went well is thrown away.
    """

    _files: Files
    base: Path
    only_stopped: bool = False
    _context: "BrowserContext | None" = None
    _problem: str = ""

    def start(self, context: "BrowserContext") -> None:
        """Begin the trace."""
        try:
            context.tracing.start(screenshots=True, snapshots=True, sources=True)
            self._context = context
        except BrowserError as error:
            self._problem = why(error)

    def step_begins(self, step: "StepUnderWay") -> None:
        """Open a group at the step's line."""
        if context := self._context:
            file = str(self.base / step.place.file)
            self._try(
                lambda: context.tracing.group(step.name, location={"file": file, "line": step.place.line})
            )

    def step_ends(self, step: "StepUnderWay", page: "Page | None", *, stopped: bool) -> tuple[Evidence, ...]:
        """Close the group."""
        del step, page, stopped
        if self._context:
            self._try(self._context.tracing.group_end)
        return ()

    def stop(self, context: "BrowserContext") -> None:
        """End the trace."""
        if self._context:
            self._try(lambda: context.tracing.stop(path=self._files.drafts / TRACE))

    def files(self, *, stopped: bool) -> tuple[Evidence, ...]:
        """Return the trace without its secrets."""
        if self.only_stopped and not stopped:
            return ()
        draft = self._files.drafts / TRACE
        if not draft.exists():
            return (Evidence(kind="trace", problem=self._problem or "the browser died with it"),)
        kept = self._files.keep("trace", TRACE, lambda file: self._clean(draft, file))
        if self._files.scrubber.knows_any:
            return kept, Evidence(kind="trace", problem=WITHOUT_FILM)
        return (kept,)

    def _try(self, ask: "Callable[[], object]") -> None:
        try:
            ask()
        except BrowserError as error:
            self._problem = why(error)

    def _clean(self, draft: Path, trace: Path) -> None:
        scrubber = self._files.scrubber
        with zipfile.ZipFile(draft) as raw, zipfile.ZipFile(trace, "w", zipfile.ZIP_DEFLATED) as clean:
            for entry in raw.infolist():
                content = raw.read(entry)
                if scrubber.knows_any and not _can_be_cleaned(entry.filename, content):
                    continue
                if entry.filename.endswith(_TOLD):
                    content = without_cookies(content)
                clean.writestr(scrubber.text(entry.filename), scrubber.content(content))


def _can_be_cleaned(name: str, content: bytes) -> bool:
    """Say whether a file of a trace is text, or belongs to the looks of a page."""
    if name.startswith(_FILM):
        return False
    try:
        content.decode()
    except UnicodeDecodeError:
        return name.endswith((*_LOOKS, *_TOLD))
    return True
