"""Folders in, their files at an address of this machine out: while the command runs, for its user alone."""

import secrets
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import unquote, urlsplit

LOOPBACK = "127.0.0.1"
NOTHING = Path("/nonexistent")


class FolderServer(ThreadingHTTPServer):
    """Serves some folders, each below its name, behind a key that only its address has.

    Others on this machine reach the port too; without the key they find nothing.
    """

    daemon_threads = True

    def __init__(self, folders: Mapping[str, Path]) -> None:
        super().__init__((LOOPBACK, 0), _Files)
        self.folders = {name: folder.resolve() for name, folder in folders.items()}
        self.key = secrets.token_urlsafe(16)

    @property
    def address(self) -> str:
        """Where it is; a folder's name follows."""
        return f"http://{LOOPBACK}:{self.server_port}/{self.key}"

    def file_of(self, path: str) -> Path:
        """Return the file that is meant, or one that is nowhere: links out of a folder lead nowhere."""
        key, name, below = (*unquote(urlsplit(path).path).lstrip("/").split("/", 2), "", "")[:3]
        folder = self.folders.get(name)
        if folder is None or not secrets.compare_digest(key.encode(), self.key.encode()) or "\0" in below:
            return NOTHING
        file = (folder / below).resolve()
        return file if file.is_relative_to(folder) and file.is_file() else NOTHING


class _Files(SimpleHTTPRequestHandler):
    server: FolderServer

    def translate_path(self, path: str) -> str:
        return str(self.server.file_of(path))

    def send_head(self) -> Any:
        """Answer only who asked for this address by its number: a page elsewhere may have a name for it."""
        if self.headers.get("Host", "") != f"{LOOPBACK}:{self.server.server_port}":
            return self.send_error(403)
        return super().send_head()

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        super().end_headers()

    def log_message(self, *_said: object) -> None:
        """Say nothing: the terminal belongs to the command."""


@contextmanager
def serving(folders: Mapping[str, Path]) -> Iterator[str]:
    """Serve folders, each below its name, until the block ends; give the address that the names follow."""
    with FolderServer(folders) as server:
        thread = Thread(target=server.serve_forever, name="serving reports", daemon=True)
        thread.start()
        try:
            yield server.address
        finally:
            server.shutdown()
            thread.join()
