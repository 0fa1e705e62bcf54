"""Commands and processes in, the seconds they take out."""

import os
import resource
import subprocess
import time
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from .figures import Cost

PROCESSES = Path("/proc")
USER, SYSTEM, USER_OF_CHILDREN, SYSTEM_OF_CHILDREN = 11, 12, 13, 14
PARENT = 1
RESIDENT = 21
"""Fields of /proc/PID/stat after the name, see proc(5)."""

SAMPLE_S = 0.05


def run(command: Sequence[str | Path], *, cwd: Path, may_end_with: Collection[int] = (0,)) -> Cost:
    """Run a command to its end; its own children count once they have ended, as a browser has.

    Raises:
        RuntimeError: It failed, so that its time means nothing.
    """
    used, began = _children_s(), time.perf_counter()
    done = subprocess.run(command, cwd=cwd, env=environment(), capture_output=True, text=True, check=False)
    took = Cost(time.perf_counter() - began, _children_s() - used)
    if done.returncode not in may_end_with:
        raise RuntimeError(f"{command} ended with {done.returncode}:\n{done.stdout}\n{done.stderr}")
    return took


def peak_mb(command: Sequence[str | Path], *, cwd: Path) -> float:
    """Run a command, and return the most memory that it and all below it held at one time.

    Pages that processes share count for each of them, which overstates a browser, but all browsers alike.

    Raises:
        RuntimeError: It failed, so that its memory means nothing.
    """
    started = subprocess.Popen(
        command, cwd=cwd, env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    peak = 0
    while started.poll() is None:
        pages = sum(int(fields[RESIDENT]) for _, fields in _family(started.pid, ()))
        peak = max(peak, pages * os.sysconf("SC_PAGE_SIZE"))
        time.sleep(SAMPLE_S)
    if started.returncode:
        raise RuntimeError(f"{command} ended with {started.returncode}")
    return peak / 1_000_000


def environment() -> dict[str, str]:
    """Return this environment without what changes how pytest runs; this checkout is the one measured.

    Compiled modules are kept, as on any user's machine: without them start-up is twice as long.
    """
    unwanted = ("PYTEST_", "CI", "PYTHONDONTWRITEBYTECODE")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(unwanted)}
    return {**kept, "PYTHONPATH": str(Path(__file__).parents[2])}


def tree_cpu_s(root: int, *, without: Collection[int] = ()) -> float:
    """Return the computing time of a process and all below it, those that have ended included.

    Args:
        root: The process.
        without: Processes that do not count, such as the shop.
    """
    ticks = sum(_ticks(fields) for _, fields in _family(root, without))
    return ticks / os.sysconf("SC_CLK_TCK")


def _family(root: int, without: Collection[int]) -> Iterator[tuple[int, list[str]]]:
    stats = dict(_stats())
    wanted = [root]
    while wanted:
        process = wanted.pop()
        if process in stats and process not in without:
            yield process, stats[process]
            wanted += [child for child, fields in stats.items() if int(fields[PARENT]) == process]


def _stats() -> Iterator[tuple[int, list[str]]]:
    for stat in PROCESSES.glob("[0-9]*/stat"):
        try:
            text = stat.read_text(encoding="utf-8", errors="replace")
        except OSError:  # it ended while we looked
            continue
        yield int(stat.parent.name), text.rpartition(")")[2].split()


def _ticks(fields: list[str]) -> int:
    return sum(int(fields[at]) for at in (USER, SYSTEM, USER_OF_CHILDREN, SYSTEM_OF_CHILDREN))


def _children_s() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
