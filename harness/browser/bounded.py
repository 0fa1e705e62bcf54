"""Work in the browser in; it ends in bounded time, also where the browser lets it wait for ever.

`evaluate`, `title`, `count` and more know no time limit: on a page that never comes to rest they never end.

Relies on how Playwright's synchronous calls wait (1.65, `wait_for_future` in its `_greenlets.py`): the caller
is a greenlet that sleeps while an event loop runs in another one. An exception thrown into it ends the wait
and cancels what was waited for, which Playwright provides for, because signals do the same. So a timer of
that loop can end any call, without threads or signals: in workers of a parallel run too, and not while a
debugger has stopped this program, because time is counted in beats that the loop has really lived through.
"""

import asyncio
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from greenlet import getcurrent, greenlet
from playwright.sync_api import Error as BrowserError

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page

ANSWER_MS = 3000
"""A page that has not answered a plain question by then takes notice of nobody."""
PULSE_MS = 5000
"""While something takes long: how often the page is asked whether it still answers."""
CLOSING_MS = 10_000
"""How long a context or a browser may take to open or to close."""
BEATS = 4
"""A time limit without questions is counted in so many beats."""


class TimeIsUp(Exception):  # noqa: N818 -- a fact, and no error of the browser's: nobody catches it by accident
    """The time was up; `unanswered` where what was asked now and then had not answered for too long."""

    def __init__(self, *, unanswered: bool) -> None:
        super().__init__("the question was not answered" if unanswered else "the time was up")
        self.unanswered = unanswered


@contextmanager
def at_most(limit_ms: int, ask: Callable[[], object] | None = None) -> Iterator[None]:
    """Let what is done inside take at most so long.

    Args:
        limit_ms: The longest it may take, give or take a beat.
        ask: A plain question to the browser, asked now and then while it lasts. An answer that stays out from
            one beat to the next but one ends it too.

    Raises:
        TimeIsUp: It took longer.
    """
    loop = _loop()
    if loop is None:
        yield
        return
    pulse = _Pulse(loop, getcurrent(), limit_ms, ask)
    pulse.start()
    try:
        yield
    finally:
        pulse.stop()


def end_wait(why: type[BaseException]) -> bool:
    """End the call to the browser that is waited for, between two of its messages; False where none is.

    For signals, which arrive at any moment: an exception in the midst of a message would be lost in the loop,
    and come out of a later call.
    """
    loop, here = _loop(), getcurrent()
    if loop is None or here.parent is None:
        return False
    caller = here
    while caller.parent is not None:
        caller = caller.parent
    loop.call_soon_threadsafe(caller.throw, why)
    return True


def answers(ask: Callable[[], object], within_ms: int = ANSWER_MS) -> bool:
    """Say whether a question to the browser is answered at all; an error is an answer."""
    try:
        with at_most(within_ms):
            ask()
    except TimeIsUp:
        return False
    except BrowserError:
        return True
    return True


def question_to(page: "Page") -> Callable[[], object]:
    """Return a question that a page answers unless its program keeps it from everything else."""
    return lambda: page.evaluate("0")


def browser_answers(context: "BrowserContext") -> bool:
    """Say whether the browser itself still answers: it knows its cookies without asking any page."""
    return answers(context.cookies)


@dataclass
class _Pulse:
    loop: asyncio.AbstractEventLoop
    caller: greenlet
    limit_ms: int
    ask: Callable[[], object] | None
    _beats: int = 0
    _unanswered: int = 0
    _timer: asyncio.TimerHandle | None = field(default=None)

    def start(self) -> None:
        self._timer = self.loop.call_later(self._beat_ms / 1000, self._beat)

    def stop(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
        self._timer = None

    @property
    def _beat_ms(self) -> float:
        return min(PULSE_MS, self.limit_ms / BEATS)

    def _beat(self) -> None:
        """Count; called by the loop, so the caller is asleep in one of its calls."""
        self._beats += 1
        over = self._beats * self._beat_ms >= self.limit_ms and "PWDEBUG" not in os.environ
        if over or self._unanswered > 1:
            self.caller.throw(TimeIsUp(unanswered=self._unanswered > 1))
            return
        self.start()
        if self._unanswered:
            self._unanswered += 1
        elif self.ask is not None:
            self._unanswered = 1
            greenlet(self._question).switch()

    def _question(self) -> None:
        try:
            if self.ask is not None:
                self.ask()
        except BrowserError:
            pass  # that too is an answer
        self._unanswered = 0


def _loop() -> asyncio.AbstractEventLoop | None:
    """Return the loop that Playwright lives on; there is none once it has ended."""
    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        return None
