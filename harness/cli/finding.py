"""Findings as they stand, and what somebody says of one: `harness finding`."""

import getpass
import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.text import Text

from harness.cli.kept import known_site, told_of
from harness.cli.lives import print_life, print_lives, told
from harness.cli.options import AsJson, HistoryPlace, Reports
from harness.cli.places import reports_of
from harness.cli.terminal import output
from harness.cli.trouble import AskedError, MachineError
from harness.findings.deciding import DecisionError, Said, decide
from harness.findings.model import Life
from harness.history.book import HistoryError, history_place
from harness.history.remembering import opened

if TYPE_CHECKING:
    from harness.database.place import Place
    from harness.history.history import History


def finding(  # noqa: PLR0913 -- each is an option of its own
    number: Annotated[
        int | None,
        typer.Argument(
            metavar="NUMBER", min=1, show_default=False, help="Show this one whole, or say this of it."
        ),
    ] = None,
    *,
    everything: Annotated[
        bool, typer.Option("--all", help="Those that are gone too, as good runs verified.")
    ] = False,
    site: Annotated[str, typer.Option(metavar="NAME", help="Only findings of this site.")] = "",
    owner: Annotated[
        str, typer.Option(metavar="NAME", help="Who acts on it; that makes a new one owned.")
    ] = "",
    ticket: Annotated[str, typer.Option(metavar="ADDRESS", help="Its ticket: an address, or a number.")] = "",
    state: Annotated[str, typer.Option(metavar="STATE", help='"owned", "cause known" or "fixed".')] = "",
    note: Annotated[str, typer.Option(metavar="TEXT", help="What you found out or did.")] = "",
    quarantine: Annotated[
        str,
        typer.Option(
            metavar="DAY",
            help="Until the end of this day (2026-12-01) it does not decide how a run ends; 30 days at most.",
        ),
    ] = "",
    end_quarantine: Annotated[
        bool, typer.Option("--end-quarantine", help="From now on it decides again.")
    ] = False,
    at: HistoryPlace = "",
    reports: Reports = None,
    as_json: AsJson = False,
) -> int:
    """List the findings that are open; show one, or say who acts on it and how far that is.

    What you say is kept with your login name, and stands in the reports from the next run on; harness
    report writes it into those of the last one.
    """
    said = Said(owner.strip(), ticket.strip(), state, note.strip(), quarantine, end_quarantine)
    if said and number is None:
        raise AskedError("name the finding that this is said of, such as: harness finding 12 --state fixed")
    if number and (everything or site):
        raise AskedError("a number names one finding. Leave --all and --site out.")
    with _told():
        place = history_place(at, reports_of(reports))
        kept = opened(place, reports_of(reports)) if place.exists() else None
        lives = kept.lives(known_site(kept, site)) if kept else ()
        if number is None:
            _list(place, [life for life in lives if everything or life.is_open], as_json=as_json)
        elif kept and said:
            _decide(kept, _one(lives, number), said, as_json=as_json)
        else:
            _show(_one(lives, number), as_json=as_json)
    return 0


def _one(lives: Sequence[Life], number: int) -> Life:
    for life in lives:
        if life.number == number:
            return life
    there = ", ".join(str(life.number) for life in lives if life.is_open)
    told = f"Open are {there}." if there else "None is open."
    raise AskedError(f"there is no finding {number}. {told} Type: harness finding --all")


def _list(place: "Place", lives: Sequence[Life], *, as_json: bool) -> None:
    if as_json:
        _print_json({"history": place.shown, "findings": [_as_json(life) for life in lives]})
        return
    print_lives(lives, output(), datetime.now(UTC).date())
    still_open = sum(life.is_open for life in lives)
    what = f"{len(lives)} {'finding' if len(lives) == 1 else 'findings'}, {still_open} open"
    shown = what if place.exists() else "no history yet: it begins with the first run"
    output().print(Text(f"{chr(10) if lives else ''}{place.shown}: {shown}"), soft_wrap=True)


def _show(life: Life, *, as_json: bool) -> None:
    if as_json:
        _print_json(_as_json(life))
    else:
        print_life(life, output(), datetime.now(UTC).date())


def _decide(kept: "History", life: Life, said: Said, *, as_json: bool) -> None:
    try:
        decision = decide(life, said, by=getpass.getuser(), at=datetime.now(UTC))
    except DecisionError as error:
        raise AskedError(str(error)) from error
    after = kept.decide(decision)
    if as_json:
        _print_json(_as_json(after))
    else:
        output().print(Text(f"finding {after.number}: {told(decision)}"), soft_wrap=True)


def _as_json(life: Life) -> dict[str, Any]:
    today = datetime.now(UTC).date()
    return {**life.model_dump(mode="json"), "open": life.is_open, "quarantined": life.is_quarantined(today)}


def _print_json(value: dict[str, Any]) -> None:
    typer.echo(json.dumps(value, indent=1, ensure_ascii=False))


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except (HistoryError, OSError) as error:
        raise MachineError(told_of(error)) from error
