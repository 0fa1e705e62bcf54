"""This process in; how long its threads, and its children's, ran and waited out, beside the whole machine."""

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field

MOST_PROCESSES = 1000
"""Looking through more would itself keep the machine busy."""
MS_OF_TICK = 10
"""The unit of `/proc/stat` for programs, whatever the kernel's own (man 5 proc)."""
NS_IN_MS = 1_000_000
_IDLE_AND_WAITING_FOR_DISKS = slice(3, 5)
_TOLD_TWICE = 8
"""From here on: time of guest systems, which is also part of the first two."""


@dataclass(frozen=True)
class Programs:
    """What was counted up to a moment.

    Args:
        machine_ms: Processor time of everything on the machine, and of the machines it shares a host with.
        ran_ms: Processor time of each thread of ours, by its number.
        waited_ms: How long each of them waited for a processor.
    """

    machine_ms: float
    ran_ms: Mapping[int, float]
    waited_ms: Mapping[int, float]


ReadPrograms = Callable[[], Programs | None]


@dataclass
class Family:
    """The browser and its driver are children of this process; who belongs to it is looked up once each."""

    root: int = field(default_factory=os.getpid)
    _parents: dict[int, int] = field(default_factory=dict)

    def __call__(self) -> Programs | None:
        """Count; None where the system does not tell (https://docs.kernel.org/scheduler/sched-stats.html)."""
        try:
            machine_ms = _machine_ms()
            family = self._members()
        except (OSError, ValueError):  # another system
            return None
        threads = {thread: counted for process in family for thread, counted in _threads(process)}
        ran_ms = {thread: ran for thread, (ran, _) in threads.items()}
        waited_ms = {thread: waited for thread, (_, waited) in threads.items()}
        return Programs(machine_ms, ran_ms, waited_ms) if threads else None

    def _members(self) -> list[int]:
        running = {int(entry.name) for entry in os.scandir("/proc") if entry.name.isdigit()}
        if len(running) > MOST_PROCESSES:
            return []
        self._parents = {child: parent for child, parent in self._parents.items() if child in running}
        for process in running - self._parents.keys():
            with suppress(OSError, IndexError):  # it has ended meanwhile
                self._parents[process] = _parent(process)
        children: dict[int, list[int]] = {}
        for process, parent in self._parents.items():
            children.setdefault(parent, []).append(process)
        members = [self.root]
        for process in members:  # it grows while it is walked: children, then theirs
            members += children.get(process, [])
        return members


def _read(path: str) -> bytes:
    with open(path, "rb", buffering=0) as file:  # noqa: PTH123 -- a hundred are read at once: paths double it
        return file.read()


def _machine_ms() -> float:
    ticks = [int(number) for number in _read("/proc/stat").partition(b"\n")[0].split()[1 : _TOLD_TWICE + 1]]
    return (sum(ticks) - sum(ticks[_IDLE_AND_WAITING_FOR_DISKS])) * MS_OF_TICK


def _parent(process: int) -> int:
    return int(_read(f"/proc/{process}/stat").rpartition(b")")[2].split()[1])


def _threads(process: int) -> Iterator[tuple[int, tuple[float, float]]]:
    try:
        threads = [entry.name for entry in os.scandir(f"/proc/{process}/task")]
    except OSError:  # it has ended meanwhile
        return
    for thread in threads:
        with suppress(OSError, ValueError):
            ran_ns, waited_ns, _ = map(int, _read(f"/proc/{process}/task/{thread}/schedstat").split())
            if ran_ns:  # a kernel that does not count says 0
                yield int(thread), (ran_ns / NS_IN_MS, waited_ns / NS_IN_MS)
