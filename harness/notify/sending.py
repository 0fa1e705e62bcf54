"""The outbox in, what waits in it sent: once, within bounds, one process at a time."""

import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

from tenacity import RetryCallState, Retrying, retry_if_exception, stop_after_attempt, stop_after_delay

from harness.notify.model import DeliveryError, Line
from harness.notify.outbox import Message, Outbox, OutboxBusyError
from harness.notify.receivers import MissingSecretError

ATTEMPTS, ATTEMPTS_S = 3, 45
"""In one call; what still fails waits for the next run."""
FIRST_WAIT_S, LONGEST_WAIT_S = 1.0, 15
ALL_S = 120
"""For all messages of one call: a run does not wait longer for its messages."""
KEPT_DAYS = 7
"""News older than this is none."""

Deliver = Callable[[Message], str]
"""Delivers a message once and returns what the sender should know; raises DeliveryError."""
WaitsUntil = Callable[[Message], datetime | None]
"""Tells until when a message is not to be sent; None where it may be."""
HasTicket = Callable[[Message], bool]
"""Whether the finding that a message is about has its ticket by now."""


def send_waiting(
    outbox: Outbox,
    deliver: Deliver,
    waits_until: WaitsUntil,
    has_ticket: HasTicket,
    *,
    site_id: str | None = None,
) -> Iterator[Line]:
    """Send what waits and yield a line for each message that was tried.

    Args:
        outbox: Where it waits.
        deliver: Delivers one.
        waits_until: What it holds back stays.
        has_ticket: Asked where nobody knows whether a ticket was made.
        site_id: Only messages of this site; None is all.
    """
    try:
        with outbox.locked():
            yield from _send(outbox, deliver, waits_until, has_ticket, site_id)
    except OutboxBusyError:
        yield Line("another process is sending messages: what waits is sent by it, or next time.")
    except OSError as error:
        yield Line(f"messages wait: {outbox.folder} cannot be used: {error.strerror}.", is_trouble=True)


def _send(
    outbox: Outbox, deliver: Deliver, waits_until: WaitsUntil, has_ticket: HasTicket, site_id: str | None
) -> Iterator[Line]:
    for file in outbox.unreadable():
        yield Line(f"{file} cannot be read, and is not sent. Delete it.", is_trouble=True)
    all_until = time.monotonic() + ALL_S
    for message in outbox.unsent():
        if site_id is not None and message.site_id != site_id:
            continue
        until = waits_until(message)
        if message.state == "unsure":
            yield from _look(outbox, message, has_ticket)
        elif until and not _is_too_old(message):
            yield Line(
                f"{message.channel}: waits until {until.astimezone():%Y-%m-%d %H:%M}: {message.subject}"
            )
        elif time.monotonic() > all_until:
            yield Line(f"{message.channel}: waits for the next run, sending took too long: {message.subject}")
        else:
            yield _send_one(outbox, message, deliver)


def _send_one(outbox: Outbox, message: Message, deliver: Deliver) -> Line:
    if message.state == "sending" and message.is_new:  # the process that sent it died meanwhile
        return _give_up(outbox, message, "unsure", "the process that was sending it ended meanwhile")
    if _is_too_old(message):
        return _give_up(outbox, message, "given up", message.problem or "it is too old")
    outbox.write(message.model_copy(update={"state": "sending"}))
    try:
        note = _retrying()(deliver, message)
    except DeliveryError as error:
        return _failed(outbox, message, error)
    except MissingSecretError as error:
        return _failed(outbox, message, DeliveryError(str(error), may_go_later=False))
    except Exception as error:  # noqa: BLE001 -- what waits behind it is to be sent; its words may hold a secret
        why = f"the harness failed with {type(error).__name__}"
        return _failed(outbox, message, DeliveryError(why, may_go_later=False, is_unsure=True))
    _is_sent(outbox, message)
    return Line(f"{message.channel}: sent: {message.subject}" + (f" ({note})" if note else ""))


def _is_too_old(message: Message) -> bool:
    return datetime.now(UTC) - message.made_at > timedelta(days=KEPT_DAYS)


def _is_sent(outbox: Outbox, message: Message) -> None:
    sent = {"state": "sent", "letter": None, "problem": "", "sent_at": datetime.now(UTC)}
    outbox.write(message.model_copy(update=sent))


def _retrying() -> Retrying:
    return Retrying(
        stop=stop_after_attempt(ATTEMPTS) | stop_after_delay(ATTEMPTS_S),
        wait=_wait_s,
        retry=retry_if_exception(_may_try_again),
        reraise=True,
    )


def _may_try_again(error: BaseException) -> bool:
    """Whether to try again at once: not what may have been taken, nor where a long wait is asked for."""
    if not isinstance(error, DeliveryError) or error.is_unsure:
        return False
    return error.may_go_later and (error.wait_s or 0) <= LONGEST_WAIT_S


def _wait_s(state: RetryCallState) -> float:
    """Wait as long as the receiver asks, else twice as long each time."""
    error = state.outcome.exception() if state.outcome else None
    asked = error.wait_s if isinstance(error, DeliveryError) else None
    return asked if asked is not None else FIRST_WAIT_S * 2 ** (state.attempt_number - 1)


def _failed(outbox: Outbox, message: Message, error: DeliveryError) -> Line:
    if error.is_unsure and message.is_new:
        return _give_up(outbox, message, "unsure", str(error))
    later = datetime.now(UTC) + _asked(error.wait_s) if error.wait_s else message.not_before
    kept = {"state": "waiting", "attempts": message.attempts + 1, "problem": str(error), "not_before": later}
    outbox.write(message.model_copy(update=kept))
    return Line(
        f"{message.channel}: not sent, {error}. It is kept, and sent with the next run: {message.subject}",
        is_trouble=True,
    )


def _asked(wait_s: float) -> timedelta:
    """Return how long a receiver is left alone: not for longer than news is news, whatever it asks for."""
    longest = timedelta(days=KEPT_DAYS)
    return timedelta(seconds=min(wait_s, longest.total_seconds()))


def _give_up(outbox: Outbox, message: Message, state: str, why: str) -> Line:
    kept = message.letter if state == "unsure" else None
    message = message.model_copy(update={"state": state, "problem": why, "letter": kept})
    outbox.write(message)
    if state == "unsure":
        return _unsure(message)
    return Line(
        f"{message.channel}: given up after {KEPT_DAYS} days, {why}: {message.subject}", is_trouble=True
    )


def _look(outbox: Outbox, message: Message, has_ticket: HasTicket) -> Iterator[Line]:
    """Say again that somebody is to look for a ticket, until its finding has one, or it is too old."""
    if has_ticket(message):
        _is_sent(outbox, message)
    elif _is_too_old(message):
        yield _give_up(outbox, message, "over", message.problem)
    else:
        yield _unsure(message)


def _unsure(message: Message) -> Line:
    remedy = f"Look for it, and say: harness finding {message.number} --ticket NAME"
    return Line(
        f"{message.channel}: a ticket may have been made, {message.problem}. {remedy}", is_trouble=True
    )
