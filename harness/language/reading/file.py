"""A file in, what a reader makes of its content out, with every problem found on the way."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from harness.language.folder import shown_as
from harness.language.model import Problem
from harness.language.reading.document import read_nodes
from harness.language.reading.nodes import Node
from harness.language.reading.reading import Reading, TooManyProblemsError
from harness.language.reading.source import Source, SourceError, read_text
from harness.language.reading.stops import Spot
from harness.language.vocabulary import Vocabulary

T = TypeVar("T")


@dataclass(frozen=True)
class ReadFile(Generic[T]):
    """What a file says. With problems, `content` is None or only good for finding more of them."""

    reading: Reading
    content: T | None

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All problems of the file, in the order of their places."""
        return tuple(sorted(self.reading.problems, key=lambda found: (found.place.line, found.place.column)))


def read_file(
    path: Path, *, root: Path, read: Callable[[Node, Reading], T], vocabulary: Vocabulary | None = None
) -> ReadFile[T]:
    """Read a file.

    Args:
        path: The file.
        root: The journeys folder.
        read: Makes something of its content, and notes what is wrong with it.
        vocabulary: The verbs it may use; by default those of the language.
    """
    shown = shown_as(path, root)
    try:
        reading = Reading(Source(shown, read_text(path, root)), vocabulary)
    except SourceError as error:
        source = Source(shown, error.source_text)
        reading = Reading(source, vocabulary)
        reading.problem(Spot(*source.position(error.offset)), str(error))
        return ReadFile(reading, None)
    try:
        node = read_nodes(reading)
        return ReadFile(reading, None if node is None else read(node, reading))
    except TooManyProblemsError:
        return ReadFile(reading, None)
