"""This process in, how long each thread of it and of its children has waited for a processor out."""

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

PROCESSES = Path("/proc")
MOST_PROCESSES = 1000
"""Looking through more would itself keep the machine busy."""
NS_IN_MS = 1_000_000

ReadWaits = Callable[[], Mapping[int, float] | None]


def read_waits() -> Mapping[int, float] | None:
    """Return the milliseconds each thread waited, by its number; None where the system does not tell.

    The browser and its driver are children of this process. Source: `schedstat`, second number
    (https://docs.kernel.org/scheduler/sched-stats.html).
    """
    try:
        family = _family(os.getpid())
    except OSError:  # a system that does not list its processes
        return None
    waits = {thread: waited_ms for process in family for thread, waited_ms in _threads(process)}
    return waits or None


def _family(root: int) -> list[int]:
    running = [entry.name for entry in os.scandir(PROCESSES) if entry.name.isdigit()]
    if len(running) > MOST_PROCESSES:
        return []
    children: dict[int, list[int]] = {}
    for name in running:
        with suppress(OSError, IndexError):  # it has ended meanwhile
            status = (PROCESSES / name / "stat").read_bytes()
            parent = int(status.rpartition(b")")[2].split()[1])
            children.setdefault(parent, []).append(int(name))
    family = [root]
    for process in family:  # it grows while it is walked: children, then theirs
        family += children.get(process, [])
    return family


def _threads(process: int) -> Iterator[tuple[int, float]]:
    tasks = PROCESSES / str(process) / "task"
    try:
        threads = [entry.name for entry in os.scandir(tasks)]
    except OSError:  # it has ended meanwhile
        return
    for thread in threads:
        with suppress(OSError, ValueError, IndexError):
            ran_ns, waited_ns = (tasks / thread / "schedstat").read_bytes().split()[:2]
            if int(ran_ns):  # a kernel that does not count says 0
                yield int(thread), int(waited_ns) / NS_IN_MS
