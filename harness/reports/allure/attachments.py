"""Evidence of a visit in, what Allure attaches out; a capture that failed is shown, never dropped."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from allure_commons.model2 import Attachment

from harness.record import Evidence
from harness.record.visit import AGAIN
from harness.reports.allure.model import AttachedFile

# Names differ from any step's: Allure turns a step into its attachment when both are named alike.
SHOWN = {
    "screenshot": "Screenshot: what the customer saw",
    "aria snapshot": "Page text after this step",
    "download": "File that was downloaded",
    "console": "Console: what the pages' programs wrote",
    "requests": "Requests: failed, slow, whose",
    "har": "Requests as HAR",
    "trace": "Trace of the browser",
    "video": "Video of the visit",
}

# The trace is a plain zip on purpose: Allure offers its own trace type to a viewer on the internet.
MEDIA_TYPES = {
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".png": "image/png",
    ".webp": "image/webp",
    ".zip": "application/zip",
    ".webm": "video/webm",
    ".mp4": "video/mp4",
    ".pdf": "application/pdf",
    ".csv": "text/csv",
    ".bin": "application/octet-stream",
    ".har": "application/json",
    ".json": "application/json",
}


@dataclass(frozen=True)
class Attached:
    """What one piece of evidence becomes: a link in the step, a file to copy, or what is missing."""

    link: Attachment | None
    file: AttachedFile | None
    missing: str | None


def attached(visit_id: str, folder: Path, evidence: Iterable[Evidence]) -> tuple[Attached, ...]:
    """Attach each piece; thumbnails are in the description already."""
    return tuple(_attach(visit_id, folder, piece) for piece in evidence if piece.kind in SHOWN)


def _attach(visit_id: str, folder: Path, piece: Evidence) -> Attached:
    source = folder / piece.file if piece.file else None
    if source is None or not source.is_file():
        problem = piece.problem or "the file is gone"
        return Attached(None, None, f"No {piece.kind}: {problem}")
    below = PurePosixPath(piece.file or "")
    second = AGAIN in below.parts
    file_name = f"{visit_id}-{'-'.join((*below.parts[:-1], below.stem))}-attachment{below.suffix}".replace(
        "/", "-"
    )
    media_type = MEDIA_TYPES.get(below.suffix.lower(), "text/plain")
    name = f"{SHOWN[piece.kind]}, second walk" if second else SHOWN[piece.kind]
    link = Attachment(name=name, source=file_name, type=media_type)
    return Attached(link, AttachedFile(source, file_name), None)
