"""Whom a site's owner wants told what, and when, as it was written: frozen values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import time

from harness.language.known.channels import USUAL


@dataclass(frozen=True)
class QuietHours:
    """Hours of every day in which nothing is sent; over midnight where `end` is earlier than `begin`."""

    begin: time
    end: time


@dataclass(frozen=True)
class WeeklyMoment:
    """A moment of every week; `day` counts from 0, Monday."""

    day: int = 0
    at: time = time(8)


@dataclass(frozen=True)
class Only:
    """What a finding must have to be told; an empty one asks for nothing."""

    severity: tuple[str, ...] = ()
    stage: tuple[str, ...] = ()
    owner: tuple[str, ...] = ()
    touchpoint: tuple[str, ...] = ()


@dataclass(frozen=True)
class ChannelSettings:
    """One way by which somebody is told; texts may hold `${secret.NAME}`.

    Args:
        name: What it is called.
        kind: One of `known.channels.KINDS`.
        when: On which occasions something is sent.
        quiet: Hours in which it waits, in `timezone`, else in the site's time.
        digest: When the week is told.
        to: Whom e-mail goes to; `sender` is whom it comes from.
        server: Host and port of the mail server.
        url: Where a message is posted.
        signature: The key by which the receiver knows that it is ours.
        file: Where it is written, from the folder above the journeys.
    """

    name: str
    kind: str
    when: tuple[str, ...] = USUAL
    quiet: QuietHours | None = None
    timezone: str | None = None
    digest: WeeklyMoment = WeeklyMoment()
    only: Only = Only()
    to: tuple[str, ...] = ()
    sender: str = ""
    server: str = ""
    security: str = "starttls"
    user: str = ""
    password: str = ""
    url: str = ""
    signature: str = ""
    file: str = ""


@dataclass(frozen=True)
class Tickets:
    """Where findings become tickets, and how; texts may hold `${secret.NAME}`.

    Args:
        form: How what is sent looks: one of `known.channels.TICKET_FORMS`.
        address: Where the ticket system is.
        create: The path that takes a new ticket.
        comment: The path that takes a comment; empty where none are made. `${ticket}` stands for the ticket.
        reopen: The path that opens a ticket again; empty where it is only commented.
        answer: The path, in the answer to `create`, of what the ticket is called.
        page: The address at which people look at `${ticket}`; empty where it is only called by its name.
        user: With it, `password` is sent as a login; without, as a bearer token.
        fields: What the templates know by these names, such as the project.
    """

    address: str
    create: str
    form: str = "plain"
    comment: str = ""
    reopen: str = ""
    answer: str = "id"
    page: str = ""
    user: str = ""
    password: str = ""
    fields: Mapping[str, str] = field(default_factory=dict)
    only: Only = Only()


@dataclass(frozen=True)
class Notify:
    """All channels by their names; `report_address` is where the team publishes its reports."""

    report_address: str = ""
    channels: Mapping[str, ChannelSettings] = field(default_factory=dict)
