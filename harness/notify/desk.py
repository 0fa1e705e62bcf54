"""A site and where its runs lie in, what everything needs out that tells somebody something."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, tzinfo
from functools import cached_property
from pathlib import Path
from zoneinfo import ZoneInfo

from harness.grammar.near import did_you_mean
from harness.language.model import Site
from harness.language.notify import ChannelSettings
from harness.notify.outbox import Outbox
from harness.notify.receivers import Secrets, texts_of, ticket_texts
from harness.notify.templates import Templates
from harness.notify.tickets import Decide, TicketOf
from harness.shopper.providing import Provided


class UnknownChannelError(LookupError):
    """A channel was asked for that the site file does not have."""


@dataclass(frozen=True)
class Desk:
    """Where messages of one site are written and sent from.

    Args:
        site: The site, with its channels.
        root: The journeys folder, where templates of the team's own may be.
        reports: The folder of the runs, where the outbox is.
        provided: Where secrets come from.
        decide: Keeps what a finding's ticket is called.
        ticket_of: Knows what a finding's ticket is called by now, whoever said so.
        now: The moment at which it is told.
    """

    site: Site
    root: Path
    reports: Path
    provided: Provided
    decide: Decide
    ticket_of: TicketOf
    now: datetime

    @cached_property
    def secrets(self) -> Secrets:
        """The secrets of all channels, known from the start so that none is in what is written."""
        secrets = Secrets(self.provided)
        for channel in self.site.notify.channels.values():
            secrets.learn(*texts_of(channel))
        if self.site.tickets:
            secrets.learn(*ticket_texts(self.site.tickets))
        return secrets

    @cached_property
    def templates(self) -> Templates:
        """The templates, the team's own before ours."""
        return Templates(self.root, self.secrets.scrubber.text)

    @cached_property
    def outbox(self) -> Outbox:
        """What waits to be sent."""
        return Outbox(self.reports)

    @property
    def zone(self) -> tzinfo | None:
        """The site's time zone; None is this machine's."""
        return ZoneInfo(self.site.timezone) if self.site.timezone else None

    def channels(self, names: Iterable[str] = ()) -> tuple[ChannelSettings, ...]:
        """Return the channels of these names, all of them without a name.

        Raises:
            UnknownChannelError: There is no such channel; the message has the names.
        """
        known, asked = self.site.notify.channels, tuple(names)
        for name in asked:
            if name not in known:
                hint = did_you_mean(name, list(known)) if known else "site.yaml names none: see notify."
                raise UnknownChannelError(f'unknown channel "{name}". {hint}')
        return tuple(known[name] for name in asked or known)
