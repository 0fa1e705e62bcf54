"""A terminal of its own for a command: what it shows is read, and answers are typed, as a person does it."""

import os
import select
import sys
import time
from collections.abc import Mapping
from pathlib import Path

PATIENCE_S = 60


class Terminal:
    """A running `harness` with a keyboard and a screen."""

    def __init__(self, folder: Path, *arguments: str, environ: Mapping[str, str]) -> None:
        self.shown = ""
        self._process, self._screen = os.forkpty()
        if self._process == 0:  # from here on, this is the command
            try:
                os.chdir(folder)
                command = [sys.executable, "-m", "harness", *arguments]
                os.execve(sys.executable, command, dict(environ))  # noqa: S606 -- there is nothing for a shell
            finally:
                os._exit(99)

    def shows(self, text: str) -> str:
        """Wait until a text is shown; return all that was shown since the last time."""
        shown = ""
        end = time.monotonic() + PATIENCE_S
        while text not in shown:
            assert time.monotonic() < end, f"{text!r} was never shown, but: {shown}"
            more = self._read()
            assert more is not None, f"it ended without {text!r}: {shown}"
            shown += more
        return shown

    def types(self, text: str = "") -> None:
        """Type a line, and Enter."""
        os.write(self._screen, f"{text}\n".encode())

    def presses_ctrl_c(self) -> None:
        """Press Ctrl-C."""
        os.write(self._screen, b"\x03")

    def ends(self) -> tuple[int, str]:
        """Wait for the end; return the exit code and what was shown since the last time."""
        shown = ""
        while (more := self._read()) is not None:
            shown += more
        _, status = os.waitpid(self._process, 0)
        os.close(self._screen)
        return os.waitstatus_to_exitcode(status), shown

    def _read(self) -> str | None:
        """Return what is shown now; None once the command has ended."""
        if not select.select([self._screen], [], [], 1)[0]:
            return ""
        try:
            return os.read(self._screen, 65536).decode("utf-8", "replace").replace("\r\n", "\n")
        except OSError:  # how a terminal says that nobody writes to it any more
            return None
