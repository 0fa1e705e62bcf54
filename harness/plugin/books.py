"""Where the ledger was asked to be in, the ledgers of a run out, each opened when it is needed first."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from harness.ledger import Ledger, Place

LEDGER = "ledger.sqlite"


@dataclass
class Books:
    """The ledger of the operator's sites, and one for the embedded shop, which is gone when the run is.

    Args:
        asked: What `--ledger` says.
        reports: Where runs are written.
        folder: Returns the run's own folder.
    """

    asked: str
    reports: Path
    folder: Callable[[], Path]
    _open: "dict[str, Ledger]" = field(default_factory=dict)

    @property
    def place(self) -> "Place":
        """Where the ledger lies."""
        return self._place(self.asked)

    def ledger(self) -> "Ledger":
        """Open the ledger.

        Raises:
            LedgerError: It cannot be used.
        """
        return self._opened(self.asked)

    def of_embedded_shop(self) -> "Ledger":
        """Open the ledger of the embedded shop, in the folder of the run.

        Raises:
            LedgerError: It cannot be used.
        """
        return self._opened(str(self.folder() / LEDGER))

    def _opened(self, asked: str) -> "Ledger":
        from harness.ledger import Ledger  # noqa: PLC0415 -- few runs commit, and a database takes a while

        if asked not in self._open:
            self._open[asked] = Ledger.open(self._place(asked))
        return self._open[asked]

    def _place(self, asked: str) -> "Place":
        from harness.ledger import ledger_place  # noqa: PLC0415 -- the same

        return ledger_place(asked, self.reports)


def key_of(address: str) -> str:
    """Return what the ledger calls a site: its host, whatever the site file calls it."""
    return urlsplit(address).netloc.casefold()
