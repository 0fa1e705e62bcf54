"""A visit about to begin in, begun once it is its turn at the site out."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from harness.pace import SiteTurns
from harness.shopper.pacing import POLL_MS, pace_of, waiting_told

if TYPE_CHECKING:
    from harness.language.model import Site

TURNS = ".pace"
"""The folder beside the runs where processes tell each other whose turn it is."""


def turns_at(site: "Site", address: str, *, reports: Path) -> SiteTurns:
    """Return the turns of a site, which all runs share that are written to the same folder."""
    pace = pace_of(site, address)
    return SiteTurns.at(
        reports / TURNS,
        urlsplit(address).netloc,
        visits_at_once=pace.visits_at_once,
        page_loads=pace.page_loads_a_minute,
    )


@contextmanager
def turn_to_visit(turns: SiteTurns, folder: Path) -> Iterator[int]:
    """Wait until a visit may begin, and hold its turn meanwhile; the journal in its folder tells so.

    Yields:
        How many milliseconds it has waited.
    """
    began = time.monotonic()
    with waiting_told(folder) as told:
        while (turn := turns.visit()) is None:
            told(round((time.monotonic() - began) * 1000))
            time.sleep(POLL_MS / 1000)
    try:
        yield round((time.monotonic() - began) * 1000)
    finally:
        turn.give_back()
