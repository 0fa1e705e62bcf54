"""A command's words, folder and environment in, what it said and how it ended out: with nothing to import.

Each command is a process of its own, as a user's is, but a fork of one that has imported everything: the
start takes a hundredth of a second instead of one. How `harness` and pytest start from nothing is proven
where tests start them by `sys.executable`.
"""

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryFile
from threading import Lock

SCRIPT = Path(__file__).with_name("imported_once.py")

_ASKING = Lock()
"""Tests that run several commands at once share one process to fork from."""


def run_module(
    module: str, *words: str, folder: Path, environ: Mapping[str, str], timeout_s: float
) -> "subprocess.CompletedProcess[str]":
    """Run to its end what `python -m` runs.

    Raises:
        TimeoutExpired: It took longer, and was killed.
    """
    with (
        TemporaryFile("w+", encoding="utf-8") as asked,
        Path(os.devnull).open() as nothing,
        TemporaryFile("w+", encoding="utf-8") as said,
        TemporaryFile("w+", encoding="utf-8") as complaints,
    ):
        json.dump({"folder": str(folder), "environ": dict(environ), "words": [module, *words]}, asked)
        asked.seek(0)
        code = _run([file.fileno() for file in (asked, nothing, said, complaints)], timeout_s)
        said.seek(0)
        complaints.seek(0)
        return subprocess.CompletedProcess(words, code, said.read(), complaints.read())


def _run(files: list[int], timeout_s: float) -> int:
    ours, its = socket.socketpair()
    with ours:
        with its, _ASKING:
            socket.send_fds(_imported_once()[0], [b"!"], [*files, its.fileno()])
        process = _answer(ours)
        ours.settimeout(timeout_s)
        try:
            return _answer(ours)
        except TimeoutError:
            os.kill(process, signal.SIGKILL)
            raise subprocess.TimeoutExpired("a command", timeout_s) from None


def _answer(asking: socket.socket) -> int:
    answer = asking.recv(8)  # so few bytes come at once
    assert answer, "the process that imports everything has ended; what it said is above."
    return int.from_bytes(answer, "big", signed=True)


@cache
def _imported_once() -> tuple[socket.socket, "subprocess.Popen[bytes]"]:
    """Start the process that commands are forked from."""
    ours, its = socket.socketpair()
    process = subprocess.Popen([sys.executable, SCRIPT, str(its.fileno())], pass_fds=[its.fileno()])
    its.close()
    return ours, process


def end_what_was_imported() -> None:
    """End the process that commands are forked from, if there is one: what it has covered is counted then."""
    if _imported_once.cache_info().currsize:
        asking, process = _imported_once()
        asking.close()
        process.wait()
        _imported_once.cache_clear()
