"""Why a commitment may not be made, or the ledger cannot be used: each one plain sentence and the remedy."""

from harness.database.books import KeepingError


class RefusedError(Exception):
    """A claim was refused, and nothing was written: what it stands for must not be done."""


class CapReachedError(RefusedError):
    """The site's owner allows no more of it.

    Args:
        cap: The key of the site file: `orders per day`.
        sentence: What is used up, and by how much.
    """

    def __init__(self, cap: str, sentence: str) -> None:
        super().__init__(sentence)
        self.cap = cap


class AlreadyDoneError(RefusedError):
    """This visit of this run has already claimed for this step."""


class OutcomeUnknownError(RefusedError):
    """The same journey may already have done it: look that up at the shop first.

    Args:
        numbers: The entries to look up.
        sentence: Which one it is.
    """

    def __init__(self, numbers: tuple[int, ...], sentence: str) -> None:
        super().__init__(sentence)
        self.numbers = numbers


class LedgerError(KeepingError):
    """The ledger cannot be read or written, so nothing may be committed to."""
