"""A run's name in, those told who shall know of it out: `harness notify`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.text import Text

from harness.cli.options import HistoryPlace, Reports
from harness.cli.places import nearest_root, reports_of
from harness.cli.terminal import output, print_indented, tell_progress
from harness.cli.trouble import MACHINE, AskedError, MachineError
from harness.history.folders import folders_of
from harness.language.folder import SITE_FILE
from harness.language.rules.surroundings import UnknownSiteError
from harness.language.surroundings import surroundings_of
from harness.notify.desk import UnknownChannelError
from harness.notify.telling import NOBODY, Telling, send
from harness.notify.templates import LetterError
from harness.plugin.notifying import desk_of
from harness.record.folder import LATEST, RunFolder, find_run
from harness.record.journal import RecordError
from harness.reports.making import MadeReports, make_reports
from harness.words import speaking

NOTHING = "nothing waits."

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from harness.language.model import Site
    from harness.notify.model import Line


def notify(  # noqa: PLR0913 -- each is an option of its own
    run: Annotated[
        str,
        typer.Argument(
            metavar="RUN", show_default=False, help="A run's name or folder. Default: the latest one."
        ),
    ] = LATEST,
    *,
    to: Annotated[
        list[str], typer.Option("--to", metavar="NAME", help="Only by this channel. May be repeated.")
    ] = [],  # noqa: B006 -- typer reads the default and makes a list of its own
    weekly: Annotated[bool, typer.Option("--weekly", help="Tell the week instead of the run.")] = False,
    is_shown: Annotated[
        bool, typer.Option("--dry-run", help="Print what would be sent, and send nothing.")
    ] = False,
    pending: Annotated[
        bool, typer.Option("--pending", help="Only send what still waits from earlier runs.")
    ] = False,
    history: HistoryPlace = "",
    reports: Reports = None,
) -> int:
    """Tell of a run by the channels of site.yaml: what is new, reopened or fixed.

    The same message is never sent twice. What cannot be sent is kept, and sent next time. Ends with 3 when
    something was not sent.
    """
    where = reports_of(reports)
    root = _root()
    try:
        if pending:
            return _tell(_pending(root, where, history), output())
        folder = _run(run, where)
        made = make_reports(folder, allure_page=False, history=history, say=tell_progress)
        telling = Telling(desk_of(_site(root, made.run.site_id), root, folder.path.parent, history), made)
        with speaking(folder.catalogue()):
            if is_shown:
                _show(telling, made, to, weekly=weekly)
                return 0
            return _tell(telling.tell(to, weekly=weekly), output())
    except RecordError as error:
        raise MachineError(str(error)) from error
    except (UnknownChannelError, LetterError) as error:
        raise AskedError(str(error)) from error


def _run(name: str, reports: Path) -> RunFolder:
    """Find the run that is told; the latest is none that walked a visit again by hand."""
    try:
        folder = find_run(name, reports)
    except RecordError as error:
        raise AskedError(str(error)) from error
    if not _is_replay(folder):
        return folder
    newest_first = reversed(list(folders_of(folder.path.parent))) if name == LATEST else ()
    found = next((each for each in newest_first if not _is_replay(each)), None)
    if found is None:
        raise AskedError(
            f"{folder.path.name} is one visit walked again by hand, and nobody is told of it."
            " Name the run: harness notify RUN"
        )
    return found


def _is_replay(folder: RunFolder) -> bool:
    return bool(folder.read_run().replays)


def _root() -> Path:
    root = nearest_root()
    if root is None:
        raise AskedError(
            f"there is no {SITE_FILE} here, which says who is told. Go to the folder that holds journeys/."
        )
    return root


def _site(root: Path, name: str) -> "Site":
    try:
        site = surroundings_of(root).site_called(name)
    except UnknownSiteError as error:
        raise AskedError(str(error)) from error
    if site is None:
        raise AskedError(f"{root / SITE_FILE} has mistakes, so nobody knows who is told. Type: harness check")
    return site


def _pending(root: Path, reports: Path, history: str) -> "Iterator[Line]":
    """Send what waits for any of the sites."""
    _site(root, "")
    for site in surroundings_of(root).sites.values():
        yield from send(desk_of(site, root, reports, history))


def _tell(lines: "Iterable[Line]", console: Console) -> int:
    told = list(lines)
    for line in told:
        print_indented(console, line.text, "", style="yellow" if line.is_trouble else "")
    if not told:
        console.print(NOTHING)
    return MACHINE if any(line.is_trouble for line in told) else 0


def _show(telling: Telling, made: MadeReports, names: list[str], *, weekly: bool) -> None:
    console = output()
    all_written = list(telling.written(names, weekly=weekly))
    all_tickets = [] if weekly or names else list(telling.tickets())
    if not all_written and not all_tickets:
        console.print(NOBODY if telling.is_for_nobody else NOTHING)
    for written in all_written:
        console.print(Text(f"{written.channel.name} ({written.channel.kind})", "bold"))
        if written.letter is None:
            console.print(Text(f"  {written.why}"))
            continue
        console.print(Text(f"  {written.letter.subject}\n"))
        console.print(Text(f"{written.letter.text}\n"), soft_wrap=True)
    for message in all_tickets:
        console.print(Text(f"{message.channel}: {message.subject}", "bold"))
        console.print(Text(f"{message.letter.text if message.letter else ''}\n"), soft_wrap=True)
    console.print(Text(f"Nothing was sent of {made.page.parent.name}.", "dim"))
