"""A walk that was asked for in, pytest run with our display, and the exit code out."""

import logging
import os
from collections.abc import Sequence
from importlib.util import find_spec
from tempfile import TemporaryDirectory

import pytest

from harness.browser.doctor import ready_browser
from harness.browser.found import DoctorError, NoBrowserError
from harness.cli.aside import aside
from harness.cli.ending import tell_end
from harness.cli.options import Walk
from harness.cli.own_trouble import sentence_of
from harness.cli.progress.display import Display
from harness.cli.terminal import output, trouble
from harness.cli.trouble import MACHINE, MachineError

# A project's own `addopts` are meant for its unit tests: coverage of a walk, say, would change its exit code.
OURS = ("--override-ini=addopts=", "--assert=plain")


def walk(wanted: Walk, *, isolated: bool = False, plugins: Sequence[object] = ()) -> int:
    """Walk visits, show how it goes, and tell what came out.

    Args:
        wanted: What was asked for.
        isolated: Whether the pytest settings of the folder we are in have nothing to do with it.
        plugins: pytest plugins that choose among what is collected.

    Returns:
        The exit code of the run.

    Raises:
        MachineError: There is no browser that works here, or no pytest-xdist for several workers.
    """
    if wanted.workers and find_spec("xdist") is None:
        raise MachineError(
            "walking several visits at once needs pytest-xdist, which is not installed. Type:"
            ' pip install "mystery-shopper[parallel]"'
        )
    console = trouble() if wanted.as_json else output()
    with Display(console) as display, TemporaryDirectory(prefix="harness-") as scratch:
        _need_browser(wanted, display)
        alone = ["-c", os.devnull, "--rootdir=.", "-p", "no:cacheprovider"] if isolated else []
        arguments = [*OURS, f"--output={scratch}/playwright", *alone, *wanted.pytest_arguments()]
        with aside() as said:  # pytest's own lines are for developers
            code = _pytest(arguments, display, plugins)
    # A connection that Ctrl-C cut complains when it is thrown away, long after the record has told it.
    logging.getLogger("asyncio").setLevel(logging.CRITICAL)
    tell_end(display, code, wanted, said.text, console)
    return code


def _pytest(arguments: list[str], display: Display, plugins: Sequence[object]) -> int:
    try:
        return int(pytest.main(arguments, plugins=[display, *plugins]))
    except Exception as error:  # noqa: BLE001 -- a disk that fills up breaks pytest at any point
        display.last_words = sentence_of(error)
        return MACHINE


def _need_browser(wanted: Walk, display: Display) -> None:
    try:
        ready_browser(wanted.browser.value, headed=wanted.headed, reports=wanted.reports, say=display.say)
    except (NoBrowserError, DoctorError) as error:
        raise MachineError(str(error)) from error
