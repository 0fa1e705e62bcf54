"""A ledger's place in, claims in it without an outcome out: python -m tests.ledger.killed, then kill -9.

It tells each claim once it is made. With a second word it goes on to the next one, else it waits.
"""

import sys
import time
from itertools import count

from harness.ledger import Ledger, Place

from .claims import UNLIMITED, a_claim

if __name__ == "__main__":
    ledger = Ledger.open(Place(sys.argv[1], is_server="://" in sys.argv[1]))
    for number in count():
        visit = "-".join(("killed", *sys.argv[2:], str(number)))
        ledger.claim(a_claim(visit, journey=visit), UNLIMITED)
        print(visit, flush=True)
        if not sys.argv[2:]:
            time.sleep(600)
