"""A ledger's place and a number in, so many processes that claim at once out: python -m tests.ledger.crowd.

They are forked when all is imported, wait for each other, and then each opens the ledger for itself.
"""

import multiprocessing
import sys
from collections.abc import Sequence
from multiprocessing.synchronize import Barrier

import harness.ledger.storage  # noqa: F401 -- imported before the fork, so that each process is light
from harness.database import engines
from harness.ledger import CapReachedError, Ledger, LedgerError, Place

from .claims import THREE_A_DAY, a_claim

CLAIMED, REFUSED, FAILED = range(3)


def _claim(place: Place, number: int, gate: Barrier) -> None:
    gate.wait()
    try:
        ledger = Ledger.open(place)
        ledger.placed(ledger.claim(a_claim(f"visit {number}"), THREE_A_DAY))
    except CapReachedError:
        sys.exit(REFUSED)
    except LedgerError as error:
        sys.stderr.write(f"{error}\n")
        sys.exit(FAILED)
    sys.exit(CLAIMED)


def _crowd(place: Place, how_many: int) -> Sequence[int | None]:
    forking = multiprocessing.get_context("fork")
    gate = forking.Barrier(how_many)
    processes = [forking.Process(target=_claim, args=(place, each, gate)) for each in range(how_many)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    return [process.exitcode for process in processes]


if __name__ == "__main__":
    engines.PATIENCE_S = 300  # that the machine is busy is not what is looked at
    ended = _crowd(Place(sys.argv[1], is_server="://" in sys.argv[1]), int(sys.argv[2]))
    print(*(ended.count(code) for code in (CLAIMED, REFUSED, FAILED)))
