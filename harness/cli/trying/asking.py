"""A question to whoever sits at the terminal in, the answer out; the browser stays awake meanwhile."""

import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from queue import Empty, SimpleQueue
from threading import Thread
from types import FrameType

from playwright.sync_api import Error as BrowserError

from harness.shopper import Shopper
from harness.shopper.trouble.stopping import Obstacle

END = "q"
PAUSE_MS = 100


def ask(say: Callable[[], None], shopper: Shopper) -> str:
    """Ask something.

    Args:
        say: Shows the question.
        shopper: Whose browser waits meanwhile.

    Returns:
        What is typed, in small letters and without its line end; Ctrl-C and Ctrl-D are `q`.
    """
    answers: SimpleQueue[str] = SimpleQueue()
    with _ctrl_c_answers(answers):
        _forget_what_was_typed()
        say()
        # Read past Python's own buffer: a thread that still waits there keeps the interpreter from ending.
        Thread(target=lambda: answers.put(_line()), daemon=True).start()
        while True:
            _let_live(shopper)
            try:
                return answers.get_nowait()
            except Empty:
                continue


def _forget_what_was_typed() -> None:
    """Take nothing for an answer that was typed before the question."""
    if find_spec("termios"):  # Windows has none
        import termios  # noqa: PLC0415 -- the same

        termios.tcflush(sys.stdin.fileno(), termios.TCIFLUSH)


def _line() -> str:
    try:
        typed = os.read(sys.stdin.fileno(), 4096)
    except OSError:  # the terminal has gone
        return END
    return typed.decode("utf-8", "replace").strip().casefold() if typed else END


def _let_live(shopper: Shopper) -> None:
    """Let the browser's messages through: pages go on while their owner thinks."""
    try:
        shopper.page.wait_for_timeout(PAUSE_MS)
    except (BrowserError, Obstacle):  # its window was closed
        time.sleep(PAUSE_MS / 1000)


@contextmanager
def _ctrl_c_answers(answers: "SimpleQueue[str]") -> Iterator[None]:
    """Take Ctrl-C for an answer: raised in the middle of Playwright's own work, it could get lost."""

    def heard(_number: int, _frame: FrameType | None) -> None:
        answers.put(END)

    before = signal.signal(signal.SIGINT, heard)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
