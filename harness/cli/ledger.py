"""What was committed to at live sites, newest first: `harness ledger`; what is left there, settled."""

import getpass
import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.text import Text

from harness.cli.options import LedgerPlace, Reports, with_commands_below
from harness.cli.places import reports_of
from harness.cli.tables import print_table
from harness.cli.terminal import output, print_indented
from harness.cli.trouble import AskedError, MachineError
from harness.ledger import Entry, Ledger, LedgerError, Place, Wanted, is_open, ledger_place, state_of

HEADS = ("when", "state", "level", "cost", "site", "journey", "persona", "marker", "note")
TODAY = "today"

commands = with_commands_below()


@commands.callback()
def ledger(  # noqa: PLR0913 -- each is an option of its own
    context: typer.Context,
    *,
    site: Annotated[str | None, typer.Option(metavar="SITE", help="Only of this site.")] = None,
    only_open: Annotated[
        bool,
        typer.Option(
            "--open",
            help="Only what is under way, of unknown outcome, or left at the site by an order,"
            " account or return that was neither undone nor settled.",
        ),
    ] = False,
    day: Annotated[
        str | None,
        typer.Option(metavar="DAY", help='Only of this day in this machine\'s time: 2026-11-22, or "today".'),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object instead.")] = False,
    at: LedgerPlace = "",
    reports: Reports = None,
) -> int:
    """List what was committed to at live sites, newest first.

    What is left there, and is taken care of, is ended by: harness ledger settle MARKER --note TEXT
    """
    if context.invoked_subcommand:
        if any((site, only_open, day, as_json, at, reports)):
            raise AskedError('what stands before "settle" is not read. Write options behind the marker.')
        return 0
    since, until = _span(day) if day else (None, None)
    wanted = Wanted(site=site, since=since, until=until, is_left=only_open)
    with _told():
        place = _place(at, reports)
        found = Ledger.open(place).entries(wanted) if place.exists() else ()
    entries = [entry for entry in found if is_open(entry) or not only_open]
    if as_json:
        typer.echo(json.dumps(_as_json(place, entries), indent=1, ensure_ascii=False))
    else:
        _print(place, entries)
    return 0


@commands.command()
def settle(
    marker: Annotated[str, typer.Argument(metavar="MARKER", show_default=False, help="What it is known by.")],
    *,
    note: Annotated[str, typer.Option(metavar="TEXT", show_default=False, help="What you did or found.")],
    at: LedgerPlace = "",
    reports: Reports = None,
) -> int:
    """End what a visit has left at a site, when you took care of it yourself.

    Your login name and the note are kept with it.
    """
    if not note.strip():
        raise AskedError('"--note" is empty. Say what you did, or what you found at the shop.')
    with _told():
        place = _place(at, reports)
        opened = Ledger.open(place) if place.exists() else None
        found = opened.entries(Wanted(marker=marker)) if opened else ()
        settled = opened.settle(marker, note=note.strip(), who=getpass.getuser()) if opened else ()
    if not found:
        raise AskedError(f'{place.shown}: nothing has the marker "{marker}". Type: harness ledger --open')
    if not settled:
        states = ", ".join(f"the {entry.claim.level} is {state_of(entry)}" for entry in found)
        raise AskedError(f'nothing of "{marker}" can be settled: {states}. Leave it as it is.')
    for entry in settled:
        output().print(Text(f"settled: the {entry.claim.level} of {_moment(entry)} at {entry.claim.site}"))
    return 0


def _place(at: str, reports: Path | None) -> Place:
    try:
        place = ledger_place(at, reports_of(reports))
    except LedgerError as error:
        raise AskedError(str(error)) from error
    if at and not place.exists():
        raise AskedError(f"{place.shown}: there is no such file. Check the path.")
    return place


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except LedgerError as error:
        raise MachineError(str(error)) from error


def _span(day: str) -> tuple[datetime, datetime]:
    """Return when a day of this machine begins and ends."""
    try:
        asked = date.today() if day == TODAY else date.fromisoformat(day)  # noqa: DTZ011 -- this machine's
    except ValueError as error:
        raise AskedError(f'"{day}" is no day. Write it as in 2026-11-22, or "{TODAY}".') from error
    midnight = datetime.combine(asked, time.min)
    return midnight.astimezone(), (midnight + timedelta(days=1)).astimezone()


def _as_json(place: Place, entries: Sequence[Entry]) -> dict[str, Any]:
    return {"ledger": place.shown, "entries": [_entry_as_json(entry) for entry in entries]}


def _entry_as_json(entry: Entry) -> dict[str, Any]:
    cost = entry.claim.cost
    return {
        "number": entry.number,
        "at": entry.at.isoformat(),
        "state": state_of(entry),
        "open": is_open(entry),
        **asdict(entry.claim),
        "cost": {"amount": str(cost.amount), "currency": cost.currency} if cost else None,
        "events": [
            {
                "what": each.what,
                "at": each.at.isoformat(),
                "note": each.note,
                "who": each.who,
                "host": each.process.host,
            }
            for each in entry.events
        ],
    }


def _print(place: Place, entries: Sequence[Entry]) -> None:
    console = output()
    rows = [_cells(entry) for entry in entries]
    print_table(console, HEADS, rows, narrow=lambda: _print_below_each_other(rows, console))
    still_open = sum(is_open(entry) for entry in entries)
    what = f"{len(entries)} {'entry' if len(entries) == 1 else 'entries'}, {still_open} open"
    told = what if place.exists() else "no ledger yet: nothing was committed to"
    console.print(Text(f"{'' if not rows else chr(10)}{place.shown}: {told}"), soft_wrap=True)


def _cells(entry: Entry) -> tuple[str, ...]:
    claim, cost = entry.claim, entry.claim.cost
    return (
        _moment(entry),
        state_of(entry),
        claim.level,
        f"{cost.amount} {cost.currency}" if cost else "",
        claim.site,
        claim.journey,
        claim.persona,
        claim.marker,
        entry.events[-1].note,
    )


def _print_below_each_other(rows: Sequence[Sequence[str]], console: Console) -> None:
    for number, (when, state, level, cost, site, journey, persona, marker, note) in enumerate(rows):
        if number:
            console.print()
        print_indented(console, f"{when} {level}: {state}", "", style="bold")
        print_indented(console, " · ".join(fact for fact in (site, journey, persona, cost) if fact), "  ")
        print_indented(console, " · ".join(fact for fact in (f"marker {marker}", note) if fact), "  ")


def _moment(entry: Entry) -> str:
    return f"{entry.at.astimezone():%Y-%m-%d %H:%M}"
