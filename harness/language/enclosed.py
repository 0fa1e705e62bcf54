"""A path as a journey writes it in, the file below the journeys folder out; never one outside."""

import os
from collections.abc import Iterator
from itertools import islice
from pathlib import Path, PurePosixPath, PureWindowsPath

from harness.grammar.near import nearest
from harness.language.folder import SUFFIXES

MOST_NAMED = 1000
"""Files that are looked through for the one that was meant."""
_EXAMPLE = "such as: files/shirt.jpg"


class NoSuchFileError(ValueError):
    """A path that leads to no file a journey may use; the message says why, and what to do."""


def file_below(root: Path, text: str) -> Path:
    """Return the file that a journey names.

    Args:
        root: The journeys folder.
        text: Its path from there: `files/shirt.jpg`.

    Raises:
        NoSuchFileError: It leads out of the folder, or to nothing.
    """
    if _leads_out(text):
        near = _near(root, text)
        remedy = f'Did you mean "{near}"?' if near else f"Put the file into that folder, {_EXAMPLE}"
        raise NoSuchFileError(f'"{text}" leads out of {root.name}/, where paths begin. {remedy}')
    if any(part.startswith(".") for part in PurePosixPath(text).parts):
        raise NoSuchFileError(
            f'"{text}" is hidden, as files with secrets are. Give it a name without "." first.'
        )
    path = root / text
    if not _is_file(path):
        raise NoSuchFileError(f'there is no file "{text}" below {root.name}/. {_remedy(root, text)}')
    if not path.resolve().is_relative_to(root.resolve()):
        raise NoSuchFileError(
            f'"{text}" is a link that leads out of {root.name}/. Put the file itself into that folder.'
        )
    return path


def _leads_out(text: str) -> bool:
    windows = PureWindowsPath(text)
    is_whole = bool(windows.drive or windows.root) or text.startswith("~")
    return is_whole or ".." in windows.parts


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # a name that no disk could hold
        return False


def _near(root: Path, text: str) -> str | None:
    """Return the file of the same name, or of a similar path."""
    known = list(islice(_files(root), MOST_NAMED))
    name = PurePosixPath(text).name.casefold()
    return next((each for each in known if PurePosixPath(each).name.casefold() == name), nearest(text, known))


def _remedy(root: Path, text: str) -> str:
    near = _near(root, text)
    return f'Did you mean "{near}"?' if near else f"Put it there, and write its path, {_EXAMPLE}"


def _files(root: Path) -> Iterator[str]:
    for folder, subfolders, names in os.walk(root):
        subfolders[:] = sorted(name for name in subfolders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith(".") and not name.lower().endswith(SUFFIXES):
                yield Path(folder, name).relative_to(root).as_posix()
