"""Servers that misbehave, for tests: silent, hanging up, half an answer, an unknown certificate."""

import socket
import ssl
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread

Reply = Callable[[socket.socket, str, Event], None]
"""Answers on a connection the request for a path; the event is set when the test is over."""


def page(body: str, **headers: str) -> Reply:
    """Answer with a page."""
    told = {"Content-Type": "text/html; charset=utf-8", "Content-Length": str(len(body.encode())), **headers}
    return lambda talk, _path, _over: talk.sendall(_head("200 OK", told) + body.encode())


def redirect(to: str) -> Reply:
    """Send the customer elsewhere."""
    return lambda talk, _path, _over: talk.sendall(
        _head("302 Found", {"Location": to, "Content-Length": "0"})
    )


def silence(_talk: socket.socket, _path: str, over: Event) -> None:
    """Take the call and say nothing."""
    over.wait(60)


def hang_up(talk: socket.socket, _path: str, _over: Event) -> None:
    """Close without a word."""
    talk.close()


def half(body: str) -> Reply:
    """Send the beginning and never the end."""

    def reply(talk: socket.socket, _path: str, over: Event) -> None:
        told = {"Content-Type": "text/html; charset=utf-8", "Content-Length": "100000"}
        talk.sendall(_head("200 OK", told) + body.encode())
        over.wait(60)

    return reply


def cut_off(body: str) -> Reply:
    """Send the beginning and hang up."""
    told = {"Content-Type": "text/html; charset=utf-8", "Content-Length": "100000"}
    return lambda talk, _path, _over: talk.sendall(_head("200 OK", told) + body.encode())


def file(name: str) -> Reply:
    """Send a file to keep, not to look at."""
    return page("%PDF-1.4", **{"Content-Disposition": f'attachment; filename="{name}"'})


@contextmanager
def talking(replies: dict[str, Reply], *, certificate: Path | None = None) -> Iterator[str]:
    """Answer on a free port until the test is over; yields the address."""
    over, listening = Event(), socket.create_server(("127.0.0.1", 0))
    listening.settimeout(0.1)
    Thread(target=_listen, args=(listening, replies, certificate, over), daemon=True).start()
    try:
        scheme = "https" if certificate else "http"
        yield f"{scheme}://127.0.0.1:{listening.getsockname()[1]}"
    finally:
        over.set()
        listening.close()


def self_signed(folder: Path) -> Path:
    """Make a certificate that nobody has signed but its owner; the key is in the same file."""
    made = folder / "certificate.pem"
    words = "openssl req -x509 -newkey rsa:2048 -nodes -days 1 -subj /CN=127.0.0.1"
    words += " -addext subjectAltName=IP:127.0.0.1"
    command = [*words.split(), "-keyout", str(made), "-out", f"{made}.crt"]
    subprocess.run(command, check=True, capture_output=True)
    made.write_text(made.read_text() + Path(f"{made}.crt").read_text())
    return made


def _listen(
    listening: socket.socket, replies: dict[str, Reply], certificate: Path | None, over: Event
) -> None:
    context = None
    if certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
    while not over.is_set():
        try:
            talk, _ = listening.accept()
        except TimeoutError:
            continue
        except OSError:
            return
        Thread(target=_talk, args=(talk, replies, context, over), daemon=True).start()


def _talk(
    talk: socket.socket, replies: dict[str, Reply], context: ssl.SSLContext | None, over: Event
) -> None:
    try:
        with context.wrap_socket(talk, server_side=True) if context else talk as safe:
            words = safe.recv(65536).decode("latin-1").split(" ")
            if len(words) > 1:
                path = words[1].partition("?")[0]
                replies.get(path, page("<title>Nothing</title>"))(safe, path, over)
    except OSError:
        return  # the browser went away first


def _head(status: str, headers: dict[str, str]) -> bytes:
    lines = [
        f"HTTP/1.1 {status}",
        *(f"{name}: {value}" for name, value in headers.items()),
        "Connection: close",
    ]
    return ("\r\n".join(lines) + "\r\n\r\n").encode()
