"""Accidents of the browser, made in tests: one of its pages dies, or the whole of it."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path


def kill_pages() -> None:
    """Kill whatever shows pages in the browsers of this process."""
    _kill("--type=renderer")


def kill_browsers() -> None:
    """Kill the browsers of this process."""
    _kill("--remote-debugging-pipe", but_not="--type=")


def stop_browsers() -> list[int]:
    """Let the browsers of this process stand still; return their process numbers."""
    return _kill("--remote-debugging-pipe", but_not="--type=", by=signal.SIGSTOP)


def _kill(sign: str, *, but_not: str = "no such word", by: signal.Signals = signal.SIGKILL) -> list[int]:
    hit = [pid for pid, told in _below(os.getpid()) if sign in told and but_not not in told]
    for pid in hit:
        os.kill(pid, by)
    return hit


def _children(pid: int) -> list[int]:
    try:
        lists = [task.read_text() for task in Path(f"/proc/{pid}/task").glob("*/children")]
    except OSError:
        return []
    return [int(child) for told in lists for child in told.split()]


def _below(pid: int) -> Iterator[tuple[int, str]]:
    for child in _children(pid):
        try:
            words = Path(f"/proc/{child}/cmdline").read_text(encoding="utf-8", errors="replace")
        except OSError:
            continue  # it is gone already
        yield child, words.replace("\0", " ")
        yield from _below(child)
