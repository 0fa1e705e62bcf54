"""The strips of news in, their pictures as an e-mail holds them out: small, with a frame where it stopped."""

from base64 import b64encode
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw, ImageOps, UnidentifiedImageError

from harness.notify.model import Frame, InlinePicture, News

_WIDE_PX, _HIGH_PX = 240, 320
_MOST_BYTES = 600_000
"""Mail servers refuse large mails; 30 pictures of this size stay far below what the strictest take."""
_AIR_PX, _LINE_PX = 5, 3
_RED, _AMBER = "#b3261e", "#9a6700"


def pictures_of(news: News) -> tuple[InlinePicture, ...]:
    """Return the pictures of all strips; one that cannot be read is left out, and told by its step's name."""
    found: list[InlinePicture] = []
    room = _MOST_BYTES
    for frame in (frame for piece in news.pieces for frame in piece.strip):
        jpeg = _small(frame) if frame.picture else b""
        room -= len(jpeg)
        if jpeg and room > 0:
            found.append(InlinePicture(cid=frame.cid, jpeg=b64encode(jpeg).decode()))
    return tuple(found)


def _small(frame: Frame) -> bytes:
    try:
        with Image.open(Path(frame.picture)) as opened:
            picture = opened.convert("RGB")
    except (OSError, UnidentifiedImageError):
        return b""
    picture.thumbnail((_WIDE_PX, _HIGH_PX))
    if frame.ring:
        left, top, width, height = (
            part * whole / 100 for part, whole in zip(frame.ring, picture.size * 2, strict=True)
        )
        right, bottom = left + width + _AIR_PX, top + height + _AIR_PX
        ring = (max(0, left - _AIR_PX), max(0, top - _AIR_PX), right, bottom)
        ImageDraw.Draw(picture).rectangle(ring, outline=_RED if frame.is_stop else _AMBER, width=_LINE_PX)
    if frame.is_stop:
        picture = ImageOps.expand(picture, border=4, fill=_RED)
    written = BytesIO()
    picture.save(written, "JPEG", quality=60)
    return written.getvalue()
