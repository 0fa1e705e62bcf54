"""Processes take turns at a site: never more visits at once, never more page loads, and nothing is lost."""

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Lock, Thread

from harness.pace import SiteTurns, VisitTurn

VISITOR = """
import sys, time
from pathlib import Path
from urllib.request import urlopen
from harness.pace import SiteTurns
turns = SiteTurns(Path(sys.argv[1]), visits_at_once=2)
for _ in range(3):
    while (turn := turns.visit()) is None:
        time.sleep(0.01)
    urlopen(sys.argv[2] + "/in")
    time.sleep(0.1)
    urlopen(sys.argv[2] + "/out")
    turn.give_back()
"""
HOLDER = """
import sys, time
from pathlib import Path
from harness.pace import SiteTurns
turn = SiteTurns(Path(sys.argv[1]), visits_at_once=1).visit()
print("held" if turn else "taken", flush=True)
time.sleep(600)
"""


@dataclass
class Door:
    """Counts who is in."""

    address: str = ""
    inside: int = 0
    most: int = 0
    came: int = 0
    lock: Lock = field(default_factory=Lock)

    def note(self, path: str) -> None:
        """Let somebody in or out."""
        with self.lock:
            self.inside += 1 if path == "/in" else -1
            self.came += path == "/in"
            self.most = max(self.most, self.inside)


@contextmanager
def watching() -> Iterator[Door]:
    """Run a server that counts who is in at once."""
    door = Door()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            door.note(self.path)
            self.send_response(204)
            self.end_headers()

        def log_message(self, *_arguments: object) -> None:
            """Say nothing: the test tells."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    door.address = f"http://127.0.0.1:{server.server_address[1]}"
    yield door
    server.shutdown()
    server.server_close()


def started(program: str, *arguments: object) -> "subprocess.Popen[str]":
    words = [sys.executable, "-c", program, *map(str, arguments)]
    return subprocess.Popen(words, stdout=subprocess.PIPE, text=True)


def clock_at(start: float) -> tuple[list[float], Callable[[], float]]:
    moment = [start]
    return moment, lambda: moment[0]


def test_never_more_visits_at_once_than_allowed(tmp_path: Path) -> None:
    with watching() as door:
        visitors = [started(VISITOR, tmp_path, door.address) for _ in range(4)]
        for visitor in visitors:
            visitor.communicate(timeout=60)
    assert [visitor.returncode for visitor in visitors] == [0] * 4
    assert (door.came, door.most) == (12, 2)


def test_a_killed_visitor_frees_its_turn(tmp_path: Path) -> None:
    turns = SiteTurns(tmp_path, visits_at_once=1)
    with started(HOLDER, tmp_path) as holder:
        assert holder.stdout
        assert holder.stdout.readline() == "held\n"
        assert turns.visit() is None
        holder.kill()
    turn = turns.visit()
    assert turn is not None
    turn.give_back()


def test_without_a_bound_nobody_waits_and_nothing_is_written(tmp_path: Path) -> None:
    turns = SiteTurns(tmp_path / "never")
    assert [turns.visit() for _ in range(3)] == [VisitTurn()] * 3
    assert not turns.folder.exists()


def test_page_loads_are_counted_within_any_window(tmp_path: Path) -> None:
    moment, now = clock_at(1000)
    one, other = (SiteTurns(tmp_path, page_loads=2, window_s=60, now=now) for _ in range(2))
    first = one.load()
    assert first
    one.loaded(first, [1003])  # it took a while to come
    moment[0] = 1010
    second = other.load()
    assert second
    assert one.load() is None
    other.loaded(second, [])  # nothing was loaded after all
    third = one.load()
    assert third
    one.loaded(third, [1011, 1012])  # the page went on to another one by itself
    moment[0] = 1062
    assert other.load() is None
    moment[0] = 1063
    assert other.load() is None  # those two are within the last minute
    moment[0] = 1072
    assert other.load() is not None


def test_a_turn_that_was_lost_with_its_process_counts_for_one_window_only(tmp_path: Path) -> None:
    moment, now = clock_at(time.time())
    turns = SiteTurns(tmp_path, page_loads=1, window_s=60, now=now)
    assert turns.load()
    assert turns.load() is None
    moment[0] += 60
    assert turns.load()
    moment[0] -= 3600  # the clock was set back
    assert turns.load()
