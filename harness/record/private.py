"""A process in, the same process out: what it writes and what it remembers, nobody else reads."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

_OWNER_ONLY = 0o077


@contextmanager
def to_oneself() -> Iterator[None]:
    """Let this process and those it starts write files for their owner only, and no images of their memory.

    Windows has neither: there the folder says who may read.
    """
    if sys.platform == "win32":
        yield
        return
    import resource  # noqa: PLC0415 -- Windows has none

    _, hard = resource.getrlimit(resource.RLIMIT_CORE)
    resource.setrlimit(resource.RLIMIT_CORE, (0, hard))
    before = os.umask(_OWNER_ONLY)
    try:
        yield
    finally:
        os.umask(before)
