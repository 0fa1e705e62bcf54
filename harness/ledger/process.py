"""This machine in, who writes into the ledger out; and whether who wrote earlier may still be at work."""

import os
import platform
import shutil
import subprocess
from contextlib import suppress
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path

from harness.ledger.model import Event, Process

ABANDONED_AFTER = timedelta(minutes=30)
"""How long a process of another machine, which nobody here can ask, is taken to be at work."""
_PROC = Path("/proc")
_STARTED = 19
"""The 22nd word of /proc/PID/stat, counted from behind the program's name (man 5 proc)."""


def this_process() -> Process:
    """Return the process that runs this."""
    pid = os.getpid()
    return Process(platform.node(), _machine(), pid, _started(pid) or "")


def may_be_at_work(event: Event, now: datetime) -> bool:
    """Say whether the process that wrote an event may still go on with it.

    Args:
        event: The last one of a commitment.
        now: The moment it is asked for.
    """
    process = event.process
    if process.started and (process.host, process.machine) == (platform.node(), _machine()):
        return _started(process.pid) == process.started
    return now - event.at < ABANDONED_AFTER


@cache
def _machine() -> str:
    """Return what tells this start of the machine, or this container, from others of its name."""
    signs = []
    with suppress(OSError):  # another system
        signs.append((_PROC / "sys/kernel/random/boot_id").read_text(encoding="ascii").strip())
        signs.append(f"{(_PROC / 'self/ns/pid').stat().st_ino}")
    return " ".join(signs)


def _started(pid: int) -> str | None:
    """Return when a process started; None where it does not run."""
    if not (_PROC / "self/stat").exists():
        return _started_elsewhere(pid)
    try:
        told = (_PROC / f"{pid}/stat").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return None
    state, *words = told.rpartition(")")[2].split()
    return None if state == "Z" else words[_STARTED - 1]


def _started_elsewhere(pid: int) -> str | None:
    """Ask the same of a system without /proc, such as macOS."""
    ps = shutil.which("ps")
    if ps is None:
        return ""
    command = [ps, "-o", "lstart=", "-p", f"{pid}"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env={"LC_ALL": "C"})
    return done.stdout.strip() or None
