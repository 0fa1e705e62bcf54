"""A broken step and the last good visit in, the two pictures and what differs as one attachment out."""

import base64
import json
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageChops, UnidentifiedImageError

from harness.record import StepRecord, VisitRecord
from harness.record.journal import RecordError, read_visit

IMAGE_DIFF = "application/vnd.allure.image.diff"
NAME = "Last good | now"
PICTURE_LIMIT_BYTES = 500_000
"""Bigger pictures are not compared: each is in Allure's page three times over."""

VISIBLE = 24
"""A pixel differs when it is so many of 255 steps of grey apart: JPEG alone makes fewer."""

_RED = (217, 45, 32)
_FADED = 0.75


@dataclass(frozen=True)
class Pictures:
    """The same step twice, as JPEG."""

    good: bytes
    now: bytes


def last_good_and_now(visit: VisitRecord, folder: Path, good: Path) -> tuple[StepRecord, Pictures] | None:
    """Return the step that broke with its picture and that of a good visit before.

    None where either has no picture, or the journey had no such step then.

    Args:
        visit: What was walked now.
        folder: Where its evidence lies.
        good: The folder of a good visit before.
    """
    step = visit.failed_step()
    if step is None:
        return None
    try:
        passed = (each for each in read_visit(good).steps if each.outcome == "passed")
        then = next((each for each in passed if each.name == step.name), None)
    except RecordError:
        return None
    pictures = _read(good, then), _read(folder, step)
    return (step, Pictures(*pictures)) if all(pictures) else None


def _read(folder: Path, step: StepRecord | None) -> bytes:
    """Return a step's picture; nothing where there is none, or a very big one."""
    name = step.picture() if step else None
    file = folder / name if name else None
    if file is None or not file.is_file() or file.stat().st_size > PICTURE_LIMIT_BYTES:
        return b""
    return file.read_bytes()


def image_diff(pictures: Pictures) -> str | None:
    """Return what Allure shows as a comparison; None where the pictures have not the same size."""
    try:
        good, now = (Image.open(BytesIO(each)).convert("RGB") for each in (pictures.good, pictures.now))
    except (UnidentifiedImageError, OSError):
        return None
    if good.size != now.size:
        return None
    told = {"expected": pictures.good, "actual": pictures.now, "diff": _marked(good, now)}
    return json.dumps({name: _as_address(picture) for name, picture in told.items()})


def _marked(good: Image.Image, now: Image.Image) -> bytes:
    """Return the picture of now, faded, with what differs in red."""
    differs = ImageChops.difference(good, now).convert("L").point(lambda grey: 255 * (grey >= VISIBLE))
    faded = Image.blend(now.convert("L").convert("RGB"), Image.new("RGB", now.size, "white"), _FADED)
    faded.paste(_RED, mask=differs)
    written = BytesIO()
    faded.save(written, "JPEG", quality=60)
    return written.getvalue()


def _as_address(picture: bytes) -> str:
    return f"data:image/jpeg;base64,{base64.b64encode(picture).decode()}"
