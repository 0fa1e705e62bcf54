"""A run of yesterday in, all of its reports made again out: `harness report`."""

from typing import Annotated

import typer

from harness.cli.ending import tell_reports
from harness.cli.options import Reports
from harness.cli.places import reports_of
from harness.cli.showing import show_reports, show_trace
from harness.cli.terminal import output, tell_progress
from harness.cli.trouble import AskedError, MachineError
from harness.record.folder import LATEST, find_run
from harness.record.journal import RecordError
from harness.reports.making import make_reports


def report(
    run: Annotated[
        str,
        typer.Argument(
            metavar="RUN", show_default=False, help="A run's name or folder. Default: the latest one."
        ),
    ] = LATEST,
    *,
    reports: Reports = None,
    is_opened: Annotated[
        bool,
        typer.Option("--open", help="Show the page in your browser; a very big run is served until Ctrl-C."),
    ] = False,
    trace: Annotated[
        str,
        typer.Option(
            "--trace",
            metavar="RUN/VISIT",
            show_default=False,
            help="Make no report: show the trace of a visit in Playwright's viewer, until Ctrl-C.",
        ),
    ] = "",
) -> int:
    """Make the reports of a run again, without a browser.

    Everything is judged and told anew from what was recorded; nothing is walked.
    """
    if trace:
        show_trace(trace, reports_of(reports))
        return 0
    try:
        folder = find_run(run, reports_of(reports))
    except RecordError as error:
        raise AskedError(str(error)) from error
    try:
        made = make_reports(folder, allure_page=True, again=True, say=tell_progress)
    except RecordError as error:
        raise MachineError(str(error)) from error
    tell_reports(made, output())
    if is_opened:
        show_reports(made)
    return 0
