"""The ledger of a site in, whether it can be written to, and how much of each cap is left today, out."""

import os
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from harness.judge.words import how_many
from harness.language.known.commitments import COMMITTING
from harness.language.safety import NO_CAPS, Caps
from harness.ledger import Allowance, Entry, Ledger, LedgerError, Place, Wanted, holds_a_place, ledger_place
from harness.plugin.books import key_of
from harness.plugin.run import EMBEDDED
from harness.preflight.model import Errand, Look, Sign

NAMES = {"order": "orders", "return": "returns", "message": "messages", "account": "accounts"}
_NEW = (
    "Right before a first run. If there were runs before, name their ledger: --ledger, or HARNESS_LEDGER."
    " With a new one nobody knows what they have left."
)


def caps_of(errand: Errand) -> Caps:
    """Return the caps that hold at a site."""
    return errand.site.safety.caps or (NO_CAPS if errand.site.address == EMBEDDED else Caps())


def look_at_ledger(errand: Errand, asked: str) -> Look:
    """Look whether what is committed to can be written down, and what was by now.

    Args:
        errand: What the preflight is about.
        asked: Where the ledger lies, as `--ledger` says; empty for the usual place.
    """
    levels = [level for level in COMMITTING if any(v.journey.commits == level for v in errand.visits)]
    if not levels:
        return Look("ledger", Sign.GOOD, "No journey commits to anything that would be written down.")
    try:
        place = ledger_place(asked, errand.reports)
        if not place.exists():
            return Look("ledger", Sign.WARNING, f"{place.shown} is not there yet.", _NEW)
        ledger = Ledger.open(place)
        return _told(_Kept(errand, place, ledger), levels)
    except LedgerError as error:
        return Look("ledger", Sign.HERE, str(error), "Without it nothing is committed to.")


@dataclass(frozen=True)
class _Kept:
    """What a ledger holds of a site."""

    errand: Errand
    place: Place
    ledger: Ledger

    def today(self) -> Sequence[Entry]:
        """Return what takes up room below the caps of today."""
        zone = self.errand.site.timezone
        tz = ZoneInfo(zone) if zone else datetime.now().astimezone().tzinfo or UTC
        since = Allowance(caps_of(self.errand), tz).day_begins(datetime.now(UTC))
        entries = self.ledger.entries(Wanted(site=key_of(self.errand.address), since=since))
        return [entry for entry in entries if holds_a_place(entry)]

    def debts(self) -> int:
        """Return how much is left to be taken back."""
        return len(self.ledger.debts(key_of(self.errand.address), self.errand.site.safety.handled))


def _told(kept: _Kept, levels: Sequence[str]) -> Look:
    if not kept.place.is_server and not os.access(kept.place.path, os.W_OK):
        remedy = "Make it writable: without it nothing is committed to."
        return Look("ledger", Sign.HERE, f"{kept.place.shown} cannot be written.", remedy)
    done, caps = Counter(entry.claim.level for entry in kept.today()), caps_of(kept.errand)
    counted = ", ".join(_of(done[level], caps.a_day(level), NAMES[level]) for level in levels)
    sentence = f"{kept.place.shown} is there. Today: {counted}."
    if debts := kept.debts():
        remedy = "Look at them and settle them: harness ledger"
        return Look("ledger", Sign.WARNING, f"{sentence} {how_many(debts, 'debt')} left.", remedy)
    if not kept.ledger.entries():
        return Look("ledger", Sign.WARNING, f"{sentence} It is empty.", _NEW)
    return Look("ledger", Sign.GOOD, sentence)


def _of(done: int, most: int | None, what: str) -> str:
    return f"{done} {what}" if most is None else f"{done} of {most} {what}"
