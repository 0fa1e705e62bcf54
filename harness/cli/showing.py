"""Reports, or the trace of a visit, in; the user's browser opened at them, served where that is needed."""

import time
import webbrowser
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import quote

import playwright
import typer

from harness.cli.recorded import find_visit
from harness.cli.serving import serving
from harness.cli.trouble import AskedError, MachineError
from harness.record.visit import AGAIN
from harness.reports.making import MadeReports

RUN, VIEWER, VISIT = "run", "viewer", "visit"
TRACE = "trace.zip"
TRACE_VIEWER = Path(playwright.__file__).parent / "driver" / "package" / "lib" / "vite" / "traceViewer"
"""Playwright's own viewer, as its driver brings it. It needs no network, but a server: it has a worker."""


def show_reports(made: MadeReports) -> None:
    """Open the page for everybody; Allure is behind a link in it, and is served where it is a folder."""
    if made.allure is None or made.allure.in_one_file:
        webbrowser.open(made.page.as_uri())
        return
    folder = made.page.parent
    allure = made.allure.page.relative_to(folder).as_posix()
    with serving({RUN: folder}) as address:
        _show(
            {
                "The page for everybody:": f"{address}/{RUN}/{made.page.name}",
                "Allure, for the testers:": f"{address}/{RUN}/{allure}",
            }
        )


def show_trace(typed: str, reports: Path) -> None:
    """Open the trace of a visit in Playwright's viewer.

    Raises:
        AskedError: There is no such visit, or it kept no trace.
        MachineError: This Playwright brings no viewer.
    """
    recorded = find_visit(typed, reports)
    folder = recorded.folder.visit(recorded.visit.id)
    trace = next((name for name in (f"{AGAIN}/{TRACE}", TRACE) if (folder / name).is_file()), None)
    if trace is None:
        raise AskedError(
            f"the visit {recorded.visit.id} kept no trace. To walk it again with one, type:"
            f" harness replay {typed} --evidence trace"
        )
    if not (TRACE_VIEWER / "index.html").is_file():
        raise MachineError(f"this Playwright brings no trace viewer. The trace is {folder / trace}.")
    with serving({VIEWER: TRACE_VIEWER, VISIT: folder}) as address:
        _show({"The trace:": f"{address}/{VIEWER}/index.html?trace={quote(f'{address}/{VISIT}/{trace}')}"})


def _show(addresses: Mapping[str, str]) -> None:
    """Open the first of some addresses and keep them served until Ctrl-C."""
    widest = max(map(len, addresses))
    try:
        for what, address in addresses.items():
            typer.echo(f"{what:{widest}}  {address}")
        typer.echo("Served from here until Ctrl-C.")
        webbrowser.open(next(iter(addresses.values())))
        while True:
            time.sleep(1)
    except KeyboardInterrupt:  # at any moment, also while the browser is being opened
        typer.echo("no longer served.")
