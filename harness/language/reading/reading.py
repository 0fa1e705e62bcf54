"""A file while it is read: its text, the verbs it may use, and the problems found so far."""

from typing import Protocol

from harness.language.model import Place, Problem
from harness.language.reading.source import Source
from harness.language.vocabulary import Vocabulary

PROBLEM_LIMIT = 20
_WIDEST_LINE = 120
_LONGEST_MESSAGE = 600


class Positioned(Protocol):
    """Anything with a line and a column, counted from 1."""

    @property
    def line(self) -> int:
        """The line."""
        ...

    @property
    def column(self) -> int:
        """The column."""
        ...


class TooManyProblemsError(Exception):
    """A file that is wrong nearly everywhere; reading on would help nobody."""


class Reading:
    """One file while it is read.

    It `misses_verbs` where a faulty file may have them, and `misses_names` where rows that give some could
    not be read.
    """

    def __init__(self, source: Source, vocabulary: Vocabulary | None = None) -> None:
        self.source = source
        self.vocabulary = vocabulary or Vocabulary()
        self.verbs = self.vocabulary.verbs
        self.misses_verbs = False
        self.misses_names = False
        self.problems: list[Problem] = []
        self._told_lines: set[int] = set()

    def place(self, at: Positioned, offset: int = 0) -> Place:
        """Return the place of a node, or of a character in the text of a node."""
        line = self.source.line(at.line)
        opening = line[at.column - 1 : at.column]
        if not offset or opening in {"|", ">"}:
            return Place(self.source.file, at.line, at.column)
        column = at.column + offset + (opening in {"'", '"'})
        return Place(self.source.file, at.line, min(column, len(line) + 1))

    def problem(self, at: Positioned, message: str, offset: int = 0, *, is_echo: bool = False) -> None:
        """Note a problem; an echo where it only follows from those of another file.

        Raises:
            TooManyProblemsError: The file has PROBLEM_LIMIT of them.
        """
        if len(self.problems) >= PROBLEM_LIMIT:
            raise TooManyProblemsError
        if at.line in self._told_lines:
            return
        place = self.place(at, offset)
        if len(self.problems) + 1 == PROBLEM_LIMIT:
            message = f"{message} The file has {PROBLEM_LIMIT} problems or more; the rest is not told."
        found = Problem(place, _one_line(message), snippet(self.source, place), is_echo)
        if found in self.problems:
            return
        self.problems.append(found)
        if len(self.problems) == PROBLEM_LIMIT:
            raise TooManyProblemsError

    def find(self, text: str, after: Place) -> Place:
        """Return where `text` stands at or after a place; the place itself when it is not found."""
        column = after.column
        for number in range(after.line, len(self.source.lines) + 1):
            found = self.source.line(number).find(text, column - 1)
            if found >= 0:
                return Place(self.source.file, number, found + 1)
            column = 1
        return after

    def whole_line_problem(self, at: Positioned, message: str) -> None:
        """Note a problem that leaves nothing else to say about its line."""
        self.problem(at, message)
        self._told_lines.add(at.line)


def _one_line(message: str) -> str:
    """Return a message without line breaks, its middle cut out when it quotes half the file."""
    line = " ".join(message.split())
    return (
        line
        if len(line) <= _LONGEST_MESSAGE
        else f"{line[: _LONGEST_MESSAGE // 2]} … {line[-_LONGEST_MESSAGE // 3 :]}"
    )


def snippet(source: Source, place: Place) -> str:
    """Return the line of a problem with the line before it, and a caret below its column."""
    if not any(source.lines):
        return ""
    width = max(3, len(str(place.line)))
    shown = [f"  > {place.line:>{width}} | {source.line(place.line)[:_WIDEST_LINE]}".rstrip()]
    if place.line > 1:
        shown.insert(
            0, f"    {place.line - 1:>{width}} | {source.line(place.line - 1)[:_WIDEST_LINE]}".rstrip()
        )
    if place.column <= _WIDEST_LINE:
        shown.append(" " * (4 + width + 3 + place.column - 1) + "^")
    return "\n".join(shown)
