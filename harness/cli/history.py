"""The runs that are kept, newest first: `harness history`; pruned, exported, or built anew."""

import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any, cast

import typer
from rich.console import Console
from rich.text import Text

from harness.cli.ages import age_of
from harness.cli.kept import known_site, told_of
from harness.cli.options import HistoryPlace, Reports, known, with_commands_below
from harness.cli.places import reports_of
from harness.cli.tables import print_table
from harness.cli.terminal import output, print_indented, tell_progress
from harness.cli.trouble import AskedError, MachineError
from harness.database.place import Place
from harness.history.book import HistoryError, history_place
from harness.history.exporting import COLUMNS, What, write_csv, write_parquet
from harness.history.history import History, open_history
from harness.history.listing import ListedRun
from harness.history.pruning import Removal, removals, remove
from harness.history.remembering import rebuild_history
from harness.reports.cx.lead import headline

HEADS = ("when", "run", "site", "visits", "headline")
_MB = 1_000_000

commands = with_commands_below()


@commands.callback()
def history(  # noqa: PLR0913 -- each is an option of its own
    context: typer.Context,
    *,
    site: Annotated[str, typer.Option(metavar="SITE", help="Only runs of this site.")] = "",
    last: Annotated[
        int | None, typer.Option(metavar="N", min=1, help="Only the newest N runs.", show_default=False)
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object instead.")] = False,
    at: HistoryPlace = "",
    reports: Reports = None,
) -> int:
    """List the runs that are kept, newest first.

    What they take on the disk is freed by: harness history prune
    """
    if context.invoked_subcommand:
        if any((site, last, as_json, at, reports)):
            raise AskedError(
                f'what stands before "{context.invoked_subcommand}" is not read. Write it behind.'
            )
        return 0
    with _told():
        place = _place(at, reports)
        kept = _opened(place, reports)
        found = kept.runs(site=known_site(kept, site), last=last) if kept else []
    if as_json:
        typer.echo(json.dumps(_as_json(place, found), indent=1, ensure_ascii=False))
    else:
        _print(place, found)
    return 0


@commands.command()
def prune(  # noqa: PLR0913 -- each is an option of its own
    *,
    evidence: Annotated[
        str,
        typer.Option(
            metavar="AGE",
            help="How long pictures, traces, videos and Allure pages are kept; records and judgements stay.",
        ),
    ] = "30d",
    figures: Annotated[
        str, typer.Option(metavar="AGE", help="How long anything of a run is kept: 30d, 8w, 2y.")
    ] = "2y",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would be removed.")] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False,
    at: HistoryPlace = "",
    reports: Reports = None,
) -> int:
    """Remove what is older than it need be, and say how much room that makes.

    The run that "latest" names, the ledger, and what people said of findings are never touched.
    """
    now = datetime.now(UTC)
    ages = {"evidence": age_of("--evidence", evidence), "figures": age_of("--figures", figures)}
    with _told():
        place = _place(at, reports)
        found = list(removals(reports_of(reports), now=now, **ages))
        kept = _opened(place, reports)
        old = kept.runs_before(now - ages["figures"]) if kept else 0
        _print_removals(found, old)
        if dry_run or not (found or old) or not _is_sure(yes=yes):
            return 0
        for removal in found:
            remove(removal)
        if kept:
            kept.forget_before(now - ages["figures"])
    output().print(Text("removed."))
    return 0


@commands.command()
def export(
    *,
    csv: Annotated[
        Path | None, typer.Option("--csv", metavar="FILE", show_default=False, help="Write CSV.")
    ] = None,
    parquet: Annotated[
        Path | None, typer.Option("--parquet", metavar="FILE", show_default=False, help="Write Parquet.")
    ] = None,
    what: Annotated[str, typer.Option(metavar="WHAT", help="visits, figures or findings.")] = "visits",
    at: HistoryPlace = "",
    reports: Reports = None,
) -> int:
    """Write visits, figures or findings to a file, for a spreadsheet or a tool of your own."""
    file = csv or parquet
    if file is None or (csv and parquet):
        raise AskedError("name one file to write: --csv FILE or --parquet FILE.")
    table = cast(What, known(what, tuple(COLUMNS), "table"))
    write = write_csv if csv else write_parquet
    with _told():
        kept = _opened(_place(at, reports), reports)
        if kept is None:
            raise AskedError("there is no history yet. Walk a run first, or type: harness history rebuild")
        with _writing(file):
            written = write(file, table, kept.rows(table))
    output().print(Text(f"{file}: {written} {what if written != 1 else what[:-1]}"), soft_wrap=True)
    return 0


@commands.command()
def rebuild(*, at: HistoryPlace = "", reports: Reports = None) -> int:
    """Build the history anew from the folders of the runs; runs whose folder is gone stay as they are."""
    with _told():
        done, aside = rebuild_history(_place(at, reports), reports_of(reports), headline, tell_progress)
    output().print(Text(f"{_runs(done.kept)} read again."))
    for line in done.left_out():
        output().print(Text(line), soft_wrap=True)
    if aside:
        output().print(Text(f"It was damaged; what was there is in {aside}."), soft_wrap=True)
    return 0


def _place(at: str, reports: Path | None) -> Place:
    try:
        place = history_place(at, reports_of(reports))
    except HistoryError as error:
        raise AskedError(str(error)) from error
    return place


def _opened(place: Place, reports: Path | None) -> History | None:
    return open_history(place, reports_of(reports)) if place.exists() else None


@contextmanager
def _writing(file: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise MachineError(f"{file}: this cannot be written: {why}. Name another file.") from error


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except (HistoryError, OSError) as error:
        raise MachineError(told_of(error)) from error


def _is_sure(*, yes: bool) -> bool:
    """Whether it may be removed; only a person at a terminal is asked."""
    return yes or not sys.stdin.isatty() or typer.confirm("Remove that?")


def _print_removals(found: list[Removal], old: int) -> None:
    whole = [removal for removal in found if removal.is_whole]
    evidence = [removal for removal in found if not removal.is_whole]
    lines = [
        f"{what} of {_runs(len(of_runs))}, until {of_runs[-1].began.astimezone():%Y-%m-%d}: {_size(of_runs)}"
        for what, of_runs in (("the evidence", evidence), ("everything", whole))
        if of_runs
    ]
    lines += [f"{_runs(old)} in the history"] if old else []
    for line in lines or ["nothing is older than it need be."]:
        output().print(Text(line), soft_wrap=True)


def _runs(number: int) -> str:
    return "1 run" if number == 1 else f"{number} runs"


def _size(found: list[Removal]) -> str:
    return f"{sum(removal.size_bytes for removal in found) / _MB:,.1f} MB"


def _as_json(place: Place, found: Sequence[ListedRun]) -> dict[str, Any]:
    return {
        "history": place.shown,
        "runs": [
            {
                "id": each.run.id,
                "started_at": each.run.started_at.isoformat(),
                "ended_at": each.run.at.isoformat(),
                "site_id": each.run.site_id,
                "site": each.run.site,
                "headline": each.run.headline,
                "verdicts": {verdict.value: number for verdict, number in each.verdicts.items()},
            }
            for each in found
        ],
    }


def _print(place: Place, found: Sequence[ListedRun]) -> None:
    console = output()
    rows = [_cells(each) for each in found]
    print_table(console, HEADS, rows, narrow=lambda: _print_below_each_other(rows, console))
    told = _runs(len(found)) if place.exists() else "no history yet: it begins with the first run"
    console.print(Text(f"{chr(10) if rows else ''}{place.shown}: {told}"), soft_wrap=True)


def _cells(each: ListedRun) -> tuple[str, ...]:
    counts = ", ".join(f"{number} {verdict.value}" for verdict, number in each.verdicts.items())
    run = each.run
    return f"{run.started_at.astimezone():%Y-%m-%d %H:%M}", run.id, run.site, counts, run.headline


def _print_below_each_other(rows: list[tuple[str, ...]], console: Console) -> None:
    for number, (when, run, site, counts, led_by) in enumerate(rows):
        if number:
            console.print()
        print_indented(console, f"{when} {site}", "", style="bold")
        for line in (led_by, counts, run):
            print_indented(console, line, "  ")
