"""Text for a reader in, lines on the terminal out; colour and movement only where a person watches."""

import atexit
import os
import sys
from functools import cache
from textwrap import fill

from rich.console import Console
from rich.text import Text


def output() -> Console:
    """Return standard output as it is now, even when `sys.stdout` is sent elsewhere later."""
    return _console(sys.stdout.fileno())


def trouble() -> Console:
    """Return standard error, for whatever is not the answer itself."""
    return _console(sys.stderr.fileno())


class _Told(Console):
    """A console whose reader may go away, as in `harness run | head -1`: the rest is told to nobody."""

    def on_broken_pipe(self) -> None:
        """Go on in silence, to the reports and the exit code; what is buffered goes nowhere."""
        self.quiet = True
        nobody = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nobody, self.file.fileno())
        os.close(nobody)


@cache  # one stream for each, open until the end
def _console(descriptor: int) -> Console:
    stream = os.fdopen(os.dup(descriptor), "w", encoding="utf-8", errors="replace", buffering=1)
    atexit.register(stream.close)
    watched = stream.isatty()
    return _Told(
        file=stream,
        force_terminal=None if watched else False,
        highlight=False,
        markup=False,
        emoji=False,
        soft_wrap=not watched,
    )


def print_indented(console: Console, text: str, indent: str, *, begin: str = "", style: str = "") -> None:
    """Print text that keeps its indent where the terminal's width breaks it; piped, it stays one line.

    Args:
        console: Where to.
        text: What is printed; nothing when it is empty.
        indent: Stands before each line.
        begin: Stands before the first one instead.
        style: As rich writes it.
    """
    begin = begin or indent
    if text and console.is_terminal:
        text = fill(
            text, console.width, initial_indent=begin, subsequent_indent=indent, break_long_words=False
        )
        console.print(Text(text, style), soft_wrap=True)
    elif text:
        console.print(Text(f"{begin}{text}", style))


def tell_progress(line: str) -> None:
    """Tell on standard error what takes longer."""
    trouble().print(Text(line, "dim"))


def tell_trouble(text: str) -> None:
    """Tell on standard error what went wrong, the first sentence in red, the remedy plain."""
    what, stop, remedy = text.partition(". ")
    trouble().print(Text.assemble((what + stop, "red"), remedy))
