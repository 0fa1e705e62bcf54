"""What came into the history from the folders of runs, and what did not, in; sentences for a reader out."""

from collections.abc import Iterator
from typing import NamedTuple


class MadeUp(NamedTuple):
    """What was read from the folders of runs.

    Args:
        kept: How many runs came into the history.
        left: How many older ones are left for the next time.
        unreadable: The names of folders in which what was planned, or how it ended, cannot be read.
    """

    kept: int
    left: int = 0
    unreadable: tuple[str, ...] = ()

    def notices(self) -> Iterator[str]:
        """Yield what the reader of a run should know of it."""
        if self.kept:
            runs = "1 run was" if self.kept == 1 else f"{self.kept} runs were"
            older = f" {self.left} older ones are left. Type: harness history rebuild" if self.left else ""
            yield f"{runs} not in the history yet, and came into it now.{older}"
        yield from self.left_out()

    def left_out(self) -> Iterator[str]:
        """Yield which runs cannot be read, and what to do."""
        if self.unreadable:
            runs = "1 run" if len(self.unreadable) == 1 else f"{len(self.unreadable)} runs"
            names = ", ".join(self.unreadable)
            told = f"{runs} cannot be read and did not come into the history: {names}."
            yield f"{told} Bring back what was in there, or remove it."
