"""What the history is called, where it lies, and what follows from each trouble with it."""

from pathlib import Path

from harness.database.books import Book, KeepingError, Trouble
from harness.database.place import Place, place_of


class HistoryError(KeepingError):
    """The history cannot be read or written; the reports of a run are made all the same."""


HISTORY = Book(
    name="history",
    variable="HARNESS_HISTORY",
    file="history.sqlite",
    lock=0x68_69_73_74_6F_72_79,  # "history"
    sentences={
        "damaged": "the history is damaged. Type: harness history rebuild. On a server, bring back a copy of"
        " it before.",
        "full": "the disk of the history is full. Make room there.",
        "disk": "the disk of the history cannot be written or read. Look at it.",
        "locked": "another process has kept the history locked for too long.",
        "no right": "the history cannot be written. Give this user the right to, or keep it elsewhere:"
        " HARNESS_HISTORY.",
        "gone": "tables of the history are missing. Type: harness history rebuild. On a server, begin an"
        " empty one before.",
    },
    error=HistoryError,
    is_strict=False,
)

PASSING: frozenset[Trouble] = frozenset({"full", "locked"})
"""Troubles after which the same can be done again; what follows for whom is told where it was done."""


def history_place(asked: str, reports: Path) -> Place:
    """Return where the history lies.

    Args:
        asked: What was asked for with `--history`; empty for what HARNESS_HISTORY says, and without that for
            a file in the folder of reports.
        reports: That folder.

    Raises:
        HistoryError: It is an address of something that no history can be kept in.
    """
    return place_of(HISTORY, asked, reports)
