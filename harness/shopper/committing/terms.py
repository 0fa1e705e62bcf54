"""What owner and operator allow in, the terms of one visit out: on which it may commit to anything."""

from dataclasses import dataclass, field
from datetime import datetime, tzinfo
from typing import TYPE_CHECKING

from harness.language.safety import NO_CAPS, Caps, ContactHours
from harness.shopper.committing.kill_switch import KillSwitch

if TYPE_CHECKING:
    from collections.abc import Callable

    from harness.ledger import Ledger

CONTACTS_PEOPLE = frozenset({"message"})
"""Levels that somebody who works there reads and answers."""


@dataclass(frozen=True)
class Terms:
    """On which terms a visit may commit to anything.

    Args:
        granted: The levels of commitment this run may reach.
        site: What the ledger calls the site.
        open_ledger: Opens the ledger, when it is needed first.
        zone: The site's time zone: its days are counted, and its hours kept.
        handled: Levels that the shop's people take care of themselves.
    """

    granted: frozenset[str]
    site: str
    open_ledger: "Callable[[], Ledger]"
    zone: tzinfo
    kill_switch: KillSwitch
    caps: Caps = field(default=NO_CAPS)
    contact_hours: tuple[ContactHours, ...] = ()
    handled: tuple[str, ...] = ()

    def closed_for(self, level: str, now: datetime) -> str:
        """Return one plain sentence where people may not be contacted now, else nothing."""
        hours = self.contact_hours
        if not hours or level not in CONTACTS_PEOPLE:
            return ""
        there = now.astimezone(self.zone)
        is_open = any(
            there.weekday() in each.days and each.begin <= there.time() < each.end for each in hours
        )
        told = ", ".join(dict.fromkeys(each.text for each in hours))
        return "" if is_open else f"it is {there:%A %H:%M} there, and people are contacted {told}"
