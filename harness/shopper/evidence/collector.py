"""What every kind of evidence has in common: when it is asked, and where its files go."""

import shutil
import tempfile
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import Error as BrowserError

from harness.record import Evidence

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import BrowserContext, Page

    from harness.record import EvidenceKind
    from harness.shopper.secrets import Scrubber
    from harness.shopper.stepping import StepUnderWay


class Collector:
    """One kind of evidence. A kind overrides what it needs, and fails nothing but itself."""

    def start(self, context: "BrowserContext") -> None:
        """Begin, before the first page is opened."""

    def step_begins(self, step: "StepUnderWay") -> None:
        """Hear that a step begins."""

    def step_ends(self, step: "StepUnderWay", page: "Page | None", *, stopped: bool) -> tuple[Evidence, ...]:
        """Return what shows the step, which failed when `stopped`; `page` is the newest of the visit."""
        del step, page, stopped
        return ()

    def stop(self, context: "BrowserContext") -> None:
        """End; the context is closed after this."""

    def files(self, *, stopped: bool) -> tuple[Evidence, ...]:
        """Return what shows the whole visit, once the context is closed."""
        del stopped
        return ()


@dataclass
class Files:
    """Where evidence lies: drafts in a private folder, and what is kept in the visit's, without secrets."""

    folder: Path
    scrubber: "Scrubber"
    _made: list[Path] = field(default_factory=list)

    @cached_property
    def drafts(self) -> Path:
        """A folder that nobody else reads, for files that may still hold secrets."""
        made = Path(tempfile.mkdtemp(prefix="mystery-shopper-"))
        self._made.append(made)
        return made

    def keep_text(self, kind: "EvidenceKind", name: str, text: str) -> Evidence:
        """Write a text without its secrets."""
        return self.keep(kind, name, lambda file: file.write_text(self.scrubber.text(text), "utf-8"))

    def keep(self, kind: "EvidenceKind", name: str, write: "Callable[[Path], object]") -> Evidence:
        """Let `write` make a file of the visit; what goes wrong is told in its place."""
        try:
            write(self.folder / name)
        except (BrowserError, OSError) as error:
            return Evidence(kind=kind, problem=why(error))
        return Evidence(kind=kind, file=name)

    def clear(self) -> None:
        """Remove the drafts."""
        for made in self._made:
            shutil.rmtree(made, ignore_errors=True)


def why(error: Exception) -> str:
    """Return why a capture failed: the first line of its error."""
    return next(iter(str(error).splitlines()), type(error).__name__)
