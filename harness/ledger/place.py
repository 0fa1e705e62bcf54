"""What was asked for in, where the ledger lies out."""

from pathlib import Path

from harness.database.place import Place, place_of
from harness.ledger.book import LEDGER

__all__ = ["Place", "ledger_place"]


def ledger_place(asked: str, reports: Path) -> Place:
    """Return where the ledger lies.

    Args:
        asked: What was asked for with `--ledger`; empty for what HARNESS_LEDGER says, and without that for a
            file in the folder of reports.
        reports: That folder.

    Raises:
        LedgerError: It is an address of something that no ledger can be kept in.
    """
    return place_of(LEDGER, asked, reports)
