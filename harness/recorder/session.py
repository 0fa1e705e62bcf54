"""A browser context in, a recording of what a person does in it out: the usual way to record."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from types import FrameType
from typing import TYPE_CHECKING

from playwright.sync_api import Error as BrowserError

from harness.recorder.notebook import Notebook
from harness.recorder.playwright_recorder import start_recording, stop_recording
from harness.recorder.recorded import Recording

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext

BEAT_MS = 100


@dataclass
class Session:
    """One recording, from the first page to the last.

    Args:
        context: A fresh browser context.
        notebook: Where it is noted.
    """

    context: "BrowserContext"
    notebook: Notebook
    is_over: bool = False

    def start(self, url: str) -> None:
        """Begin to record, and open the first page.

        Raises:
            playwright.sync_api.Error: It did not come.
        """
        self.notebook.secret_texts.watch(self.context)
        self.notebook.open_for(self.context)
        page = self.context.new_page()
        self.notebook.follow(page)
        start_recording(self.context, self.notebook.action, self.notebook.signal)
        page.goto(url)

    def attend(self, for_ms: float = float("inf")) -> None:
        """Let the person act, until the time is up, the last window is closed, or Ctrl-C is pressed."""
        waited_ms = 0
        while waited_ms < for_ms and self.context.pages and not self.is_over:
            page = self.context.pages[-1]
            with suppress(BrowserError):  # the tab is closed meanwhile
                page.wait_for_timeout(BEAT_MS)
                self.notebook.follow(page)
                self.notebook.look_when_at_rest(page)
            waited_ms += BEAT_MS

    def finish(self) -> Recording:
        """End it, and return what was recorded."""
        for page in self.context.pages[-1:]:
            self.notebook.look(page)
        stop_recording(self.context)
        return self.notebook.recording()

    @contextmanager
    def ended_by_ctrl_c(self) -> Iterator[None]:
        """Take Ctrl-C for the end of the recording, not of the program."""
        if threading.current_thread() is not threading.main_thread():
            yield
            return
        before = signal.signal(signal.SIGINT, self._hear)
        try:
            yield
        finally:
            signal.signal(signal.SIGINT, before)

    def _hear(self, _number: int, _frame: FrameType | None) -> None:
        self.is_over = True
