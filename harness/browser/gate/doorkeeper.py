"""Gates in, open doors out: one thread for all visits of this process, which ends when the run does."""

import asyncio
import atexit
from collections.abc import Mapping
from concurrent.futures import Future
from dataclasses import dataclass, field
from threading import Thread

from harness.browser.gate.door import Door
from harness.browser.gate.gate import Gate
from harness.browser.gate.names import Names, Resolver, system_resolver

CLOSING_S = 5


@dataclass
class Doorkeeper:
    """Opens a door for each visit.

    Args:
        resolver: Finds the addresses of names.
        ways: Where addresses really are: tests have no Internet.
    """

    resolver: Resolver = system_resolver
    ways: Mapping[str, str] = field(default_factory=dict)
    _loop: asyncio.AbstractEventLoop | None = None
    _thread: Thread | None = None
    _open: dict[int, Future[None]] = field(default_factory=dict)

    def open(self, gate: Gate) -> int:
        """Open a door with these rules; return its port."""
        door = Door(gate, Names(self.resolver), self.ways)
        self._open[door.port] = asyncio.run_coroutine_threadsafe(door.serve(), self._running())
        return door.port

    def close(self, port: int) -> None:
        """Close one door, and hang up on whoever still talks through it."""
        serving = self._open.pop(port, None)
        if serving:
            serving.cancel()

    def end(self) -> None:
        """Close every door and end the thread."""
        for port in tuple(self._open):
            self.close(port)
        atexit.unregister(self.end)
        loop, thread = self._loop, self._thread
        self._loop = self._thread = None
        if loop and thread:
            loop.call_soon_threadsafe(loop.stop)
            thread.join(CLOSING_S)

    def _running(self) -> asyncio.AbstractEventLoop:
        if self._loop is None:
            self._loop = asyncio.new_event_loop()
            self._thread = Thread(target=_run, args=(self._loop,), name="doors", daemon=True)
            self._thread.start()
            atexit.register(self.end)
        return self._loop


def _run(loop: asyncio.AbstractEventLoop) -> None:
    """Run until stopped, then let everything under way end."""
    loop.run_forever()
    loop.run_until_complete(_end_all())
    loop.close()


async def _end_all() -> None:
    left = asyncio.all_tasks() - {asyncio.current_task()}
    for task in left:
        task.cancel()
    await asyncio.gather(*left, return_exceptions=True)
