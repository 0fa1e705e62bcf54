"""What the YAML parser raised in, where and why it stopped out, in the words that explanations ask for."""

from dataclasses import dataclass
from typing import Protocol

import yaml

from harness.language.reading.source import Source


class _Mark(Protocol):
    @property
    def line(self) -> int: ...
    @property
    def column(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Spot:
    """A position in a file, counted from 1."""

    line: int
    column: int


class Fault(Exception):  # noqa: N818 -- the author's, not ours
    """Text that is no YAML; its sentence names the remedy."""

    def __init__(self, line: int, column: int, message: str) -> None:
        super().__init__(message)
        self.line = line
        self.column = column


def spot(mark: _Mark | None) -> Spot:
    """Return the position of one of the parser's marks, which count from 0."""
    return Spot(mark.line + 1, mark.column + 1) if mark else Spot(1, 1)


class Stop:
    """Where and why the parser stopped, in the words the explanations ask for."""

    def __init__(self, error: yaml.MarkedYAMLError, source: Source, last: yaml.Event | None) -> None:
        self.problem: str = error.problem or ""
        self.context: str = error.context or ""
        at = spot(error.problem_mark or error.context_mark)
        self.begin = spot(error.context_mark) if error.context_mark else at
        self.source = source
        # At the end of the file the parser stops below the last line.
        self.is_at_end = not source.line(at.line)[at.column - 1 :].strip() and not any(
            line.strip() for line in source.lines[at.line :]
        )
        self.line, self.column = at.line, at.column
        self.rest = source.line(at.line)[at.column - 1 :]
        self.character = self.rest[:1]
        self.scalar = last if isinstance(last, yaml.ScalarEvent) else None
        self.last = spot(last.start_mark) if last else at
