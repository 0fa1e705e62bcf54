"""A Python file of the project's owner in, its module out, or what it stopped with and in which line."""

import contextlib
import sys
import traceback
import zlib
from pathlib import Path
from types import ModuleType

from harness.verbs.parameters import VerbError


class FaultyPythonError(Exception):
    """A file that cannot be run; the message says why, and what to do."""

    def __init__(self, message: str, line: int, column: int = 1) -> None:
        super().__init__(message)
        self.line = line
        self.column = column


def import_file(path: Path, text: bytes) -> ModuleType:
    """Run a Python file and return its module.

    It is not imported by Python's own ways: nothing is written beside the journeys, no folder is put before
    others in the search for modules, and a file that has changed is read again. A `conftest.py` that pytest
    has imported is not run a second time.

    Raises:
        FaultyPythonError: It cannot be run to its end.
    """
    return _imported_by_pytest(path) or _run(path, text)


def shown_from(base: Path, path: Path) -> str:
    """Return what messages call a Python file: its path from the folder above the journeys folder."""
    return path.relative_to(base).as_posix() if path.is_relative_to(base) else str(path)


def _imported_by_pytest(path: Path) -> ModuleType | None:
    if path.name != "conftest.py":
        return None
    modules = tuple(sys.modules.values())
    return next(
        (each for each in modules if getattr(each, "__dict__", {}).get("__file__") == str(path)), None
    )


def _run(path: Path, text: bytes) -> ModuleType:
    module = ModuleType(f"own_verbs_{zlib.crc32(str(path).encode()):08x}")
    module.__file__ = str(path)
    sys.modules[module.__name__] = module  # dataclasses look up there where their fields' types are known
    try:
        with contextlib.redirect_stdout(sys.stderr):  # what commands print may be read by programs
            exec(compile(text, str(path), "exec", dont_inherit=True), vars(module))  # noqa: S102 -- the owner's own
    except (Exception, SystemExit) as error:
        del sys.modules[module.__name__]
        raise _fault(error, path) from error
    return module


def _fault(error: BaseException, path: Path) -> FaultyPythonError:
    if isinstance(error, SyntaxError) and error.filename == str(path):
        return FaultyPythonError(
            f"this is no Python: {error.msg}. Mend it.", error.lineno or 1, max(1, error.offset or 1)
        )
    frames = traceback.extract_tb(error.__traceback__)
    line = next((frame.lineno or 1 for frame in reversed(frames) if frame.filename == str(path)), 1)
    if isinstance(error, VerbError):
        return FaultyPythonError(str(error), line)
    said = " ".join(str(error).split())
    return FaultyPythonError(f"it stops here with {type(error).__name__}: {said.rstrip('.')}. Mend it.", line)
