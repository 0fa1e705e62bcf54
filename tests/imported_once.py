"""Commands over a socket in, each done by a fork of this process, which has everything imported already."""

import gc
import json
import os
import runpy
import signal
import socket
import sys
from contextlib import suppress
from importlib import import_module
from typing import Any

FILES = 5
"""What comes with a command: a file that says what is asked, its three streams, and where its end is told."""
WHAT_WALKS = ("harness.plugin", "pytest_playwright.pytest_playwright", "allure_pytest.plugin")
"""What commands import only once they walk."""


def import_everything() -> None:
    """Import what commands need; nothing of it is run."""
    for name in import_module("harness.cli.commands").COMMANDS:
        import_module("harness.cli.try_" if name == "try" else f"harness.cli.{name}")
    for name in WHAT_WALKS:
        import_module(name)
    gc.freeze()


def next_command(asking: socket.socket) -> list[int] | None:
    """Return, in a fork of its own, the files of a command; None in the first process, at its end.

    Several may be asked for at once: each has a process that waits for it.
    """
    while True:
        begins, files, _, _ = socket.recv_fds(asking, 1, FILES)
        if not begins:
            return None
        if os.fork() == 0:
            asking.close()
            *files, told = files
            return _begin(files, socket.socket(fileno=told))
        for file in files:
            os.close(file)


def _begin(files: list[int], told: socket.socket) -> list[int]:
    """Return the files in a fork; the process itself tells the fork's number and how it ended, and ends."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    process = os.fork()
    if process == 0:
        told.close()
        return files
    for file in files:
        os.close(file)
    told.sendall(process.to_bytes(8, "big"))
    _, status = os.waitpid(process, 0)
    with suppress(BrokenPipeError):  # it took too long, and who asked has gone on
        told.sendall(os.waitstatus_to_exitcode(status).to_bytes(8, "big", signed=True))
    os._exit(0)


def become(asked_in: int, *streams: int) -> None:
    """Do what `python -m` does with these words, in this folder, with this environment and these streams."""
    with open(asked_in, encoding="utf-8") as file:
        asked: dict[str, Any] = json.load(file)
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
        os.close(stream)
    os.chdir(asked["folder"])
    os.environ.clear()
    os.environ.update(asked["environ"])
    sys.path[0] = asked["folder"]
    sys.argv = asked["words"]
    signal.signal(signal.SIGINT, signal.default_int_handler)
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # it ends with who asks
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for those who wait for commands
    asks = socket.socket(fileno=int(sys.argv[1]))
    asks.set_inheritable(False)
    import_everything()
    if command := next_command(asks):
        become(*command)
