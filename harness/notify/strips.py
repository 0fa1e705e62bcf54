"""A visit in the folder of its run in, its last steps as a message shows them out."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from harness.judge import Judgement
from harness.notify.model import Frame
from harness.record import VisitRecord
from harness.reports.cx.strips import Frame as PageFrame
from harness.reports.cx.strips import strip

MOST = 5
"""Pictures of one walk: the way to where it ended, and the place."""


def strip_of(visit: VisitRecord, judgement: Judgement, run: Path, prefix: str) -> tuple[Frame, ...]:
    """Return the frames of a visit up to where it ended, the last few of them.

    Args:
        visit: The visit.
        judgement: What it means.
        run: The folder of the run, where its pictures are.
        prefix: Tells the pictures of several strips in one mail apart.
    """
    files = {path.relative_to(run).as_posix() for path in (run / "visits" / visit.id).glob("*.jpg")}
    return tuple(_frames(strip(visit, judgement, files), run, prefix))[-MOST:]


def _frames(frames: tuple[PageFrame, ...], run: Path, prefix: str) -> Iterator[Frame]:
    for frame in frames:
        picture, mark = frame.picture, frame.mark
        ring = picture.ring if picture else None
        yield Frame(
            number=frame.number,
            name=frame.name,
            picture=str(run / unquote(picture.href)) if picture else "",
            word=mark.word if mark else "",
            alt=picture.alt if picture else frame.absent,
            is_stop=frame.is_end,
            ring=(ring.left, ring.top, ring.width, ring.height) if ring else None,
            cid=f"{prefix}-{frame.number}",
        )
        if frame.is_end:
            return
