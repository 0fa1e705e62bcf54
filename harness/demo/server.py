"""Command-line options in, the shop served on this machine out: `python -m harness.demo.server`."""

import argparse
import errno
import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from types import FrameType

import waitress  # type: ignore[import-untyped]
from flask import Flask
from waitress.server import BaseWSGIServer  # type: ignore[import-untyped]

from harness.demo.app import create_app, stop_waiting
from harness.demo.defects import Defects, UnknownDefectError
from harness.demo.store.database import DatabaseError

HOST = "127.0.0.1"
THREADS = 32  # 20 visitors at once, and a dozen of them waiting for a slow page
EXIT_CANNOT_SERVE = 3
EXIT_WRONG_OPTION = 4


def main(arguments: Sequence[str] | None = None) -> int:
    """Serve the shop until the process is told to stop, and return the exit code."""
    options = _options(arguments)
    try:
        defects = Defects(options.defect)
    except UnknownDefectError as error:
        return _give_up(str(error), EXIT_WRONG_OPTION)
    with TemporaryDirectory(prefix="northfold-", ignore_cleanup_errors=True) as folder:
        try:
            app = create_app(database=options.database or Path(folder) / "shop.sqlite", defects=defects)
            server = _listen(app, options.port)
        except DatabaseError as error:
            return _give_up(str(error), EXIT_CANNOT_SERVE)
        except OSError as error:
            return _give_up(_cannot_listen(error, options.port), EXIT_CANNOT_SERVE)
        _serve(app, server, until_stdin_closes=options.until_stdin_closes)
    return 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="harness.demo.server", description="Serve the embedded shop on this machine."
    )
    parser.add_argument("--port", type=_port, default=0, help="0 takes a free one (default)")
    parser.add_argument("--database", type=Path, help="a file to keep; default: a fresh one for each start")
    parser.add_argument(
        "--defect", action="append", default=[], metavar="NAME", help="switch on; may be repeated"
    )
    parser.add_argument("--until-stdin-closes", action="store_true", help="stop when standard input ends")
    return parser.parse_args(arguments)


def _port(text: str) -> int:
    if not (text.isascii() and text.isdigit()) or int(text) > 65535:  # noqa: PLR2004 - the highest TCP port
        raise argparse.ArgumentTypeError(f'"{text}" is not a port. Use a number from 0 to 65535.')
    return int(text)


def _listen(app: Flask, port: int) -> BaseWSGIServer:
    return waitress.create_server(
        app, host=HOST, port=port, threads=THREADS, channel_request_lookahead=1, ident="Northfold"
    )


def _cannot_listen(error: OSError, port: int) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"port {port} is in use. Choose another one, or 0 for a free one."
    return f"cannot listen on port {port}: {error}."


def _give_up(reason: str, code: int) -> int:
    sys.stderr.write(f"{reason}\n")
    return code


def _serve(app: Flask, server: BaseWSGIServer, *, until_stdin_closes: bool) -> None:
    def stop(_signal: int, _frame: FrameType | None) -> None:
        stop_waiting(app)
        raise SystemExit  # ends waitress's loop, which then closes its threads

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    sys.stdout.write(f"serving http://{HOST}:{server.effective_port}\n")
    sys.stdout.flush()
    if until_stdin_closes:
        Thread(target=_stop_at_end_of_input, daemon=True).start()
    server.run()


def _stop_at_end_of_input() -> None:
    while os.read(sys.stdin.fileno(), 1024):
        pass
    os.kill(os.getpid(), signal.SIGTERM)


if __name__ == "__main__":
    sys.exit(main())
