"""Moments in, milliseconds since the visit began out: one monotonic clock for a whole visit."""

import time
from dataclasses import dataclass, field


@dataclass(frozen=True)
class VisitClock:
    """Counts from the moment it is made. `epoch_ms` ties page clocks to it."""

    _began: float = field(default_factory=time.monotonic)
    epoch_ms: float = field(default_factory=lambda: time.time() * 1000)

    def now_ms(self) -> int:
        """Milliseconds since the visit began."""
        return round((time.monotonic() - self._began) * 1000)

    def of_epoch_ms(self, epoch_ms: float) -> int:
        """Turn a page's moment (milliseconds since 1970) into milliseconds since the visit began."""
        return round(epoch_ms - self.epoch_ms)
