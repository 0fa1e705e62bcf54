"""A run's reports and a site's channels in, messages sent and files written out, and a line for each."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from harness.compile.slug import unique_slug
from harness.language.notify import ChannelSettings
from harness.notify import tickets
from harness.notify.channels import SENT, WRITTEN
from harness.notify.desk import Desk
from harness.notify.heard import Heard
from harness.notify.model import DeliveryError, FileError, Letter, Line, News, NotHereError
from harness.notify.news import Edition
from harness.notify.outbox import Message
from harness.notify.quiet import held_until, last_digest, zone_of
from harness.notify.receivers import receiver_of
from harness.notify.sending import send_waiting
from harness.notify.templates import LetterError
from harness.reports.making import MadeReports

NOBODY = "nobody is told: site.yaml has no channels below notify."
NOTHING_NEW = "nothing new, nothing sent."
BY_EACH_RUN = "is written by each run."


@dataclass(frozen=True)
class Written:
    """What a channel would be sent; without a letter, `why` says why there is none."""

    channel: ChannelSettings
    id: str
    letter: Letter | None = None
    occasions: tuple[str, ...] = ()
    why: str = ""
    is_trouble: bool = False


class Telling:
    """Tells of one run.

    Args:
        desk: From where.
        made: The run's reports.
    """

    def __init__(self, desk: Desk, made: MadeReports) -> None:
        self._desk, self._made = desk, made
        before = made.story.previous_run
        self._is_outbox_whole = bool(before and (desk.reports / before).is_dir())
        self._edition = Edition(made, desk.site.notify.report_address, desk.zone)

    @property
    def is_for_nobody(self) -> bool:
        """Whether the site names nobody who could be told."""
        return not (self._desk.site.notify.channels or self._desk.site.tickets)

    def tell(self, names: Iterable[str] = (), *, weekly: bool = False) -> Iterator[Line]:
        """Send what is to be told, and what waits from before; yield a line for each channel.

        Args:
            names: Only these channels.
            weekly: Tell the week, and nothing of the run.

        Raises:
            UnknownChannelError: There is no channel of such a name.
        """
        asked = tuple(names)
        if self.is_for_nobody and not asked:
            yield Line(NOBODY)
            return
        for written in self.written(asked, weekly=weekly):
            is_file = written.channel.kind in WRITTEN and not weekly
            yield from self._file(written.channel) if is_file else self._put(written)
        if not weekly and not asked:
            yield from self._tickets()
        yield from send(self._desk)

    def written(self, names: Iterable[str] = (), *, weekly: bool = False) -> Iterator[Written]:
        """Yield what is sent to each channel, or why nothing is; a channel may get the week besides."""
        for channel in self._desk.channels(names):
            if channel.kind in WRITTEN:
                yield Written(channel, "", why=BY_EACH_RUN)
                continue
            if not weekly and channel.when != ("weekly",):
                told = self._made.page.parent.name
                yield self._write(
                    channel, self._edition.for_channel(channel, self._heard(channel, told)), told
                )
            if "weekly" in channel.when:
                yield from self._week(channel, is_asked=weekly)
            elif weekly:
                yield Written(channel, "", why="is not told the week. Add to its channel: when: weekly")

    def _week(self, channel: ChannelSettings, *, is_asked: bool) -> Iterator[Written]:
        """Yield the week, when it is asked for, or its moment has come since it was told last."""
        zone = zone_of(channel, self._desk.site.timezone)
        told = f"week-{last_digest(self._desk.now, channel.digest, zone):%Y-%m-%d}"
        is_due = self._made.story.previous_run and self._desk.outbox.read(self._id(told, channel)) is None
        if is_asked or is_due:
            yield self._write(channel, self._edition.of_week(channel, self._desk.now), told)

    def _heard(self, channel: ChannelSettings, told: str) -> Heard:
        """Return what other messages told a channel."""
        but = self._id(told, channel)
        occasions = self._desk.outbox.told(channel.name, self._desk.site.id, but=but)
        return Heard(occasions, is_all=self._is_outbox_whole)

    def _id(self, told: str, channel: ChannelSettings) -> str:
        return f"{told}--{unique_slug(f'{self._desk.site.id} {channel.name}'.strip())}"

    def _write(self, channel: ChannelSettings, news: News | None, told: str) -> Written:
        message_id = self._id(told, channel)
        before = self._desk.outbox.read(message_id)
        if before and before.state == "sent":
            return Written(channel, message_id, why=f"was told this already: {before.subject}")
        if before and before.state != "given up":
            return Written(channel, message_id, before.letter)
        if news is None:
            return Written(channel, message_id, why=NOTHING_NEW)
        try:
            letter = SENT[channel.kind].write(news, self._desk.templates)
        except LetterError as error:
            return Written(channel, message_id, why=f"nothing sent: {error}", is_trouble=True)
        return Written(channel, message_id, self._scrubbed(letter), occasions=news.occasions)

    def _scrubbed(self, letter: Letter) -> Letter:
        scrub = self._desk.secrets.scrubber.text
        told = {"subject": scrub(letter.subject), "text": scrub(letter.text), "html": scrub(letter.html)}
        return letter.model_copy(update=told)

    def _put(self, written: Written) -> Iterator[Line]:
        name, letter = written.channel.name, written.letter
        if letter is None:
            yield Line(f"{name}: {written.why}", is_trouble=written.is_trouble)
            return
        message = Message(
            id=written.id,
            channel=name,
            site_id=self._desk.site.id,
            subject=letter.subject,
            letter=letter,
            occasions=written.occasions,
            made_at=datetime.now(UTC),
        )
        try:
            self._desk.outbox.put(message)
        except OSError as error:
            yield Line(f"{name}: not sent: {_outbox_problem(self._desk, error)}", is_trouble=True)

    def _file(self, channel: ChannelSettings) -> Iterator[Line]:
        file = self._desk.root.parent / channel.file if channel.file else None
        try:
            where = WRITTEN[channel.kind].write(self._edition.for_file(), self._desk.templates, file)
        except (FileError, LetterError) as error:
            is_trouble = not isinstance(error, NotHereError)
            yield Line(f"{channel.name}: not written: {error}.", is_trouble=is_trouble)
        else:
            yield Line(f"{channel.name}: written: {where}")

    def tickets(self) -> Iterator[Message]:
        """Yield what the ticket system is to be told and was not.

        Raises:
            LetterError: A template cannot be filled.
        """
        system, run = self._desk.site.tickets, self._made.page.parent.name
        if system is None:
            return
        found = map(Heard(is_all=self._is_outbox_whole).as_news, self._edition.pieces.all)
        for want in tickets.wanted(found, system):
            message = tickets.message_of(want, system, self._desk.templates, run)
            letter = self._scrubbed(message.letter) if message.letter else None
            before = self._desk.outbox.read(message.id)
            if before is None or before.state not in {"sent", "unsure", "over"}:
                yield message.model_copy(update={"letter": letter})

    def _tickets(self) -> Iterator[Line]:
        try:
            for message in self.tickets():
                self._desk.outbox.put(message)
        except LetterError as error:
            yield Line(f"{tickets.CHANNEL}: nothing sent: {error}", is_trouble=True)
        except OSError as error:
            told = f"{tickets.CHANNEL}: not sent: {_outbox_problem(self._desk, error)}"
            yield Line(told, is_trouble=True)


def send(desk: Desk) -> Iterator[Line]:
    """Send what waits for this site; yield a line for each message."""
    yield from send_waiting(
        desk.outbox,
        lambda message: _deliver(message, desk),
        lambda message: _waits_until(message, desk),
        lambda message: bool(desk.ticket_of(message.number or 0)),
        site_id=desk.site.id,
    )


def _waits_until(message: Message, desk: Desk) -> datetime | None:
    """Return until when a message is held back: by quiet hours, or as its receiver has asked."""
    channel = None if message.is_ticket else desk.site.notify.channels.get(message.channel)
    quiet = held_until(desk.now, channel.quiet, zone_of(channel, desk.site.timezone)) if channel else None
    asked = message.not_before
    return quiet or (asked if asked and asked > desk.now else None)


def _deliver(message: Message, desk: Desk) -> str:
    """Deliver one message to where the site file leads now."""
    letter = message.letter or Letter(subject=message.subject, text="")
    channel, system = desk.site.notify.channels.get(message.channel), desk.site.tickets
    if message.is_ticket and system:
        return tickets.deliver(message, letter, system, desk.secrets, desk.decide)
    if message.is_ticket or channel is None or channel.kind not in SENT:
        raise DeliveryError("site.yaml names no such channel any more", may_go_later=False)
    return SENT[channel.kind].deliver(letter, receiver_of(channel, desk.secrets), message.id)


def _outbox_problem(desk: Desk, error: OSError) -> str:
    return f"{desk.outbox.folder} cannot be written: {error.strerror}."
