"""Which entries of the ledger are asked for."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Wanted:
    """What entries must be like; what is None is not asked.

    Args:
        number: Their number.
        site: Their site.
        run: The id of their run.
        marker: Their marker.
        since: Claimed then or later.
        until: Claimed before then.
        is_left: Only those that were neither undone nor settled; what was never placed is among them.
    """

    number: int | None = None
    site: str | None = None
    run: str | None = None
    marker: str | None = None
    since: datetime | None = None
    until: datetime | None = None
    is_left: bool = False
