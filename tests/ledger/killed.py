"""A ledger's place in, a claim in it without an outcome out: python -m tests.ledger.killed, then kill -9."""

import sys
import time

from harness.ledger import Ledger, Place

from .claims import UNLIMITED, a_claim

if __name__ == "__main__":
    Ledger.open(Place(sys.argv[1], is_server="://" in sys.argv[1])).claim(a_claim("killed"), UNLIMITED)
    print("claimed", flush=True)
    time.sleep(600)
