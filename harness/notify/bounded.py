"""A call to a server in, its answer out, or an error once its time is over, however slowly it drips."""

from collections.abc import Callable
from threading import Thread
from typing import TypeVar

from harness.notify.model import DeliveryError

T = TypeVar("T")
WHOLE_S = 20.0
"""For one attempt. The time limits of sockets begin anew with each byte."""


def within_time(call: Callable[[], T], who: str) -> T:
    """Return what a call returns; its thread is left alone when it takes too long.

    Raises:
        DeliveryError: It took too long.
    """
    answers: list[T] = []
    errors: list[BaseException] = []

    def run() -> None:
        try:
            answers.append(call())
        except BaseException as error:  # noqa: BLE001 -- raised again where it is waited for
            errors.append(error)

    thread = Thread(target=run, daemon=True, name=f"telling {who}")
    thread.start()
    thread.join(WHOLE_S)
    if errors:
        raise errors[0]
    if not answers:
        raise DeliveryError(f"{who} did not answer in time", may_go_later=True, is_unsure=True)
    return answers[0]
