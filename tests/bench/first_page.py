"""A tiny site out, which knows when its page was first asked for."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

_PAGE = b"<!doctype html><title>Here</title><link rel=icon href=data:,><h1>Here</h1>"


@dataclass
class FirstPage:
    """A page; `at_s` is when it was first asked for since somebody set it to None."""

    address: str
    at_s: float | None = None


@contextmanager
def page_and_when_it_was_asked_for() -> Iterator[FirstPage]:
    """Serve the page on a free port of this machine."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            if page.at_s is None:
                page.at_s = time.perf_counter()
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.send_header("Content-Length", str(len(_PAGE)))
            self.end_headers()
            self.wfile.write(_PAGE)

        def log_message(self, *_arguments: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    page = FirstPage(f"http://127.0.0.1:{server.server_address[1]}")
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield page
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
