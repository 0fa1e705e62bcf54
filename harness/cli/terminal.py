"""Text for a reader in, lines on the terminal out; colour and movement only where a person watches."""

import atexit
import os
import sys
from functools import cache

from rich.console import Console
from rich.text import Text


def output() -> Console:
    """Return standard output as it is now, even when `sys.stdout` is sent elsewhere later."""
    return _console(sys.stdout.fileno())


def trouble() -> Console:
    """Return standard error, for whatever is not the answer itself."""
    return _console(sys.stderr.fileno())


@cache  # one stream for each, open until the end
def _console(descriptor: int) -> Console:
    stream = os.fdopen(os.dup(descriptor), "w", encoding="utf-8", errors="replace", buffering=1)
    atexit.register(stream.close)
    watched = stream.isatty()
    return Console(
        file=stream,
        force_terminal=None if watched else False,
        highlight=False,
        markup=False,
        emoji=False,
        soft_wrap=not watched,
    )


def tell_progress(line: str) -> None:
    """Tell on standard error what takes longer."""
    trouble().print(Text(line, "dim"))


def tell_trouble(text: str) -> None:
    """Tell on standard error what went wrong, the first sentence in red, the remedy plain."""
    what, stop, remedy = text.partition(". ")
    trouble().print(Text.assemble((what + stop, "red"), remedy))
