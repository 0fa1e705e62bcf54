"""She treats a site as gently as its owner asks; what she waits is no part of what she measures."""

import time
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from harness.language.model import Place, Site
from harness.language.safety import NO_PACE, Pace
from harness.pace import SiteTurns
from harness.shopper.pacing import pace_of
from tests.walking import Walker

PAGE = "<h1>Page</h1><label>Name <input></label><button onclick='this.textContent=1'>Press</button>"
FOUR_PAGES = """
journey: Read four pages
steps:
  - step: Read them
    do: [open: /one, fill: {Name: Ann}, open: /two, open: /three, open: /four]
    see: Page
"""
THREE_DEEDS = """
journey: Press it
steps:
  - step: Press it
    do: [open: /, fill: {Name: Ann}, click: Press]
    see: Page
"""
WINDOW_S = 3.0


@contextmanager
def serving() -> Iterator[tuple[str, list[float]]]:
    """Serve one page, and note when it was asked for."""
    asked: list[float] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            if self.path != "/favicon.ico":
                asked.append(time.time())
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.send_header("Content-Length", str(len(PAGE)))
            self.end_headers()
            self.wfile.write(PAGE.encode())

        def log_message(self, *_arguments: object) -> None:
            """Say nothing: the test tells."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}", asked
    server.shutdown()
    server.server_close()


def test_never_more_pages_are_loaded_in_a_window_than_allowed(walker: Walker, tmp_path: Path) -> None:
    walker.turns = SiteTurns(tmp_path / "turns", page_loads=2, window_s=WINDOW_S)
    with serving() as (address, asked):
        walked = walker.walk(FOUR_PAGES, address=address)
    assert walked.record.ending == "walked"
    assert len(asked) == 4
    # The window is kept where a page sets out; half of it is left for the ways to the server.
    assert [b - a > WINDOW_S / 2 for a, b in zip(asked, asked[2:], strict=False)] == [True, True]
    assert walked.record.waited_ms > 0
    told = (walked.folder / "record.jsonl").read_text("utf-8")
    assert told.count('{"event": "waits", "still": true}') == told.count('{"event": "waits", "still": false}')
    assert '{"event": "waits", "still": true}' in told


def test_a_pause_stands_before_each_deed_but_the_first_and_is_in_no_time(walker: Walker) -> None:
    walker.pause_ms = 600
    with serving() as (address, _):
        record = walker.walk(THREE_DEEDS, address=address).record
    assert record.waited_ms >= 2 * walker.pause_ms
    (step,) = record.steps
    assert step.active_ms <= step.duration_ms - 2 * walker.pause_ms
    deeds = deque(action for action in step.actions if action.is_deed)
    assert [action.verb for action in deeds] == ["open", "fill", "click"]


@pytest.mark.parametrize(
    ("address", "pace"),
    [
        ("https://www.shop.example", Pace(None, 2, 60)),
        ("https://93.184.216.34", Pace(None, 2, 60)),
        ("http://127.0.0.1:5000", NO_PACE),
        ("http://10.1.2.3", NO_PACE),
        ("http://[::1]:80", NO_PACE),
        ("https://staging.internal", NO_PACE),
        ("http://shop", NO_PACE),
    ],
)
def test_sites_of_others_are_treated_gently_without_being_asked(address: str, pace: Pace) -> None:
    site = Site("Shop", address, Place("site.yaml", 1))
    assert pace_of(site, address) == pace


def test_what_the_owner_says_holds_everywhere() -> None:
    own = Pace(500, 1, None)
    site = Site("Shop", "http://127.0.0.1", Place("site.yaml", 1), pace=own)
    assert pace_of(site, site.address) == own
