"""Wishes in, the embedded shop running in a process of its own out."""

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from queue import Empty, Queue
from tempfile import TemporaryFile
from threading import Thread
from types import TracebackType
from typing import IO, Any, Self
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlencode
from urllib.request import ProxyHandler, build_opener

from harness.demo.store.counts import Counts, PlacedOrder

START_SECONDS = 20
STOP_SECONDS = 5
ANSWER_SECONDS = 10
READY = "serving "
DIRECT = build_opener(ProxyHandler({}))  # the shop is on this machine, whatever proxy the environment names


class DemoShopError(Exception):
    """The embedded shop did not start, or did not do what it was asked."""


class DemoShop:
    """A running embedded shop; stops with `stop`, at the end of a `with`, or when its parent dies."""

    def __init__(self, process: subprocess.Popen[str], address: str) -> None:
        self._process = process
        self.address = address

    @classmethod
    def start(cls, *, port: int = 0, database: Path | None = None, defects: Sequence[str] = ()) -> Self:
        """Start the shop and wait until it answers.

        Args:
            port: where to listen; 0 takes a free one.
            database: a file to keep; default is a fresh one.
            defects: names of `harness.demo.defects.DEFECTS` to switch on.

        Raises:
            DemoShopError: with what the shop said, if it does not start within `START_SECONDS`.
        """
        command = [sys.executable, "-m", "harness.demo.server", "--until-stdin-closes", f"--port={port}"]
        command += [f"--database={database}"] if database else []
        command += [f"--defect={name}" for name in defects]
        with TemporaryFile("w+") as errors:
            process = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors, text=True
            )
            try:
                line = _first_line(process)
            except KeyboardInterrupt:
                _end(process)
                raise
            if line.startswith(READY):
                return cls(process, line.removeprefix(READY).strip())
            _end(process)
            raise DemoShopError(f"the embedded shop did not start: {_last_words(errors)}")

    def stop(self) -> None:
        """Stop the shop; does nothing if it has stopped."""
        _end(self._process)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.stop()

    def switch(self, name: str, *, on: bool) -> None:
        """Switch a defect on or off.

        Raises:
            DemoShopError: if there is no such defect, or the shop does not answer.
        """
        self._ask(f"/demo/defects/{quote(name)}", {"state": "on" if on else "off"})

    def counts(self) -> Counts:
        """Return what has reached the shop: how many of each, and the orders one by one.

        Raises:
            DemoShopError: if the shop does not answer.
        """
        told = self._ask("/demo/counts")
        return Counts(**told | {"placed": tuple(PlacedOrder(**order) for order in told["placed"])})

    def orders(self) -> int:
        """Return how many orders have reached the shop."""
        return self.counts().orders

    def _ask(self, path: str, form: dict[str, str] | None = None) -> dict[str, Any]:
        body = urlencode(form).encode() if form else None
        try:
            with DIRECT.open(self.address + path, body, timeout=ANSWER_SECONDS) as answer:
                return dict(json.load(answer))
        except HTTPError as error:
            with error:
                raise DemoShopError(_problem(error)) from error
        except (URLError, OSError, ValueError) as error:
            raise DemoShopError(f"the embedded shop at {self.address} does not answer: {error}") from error


def _problem(error: HTTPError) -> str:
    try:
        return str(json.load(error)["problem"])
    except (ValueError, KeyError):
        return f"the embedded shop answered {error.code} {error.reason}."


def _first_line(process: subprocess.Popen[str]) -> str:
    lines: Queue[str] = Queue()
    Thread(target=lambda: lines.put(_pipe(process.stdout).readline()), daemon=True).start()
    try:
        return lines.get(timeout=START_SECONDS)
    except Empty:
        return ""


def _end(process: subprocess.Popen[str]) -> None:
    process.terminate()
    try:
        process.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    _pipe(process.stdin).close()
    _pipe(process.stdout).close()


def _last_words(errors: IO[str]) -> str:
    errors.seek(0)
    said = errors.read().strip().splitlines()
    return said[-1] if said else f"it said nothing within {START_SECONDS} seconds."


def _pipe(stream: IO[str] | None) -> IO[str]:
    if stream is None:
        raise DemoShopError("the embedded shop was started without pipes. Use DemoShop.start.")
    return stream
