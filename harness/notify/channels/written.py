"""A text and its file in, the file out: never half of it."""

import os
from pathlib import Path

from harness.notify.model import FileError


def write_file(file: Path, text: str) -> str:
    """Write a file and return where it is.

    Raises:
        FileError: It cannot be written.
    """
    draft = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        draft.write_text(text, encoding="utf-8")
        draft.replace(file)
    except OSError as error:
        raise FileError(f"{file} cannot be written: {error.strerror}") from error
    return str(file)
