"""Commands over a socket in, each done by a fork of this process, which has everything imported already."""

import gc
import json
import os
import runpy
import signal
import socket
import sys
from importlib import import_module
from typing import Any

FILES = 4
"""What comes with a command: a file that says what is asked, and its three streams."""
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

    The first process tells the fork's number, and how it ended.
    """
    while True:
        begins, files, _, _ = socket.recv_fds(asking, 1, FILES)
        if not begins:
            return None
        process = os.fork()
        if process == 0:
            asking.close()
            return files
        for file in files:
            os.close(file)
        asking.sendall(process.to_bytes(8, "big"))
        _, status = os.waitpid(process, 0)
        asking.sendall(os.waitstatus_to_exitcode(status).to_bytes(8, "big", signed=True))


def become(asked_in: int, *streams: int) -> None:
    """Do what `python -m harness` does in this folder, with this environment, these streams and words."""
    with open(asked_in, encoding="utf-8") as file:
        asked: dict[str, Any] = json.load(file)
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
        os.close(stream)
    os.chdir(asked["folder"])
    os.environ.clear()
    os.environ.update(asked["environ"])
    sys.path[0] = asked["folder"]
    sys.argv = ["harness", *asked["words"]]
    signal.signal(signal.SIGINT, signal.default_int_handler)
    runpy.run_module("harness", run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # it ends with who asks
    asks = socket.socket(fileno=int(sys.argv[1]))
    asks.set_inheritable(False)
    import_everything()
    if command := next_command(asks):
        become(*command)
