"""Messages in, those that still wait out: one file a message, kept for good so that none is sent twice."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import Literal

from filelock import FileLock, Timeout
from pydantic import ValidationError

from harness.notify.model import Kept, Letter
from harness.record.private import to_oneself

OUTBOX = "outbox"
LOCK_S = 90
"""Longer than another process takes over a few messages; who waits longer leaves them to it."""

State = Literal["waiting", "sending", "sent", "given up", "unsure", "over"]
"""`unsure`: nobody knows whether it was taken, and it may not be sent twice; `over`: nor did anybody look."""


class Message(Kept):
    """A letter to one channel, and what became of it.

    Args:
        id: The same for the same news to the same channel: it is sent once.
        channel: The channel's name, which tells where it goes; no address and no secret is kept.
        letter: What is sent; None once that is over.
        occasions: What the findings are known by that it tells.
        not_before: When the receiver may be asked again.
        path: For tickets, the path it is posted to; `number` is the finding's, `is_new` asks for its name.
    """

    id: str
    channel: str
    site_id: str = ""
    subject: str
    letter: Letter | None
    occasions: tuple[str, ...] = ()
    made_at: datetime
    not_before: datetime | None = None
    attempts: int = 0
    problem: str = ""
    state: State = "waiting"
    sent_at: datetime | None = None
    path: str = ""
    number: int | None = None
    is_new: bool = False

    @property
    def is_ticket(self) -> bool:
        """Whether it goes to the ticket system."""
        return self.number is not None


class OutboxBusyError(Exception):
    """Another process is sending."""


class Outbox:
    """The messages of a reports folder.

    Args:
        reports: Where the runs lie.
    """

    def __init__(self, reports: Path) -> None:
        self.folder = reports / OUTBOX

    @to_oneself()
    def put(self, message: Message) -> bool:
        """Keep a message, unless it was kept before and not given up; whoever is first keeps it.

        Raises:
            OSError: It cannot be written.
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        draft = self._draft(message)
        try:
            os.link(draft, self._file(message.id))  # fails where there is one already
        except FileExistsError:
            return self._put_anew(message)
        except OSError:  # a disk without links: then a reader may see half of it, and takes it for none yet
            return self._put_whole(message)
        finally:
            draft.unlink(missing_ok=True)
        return True

    def _put_whole(self, message: Message) -> bool:
        try:
            with self._file(message.id).open("x", encoding="utf-8") as file:
                file.write(message.model_dump_json(indent=1))
        except FileExistsError:
            return self._put_anew(message)
        return True

    def _put_anew(self, message: Message) -> bool:
        """Keep what was given up anew; under the lock, as another process may do so too, and send it."""
        if not self._is_given_up(message):
            return False
        with suppress(OutboxBusyError), self.locked():
            if self._is_given_up(message):
                self.write(message)
                return True
        return False

    def _is_given_up(self, message: Message) -> bool:
        before = self.read(message.id)
        return before is not None and before.state == "given up"

    @to_oneself()
    def write(self, message: Message) -> None:
        """Write what became of a message."""
        self._draft(message).replace(self._file(message.id))

    def read(self, message_id: str) -> Message | None:
        """Read a message; None where there is none that can be read."""
        try:
            return Message.model_validate_json(self._file(message_id).read_text(encoding="utf-8"))
        except (OSError, ValidationError):
            return None

    def unsent(self) -> Iterator[Message]:
        """Yield what was not sent yet, the oldest first."""
        found = [each for each in self._all() if each.state in {"waiting", "sending", "unsure"}]
        yield from sorted(found, key=lambda message: (message.made_at, message.id))

    def told(self, channel: str, site_id: str, *, but: str) -> frozenset[str]:
        """Return what a channel's messages tell, all but this one, and but for what it never got."""
        of_channel = (each for each in self._all() if (each.channel, each.site_id) == (channel, site_id))
        got = (each for each in of_channel if each.id != but and each.state != "given up")
        return frozenset(occasion for each in got for occasion in each.occasions)

    def unreadable(self) -> Iterator[Path]:
        """Yield files that are no messages, or not as this version writes them."""
        yield from (path for path in sorted(self.folder.glob("*.json")) if self.read(path.stem) is None)

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Be the only process that sends.

        Raises:
            OutboxBusyError: Another one is, and takes long.
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        try:
            with FileLock(self.folder / ".lock", timeout=LOCK_S):
                yield
        except Timeout:
            raise OutboxBusyError from None

    def _all(self) -> Iterator[Message]:
        yield from filter(None, (self.read(path.stem) for path in self.folder.glob("*.json")))

    def _file(self, message_id: str) -> Path:
        return self.folder / f"{message_id}.json"

    def _draft(self, message: Message) -> Path:
        draft = self.folder / f".{message.id}.{os.getpid()}"
        draft.write_text(message.model_dump_json(indent=1), encoding="utf-8")
        return draft
