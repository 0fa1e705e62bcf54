"""A PostgreSQL server of the tests' own: on loopback, in a folder of its own, by an unprivileged user."""

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pg8000.native

OWNER, DATABASE = "shopper", "postgres"
PASSWORD = "s3cret/of the@server"
_NOBODY = "nobody"
_PATIENCE_S = 60
_numbers = count(1)


def programs() -> Path | None:
    """Return the folder of PostgreSQL's programs, where it is installed."""
    found = shutil.which("postgres")
    folders = [Path(found).resolve().parent] if found else sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    return next((folder for folder in reversed(folders) if (folder / "initdb").exists()), None)


class Server:
    """A server that runs."""

    def __init__(self, port: int) -> None:
        self.port = port

    def address(self, user: str = OWNER, database: str = DATABASE, *, password: str = PASSWORD) -> str:
        """Return the address of a database, the password as addresses write it."""
        hidden = quote(password, safe="")
        return f"postgresql://{user}:{hidden}@127.0.0.1:{self.port}/{database}"

    def new_user(self) -> str:
        """Make a user whose tables are apart from those of others; return the name."""
        name = f"user_{next(_numbers)}"
        self.say(f"CREATE ROLE {name} LOGIN PASSWORD '{PASSWORD}'")
        self.say(f"CREATE SCHEMA {name} AUTHORIZATION {name}")
        return name

    def say(self, statement: str) -> None:
        """Run a statement as the server's owner."""
        with pg8000.native.Connection(
            OWNER, host="127.0.0.1", port=self.port, database=DATABASE, password=PASSWORD, timeout=30
        ) as connection:
            connection.run(statement)


@contextmanager
def running(folder_of_programs: Path) -> Iterator[Server]:
    """Start a server; it is gone afterwards, with all it kept."""
    folder = Path(tempfile.mkdtemp(prefix="ledger-"))
    as_whom: Mapping[str, Any] = (
        {"user": _NOBODY, "group": "nogroup", "extra_groups": []} if os.geteuid() == 0 else {}
    )
    (folder / "password").write_text(PASSWORD, encoding="utf-8")
    if as_whom:  # PostgreSQL refuses to run as root
        shutil.chown(folder, _NOBODY)
        shutil.chown(folder / "password", _NOBODY)
    port = _free_port()
    try:
        subprocess.run(
            [
                folder_of_programs / "initdb",
                "--pgdata",
                folder / "data",
                f"--username={OWNER}",
                "--no-sync",
                "--auth=scram-sha-256",
                f"--pwfile={folder / 'password'}",
                "--no-locale",
                "--encoding=UTF8",
            ],
            check=True,
            capture_output=True,
            cwd=folder,
            **as_whom,
        )
        settings = {
            "listen_addresses": "127.0.0.1",
            "port": port,
            "unix_socket_directories": folder,
            "max_connections": 200,
            "fsync": "off",  # quicker; what a server keeps when the power fails is for PostgreSQL to prove
        }
        process = subprocess.Popen(
            [
                folder_of_programs / "postgres",
                "-D",
                folder / "data",
                *(f"--{name}={value}" for name, value in settings.items()),
            ],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd=folder,
            **as_whom,
        )
        try:
            server = Server(port)
            _wait_for(server, process)
            yield server
        finally:
            process.send_signal(signal.SIGQUIT)  # at once: nothing of it is kept
            process.wait(30)
    finally:
        shutil.rmtree(folder)


def _wait_for(server: Server, process: "subprocess.Popen[bytes]") -> None:
    given_up = time.monotonic() + _PATIENCE_S
    while process.poll() is None and time.monotonic() < given_up:
        with suppress(pg8000.native.InterfaceError, pg8000.native.DatabaseError):  # it is not up yet
            server.say("SELECT 1")
            return
        time.sleep(0.1)
    raise RuntimeError(f"PostgreSQL did not start: {process.returncode}")


def _free_port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return int(door.getsockname()[1])
