"""Ctrl-C in, remembered: Playwright may answer an interruption with an error of its own.

The interruption can arrive inside Playwright's own dispatch of messages, where its exception is lost
and another one comes out. Whoever sees an error then asks here whether it is an interruption.
"""

import signal
import threading
from types import FrameType

import pytest


class CtrlC:
    """Hears Ctrl-C beside Python's own handler, for as long as a run lasts."""

    def __init__(self) -> None:
        self.pressed = False

    def listen(self) -> None:
        """Begin to hear; where someone else handles the signal, nothing is changed."""
        on_main_thread = threading.current_thread() is threading.main_thread()
        if on_main_thread and signal.getsignal(signal.SIGINT) is signal.default_int_handler:
            signal.signal(signal.SIGINT, self._hear)

    def leave(self) -> None:
        """Hear no more."""
        if signal.getsignal(signal.SIGINT) == self._hear:
            signal.signal(signal.SIGINT, signal.default_int_handler)

    def _hear(self, number: int, frame: FrameType | None) -> None:
        self.pressed = True
        signal.default_int_handler(number, frame)


CTRL_C = pytest.StashKey[CtrlC]()
