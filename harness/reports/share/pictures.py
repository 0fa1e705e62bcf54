"""A picture of a visit in, whether it may be shared as it is, and otherwise an unreadable one out."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from PIL import Image, UnidentifiedImageError

from harness.record import StepRecord, VisitRecord
from harness.reports.cx.journey.compared import page_text_of
from harness.reports.share.masking import Masking
from harness.reports.share.personal import typed_in

_UNREADABLE_WIDE_PX = 28
"""So few points that no letter is left, and enough to see where on the page one is."""

_QUALITY = 60
_SHOWN = frozenset({"screenshot", "thumbnail"})


@dataclass(frozen=True)
class Shown:
    """A step whose page a picture shows, with what was typed in its visit until then."""

    visit: VisitRecord
    step: StepRecord

    @property
    def page_text(self) -> str | None:
        """Where what stands on the page is written down."""
        return next((e.file for e in self.step.evidence if e.kind == "aria snapshot" and e.file), None)


@dataclass(frozen=True)
class Pictures:
    """The pictures of a run: one is shown as it is where the words of its page are known and tell nothing."""

    run: Path
    masking: Masking
    shown: Mapping[str, Shown]
    _known: dict[str, bool] = field(default_factory=dict)
    _there: dict[str, bool] = field(default_factory=dict)

    def has(self, file: str) -> bool:
        """Whether it is a picture of this run, and no way out of its folder."""
        if file not in self._there:
            self._there[file] = self._is_there(file)
        return self._there[file]

    def _is_there(self, file: str) -> bool:
        path = self.run / file
        inside = path.resolve().is_relative_to(self.run.resolve())
        return inside and path.is_file() and not path.is_symlink() and _is_picture(path)

    def is_clear(self, file: str) -> bool:
        """Whether a picture shows nothing personal, as far as the words of its page tell."""
        if file not in self._known:
            self._known[file] = self._tells_nothing(file)
        return self._known[file]

    def write(self, file: str, to: Path) -> None:
        """Copy a picture, without anything but what can be seen on it."""
        to.parent.mkdir(parents=True, exist_ok=True)
        if self.is_clear(file):
            to.write_bytes((self.run / file).read_bytes())
            return
        with Image.open(self.run / file) as picture:
            wide, high = picture.size
            few = (_UNREADABLE_WIDE_PX, max(1, round(high * _UNREADABLE_WIDE_PX / wide)))
            picture.draft("RGB", (wide // 8, high // 8))  # decodes no more than is needed
            picture.convert("RGB").resize(few, Image.Resampling.BOX).save(to, quality=_QUALITY)

    def _tells_nothing(self, file: str) -> bool:
        shown = self.shown.get(file)
        try:
            text = self._page_text(file, shown).read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            return False
        if self.masking.knows(text):
            return False
        return "iframe" not in text or bool(shown and not _has_typed(shown))  # frames are not written down

    def _page_text(self, file: str, shown: Shown | None) -> Path:
        """Return where the words of a picture's page are: of an earlier run, beside the picture."""
        if shown is None:
            return page_text_of(self.run / file)
        return self.run / "visits" / shown.visit.id / (shown.page_text or "")


def _has_typed(shown: Shown) -> bool:
    until = [step for step in shown.visit.steps if step.index <= shown.step.index]
    return any(True for _ in typed_in(until))


def _is_picture(path: Path) -> bool:
    try:
        with Image.open(path) as picture:
            return picture.width > 0
    except (OSError, UnidentifiedImageError, Image.DecompressionBombError):
        return False


def shown_in(visits: list[VisitRecord]) -> dict[str, Shown]:
    """Return which step each picture of the run shows."""
    return {
        f"visits/{visit.id}/{piece.file}": Shown(visit, step)
        for visit in visits
        for step in visit.steps
        for piece in step.evidence
        if piece.kind in _SHOWN and piece.file
    }
