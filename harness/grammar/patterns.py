"""A `/pattern/` of a target in, what is wrong with it out: it is read by us and by the browser."""

import re
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

LONGEST_SEARCH_S = 1
"""Of this program's own time: an honest pattern takes a thousandth of it."""
IGNORING_CASE = "(?i)"
"""Begins the name of a target whose pattern was written with an `i` behind it."""

_OF_PYTHON_ONLY = re.compile(r"(?<!\\)(?:\\\\)*(?:\(\?(?:P|#|\(|[aiLmsux]+[):-])|\\[AZ])")


def pattern_problem(source: str) -> str | None:
    """Say why a pattern cannot be used; None when it can."""
    foreign = _OF_PYTHON_ONLY.search(source)
    if foreign:
        return f'browsers know no "{foreign.group()}" in /{source}/. Write it without, as in JavaScript.'
    try:
        re.compile(source)
    except (re.error, OverflowError, RecursionError) as error:
        return f"/{source}/ is not a regular expression: {error}. Mend it, or put the name in double quotes."
    return None


class PatternTooSlowError(Exception):
    """A pattern that looks for ever; the message names it."""


def search_in_time(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """Look for a pattern in a text, for a bounded time: `(a+)+$` would look for years.

    Raises:
        PatternTooSlowError: It takes longer.
    """
    with _bounded(pattern):
        return pattern.search(text)


@contextmanager
def _bounded(pattern: re.Pattern[str]) -> Iterator[None]:
    """Let what is done inside end in time; Windows, and threads beside the main one, have no such clock."""
    if threading.current_thread() is not threading.main_thread() or not hasattr(signal, "setitimer"):
        yield
        return

    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise PatternTooSlowError(
            f"/{pattern.pattern}/ takes too long to look for. Write no repetition within a repetition."
        )

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, LONGEST_SEARCH_S)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def as_browsers_read(name: str, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    """Return the pattern of a target; what it ignores is a flag, as browsers know none within the text."""
    source = name.removeprefix(IGNORING_CASE)
    return re.compile(slashes_escaped(source), flags if source == name else flags | re.IGNORECASE)


def slashes_escaped(source: str) -> str:
    """Return a pattern that browsers read to its end: for them a plain slash ends it."""
    return re.sub(r"(?<!\\)/", r"\/", source)


def as_written(name: str) -> str:
    """Return the pattern of a target between its slashes."""
    source = name.removeprefix(IGNORING_CASE)
    return f"/{source}/" if source == name else f"/{source}/i"
