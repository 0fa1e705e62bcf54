"""A frame of Python in, the line that called from there out: in a walked journey, the line of the YAML."""

from pathlib import Path
from typing import TYPE_CHECKING

from harness.record import Place

if TYPE_CHECKING:
    from types import FrameType

    from harness.language.model import Place as PlaceInFile


def calling_line(frame: "FrameType | None", *, base: Path, otherwise: "PlaceInFile") -> Place:
    """Return the line that called the function of a frame.

    Args:
        frame: The frame of the function.
        base: The folder that places are told relative to.
        otherwise: What is told where an interpreter knows no frames.
    """
    caller = frame.f_back if frame else None
    if caller is None:
        return Place(file=otherwise.file, line=otherwise.line)
    path = Path(caller.f_code.co_filename)
    file = path.relative_to(base) if path.is_relative_to(base) else path
    return Place(file=file.as_posix(), line=caller.f_lineno)
