"""A run of yesterday in, all of its reports made again out, and a copy for others: `harness report`."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer

from harness.cli.ending import tell_reports
from harness.cli.options import HistoryPlace, Reports
from harness.cli.places import reports_of
from harness.cli.showing import show_reports, show_trace
from harness.cli.terminal import output, tell_progress
from harness.cli.trouble import AskedError, MachineError
from harness.record.folder import LATEST, RunFolder, find_run
from harness.record.journal import RecordError
from harness.reports.making import MadeReports, make_reports
from harness.reports.share.sharing import ShareError, pack, share


def report(  # noqa: PLR0913 -- a command's options
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
    history: HistoryPlace = "",
    share_to: Annotated[
        Path | None,
        typer.Option(
            "--share", metavar="DIR", help="Make a copy for others in this folder, personal data masked."
        ),
    ] = None,
    zip_to: Annotated[
        Path | None, typer.Option("--zip", metavar="FILE", help="Make the same copy as one file for mails.")
    ] = None,
    with_allure: Annotated[
        bool,
        typer.Option("--with-allure", help="Take Allure along in that copy, as it is: nothing is masked."),
    ] = False,
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
        wanted = with_allure or not (share_to or zip_to)
        made = make_reports(folder, allure_page=wanted, again=True, history=history, say=tell_progress)
    except RecordError as error:
        raise MachineError(str(error)) from error
    tell_reports(made, output())
    if share_to or zip_to:
        _share(folder, made, share_to, zip_to, with_allure=with_allure)
    if is_opened:
        show_reports(made)
    return 0


def _share(
    folder: RunFolder, made: MadeReports, share_to: Path | None, zip_to: Path | None, *, with_allure: bool
) -> None:
    """Make the copy for others, and say where it is and what is left to look at."""
    visits = [visit for visit, _ in made.judged]
    with TemporaryDirectory(prefix="share-") as aside:
        copy = share_to or Path(aside)
        try:
            unreadable = share(folder, visits, copy, with_allure=with_allure)
            if zip_to:
                pack(copy, zip_to)
        except ShareError as error:
            raise AskedError(str(error)) from error
    told = f"The copy for others:       {' and '.join(str(to) for to in (share_to, zip_to) if to)}"
    output().print(told if not unreadable else f"{told} ({_pictures(unreadable)})", soft_wrap=True)
    if with_allure:
        output().print("Allure is in it as it is, with all that was recorded: send it to nobody outside.")


def _pictures(unreadable: int) -> str:
    many = "" if unreadable == 1 else "s"
    return f"{unreadable} picture{many} made unreadable: personal data may be seen there"
