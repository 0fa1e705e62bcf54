"""What is kept in a database: its name, the lock its writers agree on, and the words for its troubles."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Trouble = Literal[
    "damaged",
    "full",
    "disk",
    "locked",
    "no right",
    "cannot open",
    "gone",
    "unreachable",
    "refused",
    "no database",
    "too many",
    "shutting down",
    "certificate",
    "a folder",
    "no folder",
]
"""What may be wrong with a database, whatever it holds."""


class KeepingError(Exception):
    """What is kept cannot be read or written.

    Args:
        sentence: Where it lies, what is wrong, and what to do.
        trouble: What is wrong, where that is known.
    """

    def __init__(self, sentence: str, trouble: Trouble | None = None) -> None:
        super().__init__(sentence)
        self.trouble = trouble


@dataclass(frozen=True)
class Book:
    """One thing that is kept in a database.

    Args:
        name: What it is called: `the ledger`, without the article.
        variable: The variable of the environment that says where it lies.
        file: The name of its file, where nothing is said.
        lock: The number that all who write it agree to lock on a server.
        sentences: What is told of each trouble, with what to do.
        error: What is raised.
        is_strict: Whether it outlives a loss of power to its last line, and is looked through each time.
    """

    name: str
    variable: str
    file: str
    lock: int
    sentences: Mapping[Trouble, str]
    error: type[KeepingError]
    is_strict: bool
