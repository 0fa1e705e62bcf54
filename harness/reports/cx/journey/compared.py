"""A broken step in, its picture beside the last good one out, which is copied into the run."""

import shutil
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from harness.record import StepRecord, VisitRecord
from harness.reports.cx.journey.walked import GoodVisit, Walked, evidence_of, good_ones
from harness.reports.cx.strips import Frame, Picture, shape_of
from harness.reports.cx.words import journey as words

LAST_GOOD = "last-good"
"""The folder, below a run's own, of the pictures of earlier runs: a run's folder is whole by itself."""


@dataclass(frozen=True)
class Compared:
    """The same step now and when it went well.

    Args:
        caption: When that was.
    """

    now: Frame
    good: Picture
    caption: str


def compared(of: Walked, frames: tuple[Frame, ...], run: Path) -> Compared | None:
    """Return the broken step beside its last good picture, or None where there is none of the two.

    Args:
        of: The visit.
        frames: Its strip.
        run: The run's folder; the good picture is copied into it.
    """
    step = of.visit.failed_step()
    if not step:
        return None
    now = next(f for f, s in zip(frames, of.visit.steps, strict=True) if s is step)
    found = next(((good, then) for good in good_ones(of.earlier) if (then := good.step(step))), None)
    if not (now.picture and found):
        return None
    good, then = found
    copied = _copied(good, then, run / LAST_GOOD / of.visit.id)
    if copied is None:
        return None
    return Compared(now, _picture(copied, run, good.visit, now), words.last_good(good.at))


def _copied(good: GoodVisit, then: StepRecord, folder: Path) -> Path | None:
    """Copy a picture of an earlier run; one that cannot be had any more is not shown.

    The page's text goes along where there is one: it tells whether others may see the picture.
    """
    picture = evidence_of(then, "screenshot")
    if not (picture and picture.file):
        return None
    to = folder / picture.file
    try:
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(good.folder / picture.file, to)
    except OSError:
        return to if to.is_file() else None
    text = evidence_of(then, "aria snapshot")
    if text and text.file and (good.folder / text.file).is_file():
        shutil.copyfile(good.folder / text.file, page_text_of(to))
    return to


def page_text_of(picture: Path) -> Path:
    """Return where the text of the page lies that a copied picture shows."""
    return picture.with_suffix(".yaml")


def _picture(copied: Path, run: Path, visit: VisitRecord, now: Frame) -> Picture:
    href = f"../{quote(copied.relative_to(run).as_posix())}"
    return Picture(
        href=href,
        thumbnail=href,
        alt=words.good_picture(now.number, now.name),
        shape=shape_of(visit),
        ring=None,
    )
