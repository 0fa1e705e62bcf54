"""The folder of the runs and its history in, what keeps names of tickets there and knows them out."""

from pathlib import Path

from harness.findings.model import Decision
from harness.history.book import HistoryError, history_place
from harness.history.history import open_history
from harness.notify.tickets import Decide, NotKeptError, TicketOf


def keeping_in(reports: Path, asked: str = "") -> Decide:
    """Return what keeps decisions in the history of these runs.

    Args:
        reports: Where the runs lie.
        asked: What was asked for with `--history`.
    """

    def decide(decision: Decision) -> None:
        try:
            open_history(history_place(asked, reports), reports).decide(decision)
        except (HistoryError, OSError) as error:
            raise NotKeptError(str(error)) from error

    return decide


def tickets_in(reports: Path, asked: str = "") -> TicketOf:
    """Return what knows the tickets in the history of these runs.

    Args:
        reports: Where the runs lie.
        asked: What was asked for with `--history`.
    """

    def ticket_of(number: int) -> str:
        try:
            lives = open_history(history_place(asked, reports), reports).lives()
        except (HistoryError, OSError):
            return ""
        return next((life.ticket for life in lives if life.number == number), "")

    return ticket_of
