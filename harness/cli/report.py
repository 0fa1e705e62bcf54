"""A run of yesterday in, all of its reports made again out: `harness report`."""

import webbrowser
from typing import Annotated

import typer

from harness.cli.ending import tell_reports
from harness.cli.options import HistoryPlace, Reports
from harness.cli.places import reports_of
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
    history: HistoryPlace = "",
    is_opened: Annotated[bool, typer.Option("--open", help="Show the page in your browser.")] = False,
) -> int:
    """Make the reports of a run again, without a browser.

    Everything is judged and told anew from what was recorded; nothing is walked.
    """
    try:
        folder = find_run(run, reports_of(reports))
    except RecordError as error:
        raise AskedError(str(error)) from error
    try:
        made = make_reports(folder, allure_page=True, again=True, history=history, say=tell_progress)
    except RecordError as error:
        raise MachineError(str(error)) from error
    tell_reports(made, output())
    if is_opened:
        webbrowser.open(made.page.as_uri())
    return 0
