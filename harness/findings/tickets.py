"""What somebody gave as a finding's ticket in, what it is called and where it can be looked at out."""

import re
from dataclasses import dataclass

TICKET = "${ticket}"
"""Stands for what a ticket is called."""
_ADDRESS = re.compile(
    r"(?P<before>https?://[^\s/]+/(?:\S*[^\w.~\s-])?)(?P<name>[\w.~-]+)(?P<after>/?)", re.ASCII
)
_NAME = re.compile(r"[\w.~-]+", re.ASCII)


@dataclass(frozen=True)
class TicketAddress:
    """Where a ticket can be looked at; its last word is what it is called, and stands between the others."""

    before: str
    name: str
    after: str


def address_of(ticket: str) -> TicketAddress | None:
    """Return the parts of a ticket's address; None where it is called by a name alone."""
    found = _ADDRESS.fullmatch(ticket)
    return TicketAddress(**found.groupdict()) if found else None


def name_of(ticket: str, page: str = "") -> str:
    """Return what a ticket is called.

    Args:
        ticket: Its name, or its address.
        page: How addresses of tickets look, where that is known: people copy them with more behind the name.
    """
    start = page.partition(TICKET)[0]
    if start and ticket.startswith(start) and (found := _NAME.match(ticket, len(start))):
        return found[0]
    address = address_of(ticket)
    return address.name if address else ticket
