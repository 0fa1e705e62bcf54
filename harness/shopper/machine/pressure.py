"""The system's own count of waiting for a processor out; where there is none, an estimate."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

PRESSURE_FILE = Path("/proc/pressure/cpu")
SPIN_S = 0.01
"""Processor time of one calculation: three times what a system gives a program at a stretch."""
LONGEST_SPIN_S = 0.1
BETWEEN_SPINS_S = 1.0
COARSEST_CLOCK_S = 0.001


@dataclass(frozen=True)
class Pressure:
    """What was counted up to a moment.

    Args:
        at_ms: The moment, on a clock that only runs forward.
        waiting_ms: In how many milliseconds until then some program waited for a processor.
        recent: The share of the last ten seconds; 0 where it is not known.
        estimated: Whether it comes from a calculation of our own.
    """

    at_ms: float
    waiting_ms: float
    recent: float = 0
    estimated: bool = False


ReadPressure = Callable[[], Pressure | None]


def pressure_reader(file: Path = PRESSURE_FILE) -> ReadPressure:
    """Return what reads the pressure on this system; it answers None where nothing can be known."""
    return SystemPressure(file) if SystemPressure(file)() else Calibration()


@dataclass(frozen=True)
class SystemPressure:
    """Linux's pressure stall information: https://docs.kernel.org/accounting/psi.html."""

    file: Path = PRESSURE_FILE

    def __call__(self) -> Pressure | None:
        """Read `some avg10=1.54 avg60=1.03 avg300=2.80 total=3128010452`."""
        try:
            line = self.file.read_text(encoding="ascii").partition("\n")[0]
            told = dict(pair.split("=") for pair in line.split()[1:])
            waiting_ms, recent = int(told["total"]) / 1000, float(told["avg10"]) / 100
        except (OSError, ValueError, KeyError):  # another system, or a kernel that does not count it
            return None
        return Pressure(time.monotonic() * 1000, waiting_ms, recent)


@dataclass
class Calibration:
    """A calculation now and then: what it takes beyond its processor time is waiting for a processor."""

    _share: float = 0
    _spun_ms: float = -BETWEEN_SPINS_S * 1000
    _last_ms: float = field(default_factory=lambda: time.monotonic() * 1000)
    _waiting_ms: float = 0

    def __call__(self) -> Pressure | None:
        """Calculate, at most once a second, and count the time since the last call by the outcome."""
        if time.get_clock_info("thread_time").resolution > COARSEST_CLOCK_S:
            return None
        now_ms = time.monotonic() * 1000
        if now_ms - self._spun_ms >= BETWEEN_SPINS_S * 1000:
            self._share, self._spun_ms = _share_of_waiting(), now_ms
        self._waiting_ms += self._share * (now_ms - self._last_ms)
        self._last_ms = now_ms
        return Pressure(now_ms, self._waiting_ms, estimated=True)


def _share_of_waiting() -> float:
    began_s, began_cpu_s = time.perf_counter(), time.thread_time()
    took_s = cpu_s = 0.0
    while cpu_s < SPIN_S and took_s < LONGEST_SPIN_S:
        cpu_s, took_s = time.thread_time() - began_cpu_s, time.perf_counter() - began_s
    return max(0.0, 1 - cpu_s / took_s)
