"""Steps as they begin and end in, how busy the machine was meanwhile out."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from harness.record import MachineLoad
from harness.shopper.machine.pressure import Pressure, ReadPressure, pressure_reader
from harness.shopper.machine.programs import Family, Programs, ReadPrograms

WORTH_A_LOOK = 0.05
"""Looking at each thread takes a millisecond; below this share of waiting it is not done."""
STILL_FRESH_MS = 200
"""A step that begins so soon after the last one ended is measured from there."""


@dataclass(frozen=True)
class MachineReaders:
    """What tells how busy the machine is; tests give their own."""

    pressure: ReadPressure = field(default_factory=pressure_reader)
    programs: ReadPrograms = field(default_factory=Family)


@dataclass(frozen=True)
class _Reading:
    pressure: Pressure
    programs: Programs | None


@dataclass
class Machine:
    """Measures the machine of the shopper herself, over each step and over the visit."""

    readers: MachineReaders = field(default_factory=MachineReaders)
    _first: Pressure | None = None
    _begun: _Reading | None = None
    _ended: _Reading | None = None

    def step_begins(self) -> None:
        """Read before a step's time runs."""
        pressure = self.readers.pressure()
        self._first = self._first or pressure
        last = self._ended
        if pressure and last and pressure.at_ms - last.pressure.at_ms < STILL_FRESH_MS and last.programs:
            self._begun = _Reading(pressure, last.programs)
            return
        looked = pressure is not None and pressure.recent >= WORTH_A_LOOK
        self._begun = _Reading(pressure, self.readers.programs() if looked else None) if pressure else None

    def step_ends(self) -> MachineLoad | None:
        """Return the load since the step began; None where nothing can be known."""
        begun, pressure = self._begun, self.readers.pressure()
        if not begun or not pressure:
            return None
        self._ended = _Reading(pressure, self.readers.programs() if begun.programs else None)
        load = _load(begun.pressure, pressure)
        if not load or not begun.programs or not self._ended.programs:
            return load
        return load.model_copy(update=_own_and_others(begun.programs, self._ended.programs))

    def visit_ends(self) -> MachineLoad | None:
        """Return the load since the first step began."""
        now = self.readers.pressure()
        return _load(self._first, now) if self._first and now else None


def _load(begun: Pressure, ended: Pressure) -> MachineLoad | None:
    if ended.at_ms <= begun.at_ms:
        return None
    share = (ended.waiting_ms - begun.waiting_ms) / (ended.at_ms - begun.at_ms)
    return MachineLoad(pressure=round(min(1.0, max(0.0, share)), 3), estimated=ended.estimated)


def _own_and_others(begun: Programs, ended: Programs) -> dict[str, int]:
    own_ms = _growth(begun.ran_ms, ended.ran_ms)
    others_ms = ended.machine_ms - begun.machine_ms - own_ms
    return {
        "waited_ms": round(_growth(begun.waited_ms, ended.waited_ms)),
        "others_ms": round(max(0.0, others_ms)),
    }


def _growth(before: Mapping[int, float], after: Mapping[int, float]) -> float:
    return sum(max(0.0, counted - before.get(thread, 0)) for thread, counted in after.items())
