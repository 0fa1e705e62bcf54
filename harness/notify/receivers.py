"""A channel with `${secret.NAME}` in, the same with its secrets out, and what masks them everywhere."""

from harness.grammar.template import put_in
from harness.language.notify import ChannelSettings, Tickets
from harness.notify.model import Receiver
from harness.shopper.providing import CommandFailedError, Provided
from harness.shopper.secrets import Scrubber

SHORTEST_MASKED = 6
"""Shorter ones stand in every text: masking them would leave nothing to read."""


class MissingSecretError(Exception):
    """Nobody provides a secret that a channel needs; the text names it."""


class Secrets:
    """The secrets of channels, and what masks them in everything that is written.

    Args:
        provided: Where they come from.
    """

    def __init__(self, provided: Provided) -> None:
        self._provided = provided
        self.scrubber = Scrubber()

    def put_in(self, text: str) -> str:
        """Return a text with its secrets.

        Raises:
            MissingSecretError: One is not provided.
        """
        return put_in(text, self._value)

    def _value(self, name: str) -> str:
        name = name.removeprefix("secret.")
        try:
            found = self._provided.secret(name)
        except CommandFailedError as error:
            raise MissingSecretError(f'the secret "{name}" cannot be had: {error}') from None
        if not found:
            raise MissingSecretError(f'nobody provides the secret "{name}": set it in the environment')
        if len(found) >= SHORTEST_MASKED:
            self.scrubber.learn(found)
        return found

    def learn(self, *texts: str) -> None:
        """Get to know the secrets of these texts, as far as they are provided."""
        for text in texts:
            try:
                self.put_in(text)
            except MissingSecretError:
                continue


def receiver_of(channel: ChannelSettings, secrets: Secrets) -> Receiver:
    """Return a channel with its secrets put in.

    Raises:
        MissingSecretError: One is not provided.
    """
    return Receiver(
        channel,
        secrets.put_in(channel.url),
        secrets.put_in(channel.password),
        secrets.put_in(channel.signature),
    )


def texts_of(channel: ChannelSettings) -> tuple[str, ...]:
    """Return the texts of a channel that may hold secrets."""
    return channel.url, channel.password, channel.signature


def ticket_texts(tickets: Tickets) -> tuple[str, ...]:
    """Return the texts of a ticket system that may hold secrets."""
    paths = (each.replace("${ticket}", "") for each in (tickets.create, tickets.comment, tickets.reopen))
    return (tickets.address, tickets.password, *paths)
