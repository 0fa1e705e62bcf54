"""The findings of a run in, what the ticket system is told out: new tickets, comments, opened again."""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal
from urllib.parse import quote

from harness.findings.model import Decision
from harness.findings.tickets import TICKET, address_of, name_of
from harness.judge import Party
from harness.language.notify import Tickets
from harness.notify.channels.as_json import checked
from harness.notify.channels.webhook import NAME
from harness.notify.model import Letter
from harness.notify.outbox import Message
from harness.notify.pieces import UNKNOWN, Told
from harness.notify.posting import post
from harness.notify.receivers import Secrets
from harness.notify.templates import Templates
from harness.values.json_paths import Missing, value_at

BY = "harness notify"
CHANNEL = "tickets"
Deed = Literal["create", "comment", "reopen"]
Decide = Callable[[Decision], object]
"""Keeps what was decided of a finding; raises an error whose text says why it could not."""

TicketOf = Callable[[int], str]
"""Tells what the ticket of a finding is by its number; empty where nobody knows of one."""


class NotKeptError(Exception):
    """What a ticket is called could not be kept with its finding."""


@dataclass(frozen=True)
class Wanted:
    """One thing to do at the ticket system."""

    deed: Deed
    path: str
    told: Told


def wanted(found: Iterable[Told], tickets: Tickets) -> Iterator[Wanted]:
    """Yield what the ticket system is to be told: only of what the company has to act on."""
    for told in found:
        life = told.life
        if life.number == UNKNOWN or told.party is not Party.COMPANY or not told.fits(tickets.only):
            continue
        if told.piece.sort in {"new", "reopened"} and not life.ticket:
            yield Wanted("create", tickets.create, told)
        elif life.change in {"reopened", "verified"} and life.ticket:
            paths: tuple[tuple[Deed, str], ...] = (("comment", tickets.comment),)
            paths += (("reopen", tickets.reopen),) if life.change == "reopened" else ()
            yield from (Wanted(deed, path, told) for deed, path in paths if path)


def message_of(want: Wanted, tickets: Tickets, templates: Templates, run: str) -> Message:
    """Return the message that does it.

    Raises:
        LetterError: Its template cannot be filled.
    """
    life, piece = want.told.life, want.told.piece
    called = name_of(life.ticket, tickets.page)
    template = f"ticket-{tickets.form}-{want.deed}.json"
    text = templates.fill(template, piece=piece, life=life, fields=tickets.fields, run=run)
    when = "" if want.deed == "create" else f"-{run}"
    return Message(
        id=f"ticket-{want.told.name}-{want.deed}{when}",
        channel=CHANNEL,
        site_id=life.site_id,
        subject=f"{want.deed} {called or f'a ticket for finding {life.number}'}",
        letter=Letter(subject=piece.cannot, text=checked(template, text)),
        made_at=datetime.now(UTC),
        path=_filled(want.path, called),
        number=life.number,
        is_new=want.deed == "create",
    )


def _filled(text: str, name: str) -> str:
    """Put what a ticket is called into a path or an address."""
    return text.replace(TICKET, quote(name, safe=""))


def deliver(message: Message, letter: Letter, tickets: Tickets, secrets: Secrets, decide: Decide) -> str:
    """Do it once; what a new ticket is called is kept with its finding.

    Raises:
        DeliveryError: It was not taken.
        MissingSecretError: A secret is not provided.
    """
    url = secrets.put_in(f"{tickets.address}{message.path}")
    password = secrets.put_in(tickets.password)
    login = (tickets.user, password) if tickets.user else None
    bearer = {"Authorization": f"Bearer {password}"} if password and not tickets.user else {}
    headers = {"Accept": "application/json", NAME: message.id, **bearer}
    answer = post(url, letter.text, headers=headers, login=login)
    return _keep(message, answer, tickets, decide) if message.is_new else ""


def _keep(message: Message, answer: str, tickets: Tickets, decide: Decide) -> str:
    name = _named(answer, tickets.answer)
    if name and tickets.page and not address_of(name):
        name = _filled(tickets.page, name)
    remedy = f"Say: harness finding {message.number} --ticket {name or 'NAME'}"
    if not name:
        return f'the answer does not say at "{tickets.answer}" what the ticket is called. {remedy}'
    try:
        decide(
            Decision(
                at=datetime.now(UTC), by=BY, number=message.number or 0, site_id=message.site_id, ticket=name
            )
        )
    except NotKeptError as error:
        return f"it is called {name}, which could not be kept: {error}. {remedy}"
    return name


def _named(answer: str, path: str) -> str:
    try:
        found = value_at(json.loads(answer), path)
    except ValueError:
        return ""
    return str(found) if not isinstance(found, (Missing, dict, list)) and found is not None else ""
