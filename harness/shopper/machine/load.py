"""Steps as they begin and end in, how busy the machine was meanwhile out."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from harness.record import MachineLoad
from harness.shopper.machine.pressure import Pressure, ReadPressure, pressure_reader
from harness.shopper.machine.waits import ReadWaits, read_waits

WORTH_A_LOOK = 0.2
"""Looking at each thread takes some milliseconds; below this share of waiting it is not done."""


@dataclass(frozen=True)
class MachineReaders:
    """What tells how busy the machine is; tests give their own."""

    pressure: ReadPressure = field(default_factory=pressure_reader)
    waits: ReadWaits = read_waits


@dataclass
class Machine:
    """Measures the machine of the shopper herself, over each step and over the visit."""

    readers: MachineReaders = field(default_factory=MachineReaders)
    _first: Pressure | None = None
    _begun: Pressure | None = None
    _waits: Mapping[int, float] | None = None

    def step_begins(self) -> None:
        """Read once before a step's time runs."""
        now = self._begun = self.readers.pressure()
        self._first = self._first or now
        self._waits = self.readers.waits() if now and now.recent >= WORTH_A_LOOK else None

    def step_ends(self) -> MachineLoad | None:
        """Return the load since the step began; None where nothing can be known."""
        return _load(self._begun, self.readers.pressure(), self._waited_ms())

    def visit_ends(self) -> MachineLoad | None:
        """Return the load since the first step began."""
        return _load(self._first, self.readers.pressure(), None)

    def _waited_ms(self) -> int | None:
        before, after = self._waits, self.readers.waits() if self._waits else None
        if not before or not after:
            return None
        return round(sum(max(0, waited - before.get(thread, 0)) for thread, waited in after.items()))


def _load(begun: Pressure | None, ended: Pressure | None, waited_ms: int | None) -> MachineLoad | None:
    if not begun or not ended or ended.at_ms <= begun.at_ms:
        return None
    share = (ended.waiting_ms - begun.waiting_ms) / (ended.at_ms - begun.at_ms)
    return MachineLoad(
        pressure=round(min(1.0, max(0.0, share)), 3), waited_ms=waited_ms, estimated=ended.estimated
    )
