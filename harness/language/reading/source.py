"""A path in, the text of the file out, or the reason why there is none."""

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

SIZE_LIMIT_BYTES = 1024 * 1024

# YAML's own line breaks, so that lines are counted as the parser counts them.
_LINE_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
# What is not printable in YAML (1.1, 5.1), which the parser refuses without a line; and what nobody sees.
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\u200b\u2060\ufeff\ufffe\uffff]"
)


class SourceError(Exception):
    """A file whose text cannot be had. `offset` counts characters from the start of `text`."""

    def __init__(self, message: str, text: str = "", offset: int = 0) -> None:
        super().__init__(message)
        self.source_text = text
        self.offset = offset


@dataclass(frozen=True)
class Source:
    """The text of one file, and how the file is called in messages."""

    file: str
    text: str

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines without their breaks."""
        return tuple(_LINE_BREAK.split(self.text))

    def line(self, number: int) -> str:
        """Return a line by its number, counted from 1; empty outside the file."""
        return self.lines[number - 1] if 1 <= number <= len(self.lines) else ""

    def position(self, offset: int) -> tuple[int, int]:
        """Return line and column, counted from 1, of the character at `offset`."""
        before = _LINE_BREAK.split(self.text[:offset])
        return len(before), len(before[-1]) + 1


def read_text(path: Path, root: Path) -> str:
    """Read a file that holds YAML.

    Args:
        path: The file.
        root: The journeys folder: a link that leads out of it would show what is no journey.

    Raises:
        SourceError: The file is too large, cannot be opened, lies elsewhere, or holds no text.
    """
    is_there = path.exists()
    if is_there and not path.resolve().is_relative_to(root.resolve()):
        raise SourceError(f"this is a link that leads out of {root.name}/. Put the file itself here.")
    if is_there and not path.is_file():
        raise SourceError("this is no ordinary file. Put a text file here.")
    try:
        with path.open("rb") as file:
            content = file.read(SIZE_LIMIT_BYTES + 1)
    except OSError as error:
        raise SourceError(
            f"the file cannot be opened: {error.strerror}. Check that it exists and may be read."
        ) from error
    if len(content) > SIZE_LIMIT_BYTES:
        raise SourceError("the file is larger than 1 MiB. Split it: one file is one journey, a page or two.")
    return _decoded(content)


def _decoded(content: bytes) -> str:
    if b"\0" in content:
        raise SourceError("this is not a text file. Save the journey as plain text in UTF-8.")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8-sig", errors="replace")
        raise SourceError(
            f"the file is not in UTF-8: byte 0x{content[error.start]:02X} is none of its characters."
            " Save the file as UTF-8.",
            before,
            len(before),
        ) from error
    unprintable = _UNPRINTABLE.search(text)
    if unprintable:
        raise SourceError(
            f"a character that cannot be seen: U+{ord(unprintable.group()):04X}. Take it out.",
            text,
            unprintable.start(),
        )
    return text
