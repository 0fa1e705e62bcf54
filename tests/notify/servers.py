"""Answers in, a server of this machine out that gives them one after the other and keeps what it was sent."""

import json
import socket
import ssl
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, Envelope, LoginPassword


@dataclass(frozen=True)
class Answer:
    """What a server says, and how long it takes about it."""

    status: int = 200
    body: str = "ok"
    headers: dict[str, str] = field(default_factory=dict)
    delay_s: float = 0


@dataclass(frozen=True)
class Posted:
    """What a server was sent."""

    path: str
    headers: dict[str, str]
    body: str

    @property
    def told(self) -> Any:
        """The JSON of the body."""
        return json.loads(self.body)


@dataclass
class Hook:
    """A running server."""

    address: str
    posted: list[Posted]


@contextmanager
def hook(*answers: Answer, choose: Callable[[Posted], Answer] | None = None) -> Iterator[Hook]:
    """Answer each request with the next of these, and the last one for good."""
    left, posted = list(answers) or [Answer()], list[Posted]()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            posted.append(Posted(self.path, {k.casefold(): v for k, v in self.headers.items()}, body))
            answer = choose(posted[-1]) if choose else left.pop(0) if len(left) > 1 else left[0]
            time.sleep(answer.delay_s)
            self.send_response(answer.status)
            for name, value in answer.headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(answer.body.encode())

        def log_message(self, *_arguments: object) -> None:
            """Say nothing: the test tells."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads, server.block_on_close = True, False  # one of them may hang on purpose
    Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    try:
        yield Hook(f"http://127.0.0.1:{server.server_address[1]}", posted)
    finally:
        server.shutdown()
        server.server_close()


@dataclass
class Mailbox:
    """A running mail server, and what it took."""

    server: str
    mails: list[EmailMessage] = field(default_factory=list)
    to: list[str] = field(default_factory=list)


@contextmanager
def mail_server(
    *,
    certificate: Path | None = None,
    at_once: bool = False,
    login: tuple[str, str] | None = None,
    refuses: Sequence[str] = (),
) -> Iterator[Mailbox]:
    """Take mails until the test is over.

    Args:
        certificate: With it, only what is encrypted is taken: after STARTTLS, or `at_once`.
        at_once: Whether it is encrypted from the first word on.
        login: Only after this login.
        refuses: Whom nobody knows.
    """
    box = Mailbox("")

    class Handler:
        async def handle_RCPT(  # noqa: N802 -- aiosmtpd's name
            self, _server: object, _session: object, envelope: Envelope, address: str, _options: object
        ) -> str:
            if address in refuses:
                return "550 nobody of that name"
            envelope.rcpt_tos.append(address)
            return "250 OK"

        async def handle_DATA(  # noqa: N802 -- aiosmtpd's name
            self, _server: object, _session: object, envelope: Envelope
        ) -> str:
            content = envelope.content
            box.mails.append(message_from_bytes(content, policy=default))  # type: ignore[arg-type]
            box.to += envelope.rcpt_tos
            return "250 OK"

    def knows(
        _server: object, _session: object, _envelope: object, _how: str, said: LoginPassword
    ) -> AuthResult:
        given = (said.login.decode(), said.password.decode())
        return AuthResult(success=given == login, handled=False)

    options: dict[str, Any] = {"hostname": "127.0.0.1", "port": 0}
    if certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        options |= {"ssl_context": context} if at_once else {"tls_context": context, "require_starttls": True}
    if login:
        options |= {"authenticator": knows, "auth_required": True, "auth_require_tls": bool(certificate)}
    controller = _AnyPort(Handler(), **options)
    controller.start()
    try:
        box.server = f"127.0.0.1:{controller.listens_at}"
        yield box
    finally:
        controller.stop()


@contextmanager
def crowded() -> Iterator[str]:
    """Be a server at which so many wait that no other connection is made; yield its host and port."""
    with ExitStack() as held:
        server = held.enter_context(socket.create_server(("127.0.0.1", 0), backlog=0))
        for _ in range(4):
            waiting = held.enter_context(socket.socket())
            waiting.settimeout(0)
            waiting.connect_ex(server.getsockname())
        yield f"127.0.0.1:{server.getsockname()[1]}"


class _AnyPort(Controller):
    """Finds out which free port it was given, before it says that it is ready."""

    @property
    def listens_at(self) -> int:
        """The port."""
        listening: Any = self.server
        return int(listening.sockets[0].getsockname()[1])

    def _trigger_server(self) -> None:
        self.port = self.listens_at
        super()._trigger_server()  # type: ignore[no-untyped-call]
