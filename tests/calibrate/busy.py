"""How much of a span of time programs waited for a processor: known delays are no truth on a busy machine."""

import time
from pathlib import Path

PRESSURE = Path("/proc/pressure/cpu")
TOO_BUSY = 0.5
"""Above this share, pages take noticeably longer than their delays."""


class Waiting:
    """Counts from the moment it is made."""

    def __init__(self) -> None:
        self._began, self._before_us = time.monotonic(), _waited_us()

    def share(self) -> float:
        """Return the share of the time since then in which some program waited; 0 where nobody counts it."""
        return (_waited_us() - self._before_us) / 1e6 / max(0.001, time.monotonic() - self._began)


def _waited_us() -> int:
    """Return the total of "some" (https://docs.kernel.org/accounting/psi.html)."""
    try:
        return int(PRESSURE.read_text(encoding="utf-8").split("total=")[1].split()[0])
    except (OSError, IndexError, ValueError):
        return 0
