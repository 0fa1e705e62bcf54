"""Ctrl-C, or a request to end, in; remembered: Playwright may answer it with an error of its own.

The interruption can arrive inside Playwright's own dispatch of messages, where its exception is lost
and another one comes out. Whoever sees an error then asks here whether it is an interruption.
"""

import signal
import threading
from types import FrameType

import pytest

from harness.browser.bounded import end_wait


class CtrlC:
    """Hears Ctrl-C beside Python's own handler, for as long as a run lasts; and SIGTERM likewise.

    SIGTERM is how machines end a run: a container that is stopped, a job that was cancelled. Without this
    Python dies of it at once, and no report is made.
    """

    def __init__(self) -> None:
        self.pressed = False

    def listen(self) -> None:
        """Begin to hear; where someone else handles the signal, nothing is changed."""
        if threading.current_thread() is not threading.main_thread():
            return
        if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
            signal.signal(signal.SIGINT, self._hear)
        if signal.getsignal(signal.SIGTERM) is signal.SIG_DFL:
            signal.signal(signal.SIGTERM, self._hear)

    def leave(self) -> None:
        """Hear no more."""
        if signal.getsignal(signal.SIGINT) == self._hear:
            signal.signal(signal.SIGINT, signal.default_int_handler)
        if signal.getsignal(signal.SIGTERM) == self._hear:
            signal.signal(signal.SIGTERM, signal.SIG_DFL)

    def _hear(self, number: int, frame: FrameType | None) -> None:
        self.pressed = True
        if not end_wait(KeyboardInterrupt):
            signal.default_int_handler(number, frame)


CTRL_C = pytest.StashKey[CtrlC]()
