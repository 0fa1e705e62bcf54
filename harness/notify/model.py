"""What is told of a run, and the message that it becomes, as frozen values."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal, Protocol

from pydantic import BaseModel, ConfigDict

from harness.language.notify import ChannelSettings
from harness.notify.templates import Templates

Sort = Literal["new", "reopened", "fixed", "open"]
"""What a piece tells of a finding; `open` is one that was known before."""


@dataclass(frozen=True)
class Frame:
    """One picture of a strip.

    Args:
        picture: Its file; empty where there is none, and `alt` says why.
        word: How the step stands out, such as `Stopped here`; empty where it went well.
        is_stop: Whether the walk ended here.
        ring: The place of action in per cent of the picture: left, top, width, height.
        cid: What the picture is called within an e-mail.
    """

    number: int
    name: str
    picture: str
    word: str
    alt: str
    is_stop: bool
    ring: tuple[float, float, float, float] | None
    cid: str


@dataclass(frozen=True)
class Piece:
    """One finding as it is told: every text is a sentence or a few words for a reader.

    Args:
        number: What it is called by; None where the history does not know it.
        cannot: What customers cannot do, or what annoys them.
        who: Whom it hits.
        since: Since when, and how often in a row.
        costs: What it costs; says so where it is not priced.
        owner: Who owns it; says so where nobody does.
        action: What to do.
        link: Where it is told in full.
        strip: The walk that met it, in pictures.
    """

    number: int | None
    sort: Sort
    cannot: str
    detail: str
    who: tuple[str, ...]
    also: str
    since: str
    costs: str
    owner: str
    action: str
    ticket: str
    note: str
    link: str
    strip: tuple[Frame, ...] = ()


@dataclass(frozen=True)
class VisitLine:
    """One visit, for lists of all of them; `outcome` is that of a testcase, `note` tells of a quarantine."""

    journey: str
    title: str
    who: str
    file: str
    line: int
    outcome: Literal["passed", "failed", "error", "skipped"]
    verdict: str
    headline: str
    detail: str
    action: str
    note: str
    seconds: float


@dataclass(frozen=True)
class News:
    """What one channel is told of a run, or of a week.

    Args:
        id: The run's name, or the week's.
        title: What it is about, in one line.
        headline: The sentence that leads.
        pieces: What there is to tell, what is worst first.
        left_out: How many pieces more there are.
        open_ends: What was not experienced, one sentence each.
        works: How many visits were fine, as a sentence.
        link: Where the whole page is.
        notices: What the reader should know besides.
        visits: All visits of the run.
        occasions: What the findings are known by that it tells, those too that it leaves out.
    """

    id: str
    is_digest: bool
    site: str
    title: str
    headline: str
    when: datetime
    when_said: str
    pieces: tuple[Piece, ...]
    left_out: int
    open_ends: tuple[str, ...]
    works: str
    link: str
    notices: tuple[str, ...] = ()
    visits: tuple[VisitLine, ...] = ()
    occasions: tuple[str, ...] = ()


class Kept(BaseModel):
    """A value that is kept in the outbox."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class InlinePicture(Kept):
    """A picture within an e-mail, in base64."""

    cid: str
    jpeg: str


class Letter(Kept):
    """What is sent: a text, or JSON; an e-mail has a subject, HTML and pictures besides."""

    subject: str
    text: str
    html: str = ""
    pictures: tuple[InlinePicture, ...] = ()


@dataclass(frozen=True)
class Line:
    """What became of one message, for whoever runs the shopper."""

    text: str
    is_trouble: bool = False


@dataclass(frozen=True)
class Receiver:
    """A channel with its secrets put in; it is never written anywhere."""

    settings: ChannelSettings
    url: str = ""
    password: str = ""
    signature: str = ""


class DeliveryError(Exception):
    """A letter was not taken; the text says why, without any secret.

    Args:
        may_go_later: Whether another attempt may do better.
        is_unsure: Whether it may have been taken nevertheless.
        wait_s: How long the receiver asks to be left alone.
    """

    def __init__(
        self, why: str, *, may_go_later: bool, is_unsure: bool = False, wait_s: float | None = None
    ) -> None:
        super().__init__(why)
        self.may_go_later = may_go_later
        self.is_unsure = is_unsure
        self.wait_s = wait_s


class Channel(Protocol):
    """One kind of channel: it writes a letter from news, and delivers it."""

    def write(self, news: News, templates: Templates) -> Letter:
        """Write the letter."""
        ...

    def deliver(self, letter: Letter, to: Receiver, name: str) -> str:
        """Deliver it once, within bounds.

        Args:
            letter: What is sent.
            to: Whom.
            name: What the message is known by: the same for each attempt.

        Returns:
            What the sender should know although it was taken; empty as a rule.

        Raises:
            DeliveryError: It was not taken.
        """
        ...


class FileError(Exception):
    """A file was not written; the text says why."""


class NotHereError(FileError):
    """There is nothing to write here, and that is no trouble."""


class FileChannel(Protocol):
    """One kind of file that each run writes."""

    def write(self, news: News, templates: Templates, file: Path | None) -> str:
        """Write the file.

        Args:
            news: What is told.
            templates: How it is told.
            file: Where, as the site file says; None where it does not.

        Returns:
            Where it was written.

        Raises:
            FileError: It was not written.
        """
        ...
