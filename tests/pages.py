"""Small web sites for tests: a page for each path, and what reached them."""

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread


@dataclass(frozen=True)
class Page:
    """An answer: its body, how it is announced, and how long it takes."""

    body: str
    status: int = 200
    kind: str = "text/html; charset=utf-8"
    headers: Mapping[str, str] = field(default_factory=dict)
    delay_s: float = 0


@dataclass
class Site:
    """A running site."""

    address: str
    visited: list[str]


@contextmanager
def serving(pages: Mapping[str, Page | str], host: str = "127.0.0.1") -> Iterator[Site]:
    """Serve these pages on a free port of this machine until the test is over."""
    visited: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            visited.append(self.path)
            found = pages.get(self.path.partition("?")[0], Page("<title>Nothing</title>nothing here", 404))
            page = Page(found) if isinstance(found, str) else found
            time.sleep(page.delay_s)
            body = page.body.encode()
            self.send_response(page.status)
            for name, value in {"Content-Type": page.kind, **page.headers}.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        do_POST = do_GET  # noqa: N815 -- http.server's name

        def log_message(self, *_arguments: object) -> None:
            """Say nothing: the test tells."""

    server = ThreadingHTTPServer((host, 0), Handler)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield Site(f"http://{host}:{server.server_address[1]}", visited)
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
