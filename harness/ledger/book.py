"""What the ledger is called, and what follows from each trouble with it."""

from harness.database.books import Book
from harness.ledger.trouble import LedgerError

LEDGER = Book(
    name="ledger",
    variable="HARNESS_LEDGER",
    file="ledger.sqlite",
    lock=0x6C_65_64_67_65_72,  # "ledger"
    sentences={
        "damaged": "the ledger is damaged. Bring back your copy of it; until then nothing may be"
        " committed to.",
        "full": "the disk is full, so nothing may be committed to. Make room there.",
        "disk": "the disk cannot be written or read. Look at it: nothing may be committed to until then.",
        "no right": "the ledger cannot be written. Give this user the right to, or keep it elsewhere:"
        " HARNESS_LEDGER.",
        "gone": "the ledger was there and is gone, or is no ledger. Bring it back before anything is"
        " committed to.",
    },
    error=LedgerError,
    is_strict=True,
)
