"""What a shop answers in, the shop on a free port of this machine out, until the walk is over."""

import ssl
import subprocess
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Answer:
    """What comes back."""

    body: str
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Asked:
    """What was asked for; `pay` is the address of the service that takes the money."""

    path: str
    pay: str


Shop = Callable[[str, Asked], Answer | None]


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, host: str, handler: type[BaseHTTPRequestHandler]) -> None:
        super().__init__((host, 0), handler)
        self.host = host

    def handle_error(self, *_: Any) -> None:
        """Say nothing of browsers that hang up."""


@contextmanager
def serving(shop: Shop, fault: str, *, host: str = "127.0.0.1", pay: str = "") -> Iterator[_Server]:
    """Keep a shop open."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.rfile.read(int(self.headers.get("content-length") or 0))
            answer = shop(fault, Asked(self.path, pay)) if self.path != "/favicon.ico" else Answer("", 204)
            if answer is None:
                self.close_connection = True
                self.connection.shutdown(2)
                return
            body = answer.body.encode()
            self.send_response(answer.status)
            told = {"content-type": "text/html; charset=utf-8", **answer.headers}
            for name, value in {**told, "content-length": str(len(body))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        do_POST = do_GET  # noqa: N815 -- http.server's name

        def log_message(self, *_: object) -> None:
            """Say nothing: the table tells."""

    server = _Server(host, Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()


def address_of(server: _Server, scheme: str = "http") -> str:
    """Return where a shop is to be found."""
    return f"{scheme}://{server.host}:{server.server_port}"


def sign_for_nobody(server: _Server, folder: Path) -> None:
    """Give a shop a certificate that nobody trusts."""
    key, certificate = folder / "key.pem", folder / "certificate.pem"
    made = ("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=nobody")
    subprocess.run([*made, "-keyout", key, "-out", certificate], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    server.socket = context.wrap_socket(server.socket, server_side=True)
