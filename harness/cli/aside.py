"""What others print meanwhile in, its text out: pytest's lines, complaints of browsers and drivers."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from io import StringIO
from tempfile import TemporaryFile


class Aside:
    """What was said, once it is over."""

    text = ""


@contextmanager
def aside() -> Iterator[Aside]:
    """Keep the terminal for our own lines: what others print goes into the text that is yielded.

    Standard error is taken at its descriptor, because workers, drivers and browsers write there too.
    """
    said, printed = Aside(), StringIO()
    descriptor = sys.stderr.fileno()
    kept = os.dup(descriptor)
    with TemporaryFile("w+", encoding="utf-8", errors="replace") as errors:
        os.dup2(errors.fileno(), descriptor)
        try:
            with redirect_stdout(printed):
                yield said
        finally:
            sys.stderr.flush()
            os.dup2(kept, descriptor)
            os.close(kept)
            errors.seek(0)
            said.text = f"{printed.getvalue()}{errors.read()}"
