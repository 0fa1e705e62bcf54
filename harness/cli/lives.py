"""Findings in, lines for a terminal out: a table of all, or one whole."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from rich.console import Console
from rich.text import Text

from harness.cli.tables import print_table
from harness.cli.terminal import print_indented
from harness.findings.decisions import QUARANTINE_ENDS
from harness.findings.model import Decision, Life

HEADS = ("number", "state", "since", "nights", "whom", "owner", "ticket", "finding")


def print_lives(lives: Sequence[Life], console: Console, today: date) -> None:
    """Print a line for each finding; where the window is too narrow, they stand below each other.

    Args:
        lives: The findings.
        console: Where to.
        today: A quarantine ends with a day.
    """
    rows = [_cells(life, today) for life in lives]
    print_table(console, HEADS, rows, narrow=lambda: _print_below_each_other(rows, console))


def _cells(life: Life, today: date) -> tuple[str, ...]:
    return (
        str(life.number),
        ", ".join((life.state, *_aside(life, today))),
        f"{life.first_seen.astimezone():%Y-%m-%d}",
        f"{life.runs_met} of {life.runs_tried}",
        ", ".join(dict.fromkeys(sighting.persona for sighting in life.met_by)),
        life.owner,
        life.ticket,
        life.sentence,
    )


def _aside(life: Life, today: date) -> Iterator[str]:
    if life.is_quarantined(today):
        yield f"quarantined until {life.quarantined_until}"


def _print_below_each_other(rows: Sequence[Sequence[str]], console: Console) -> None:
    for place, (number, state, since, nights, whom, owner, ticket, sentence) in enumerate(rows):
        if place:
            console.print()
        print_indented(console, f"{number} {state}, since {since}, {nights} nights", "", style="bold")
        for line in (sentence, whom, " · ".join(filter(None, (owner, ticket)))):
            print_indented(console, line, "  ")


def print_life(life: Life, console: Console, today: date) -> None:
    """Print all that is known of a finding.

    Args:
        life: The finding.
        console: Where to.
        today: A quarantine ends with a day.
    """
    print_indented(console, f"{life.number}  {life.sentence}", "", style="bold")
    for label, text in _facts(life, today):
        if text:
            print_indented(console, text, " " * 14, begin=f"  {label:<12}")
    if life.notes:
        console.print(Text("  said of it"))
    for note in life.notes:
        print_indented(console, f"{_moment(note.at)} {note.by}: {told(note)}", " " * 4)


def _facts(life: Life, today: date) -> Iterator[tuple[str, str]]:
    yield "state", _state(life)
    yield "since", f"{_moment(life.first_seen)}, last seen {_moment(life.last_seen)}"
    met = f"met in {life.runs_met} of {life.runs_tried} runs, {life.runs_in_a_row} in a row"
    good = f", {life.good_runs} good since then" if life.good_runs else ""
    yield "nights", f"{met}{good}"
    yield "what", life.detail
    yield "whom", "; ".join(dict.fromkeys(sighting.who for sighting in life.met_by))
    yield "fine for", "; ".join(life.fine_for)
    yield "untried by", "; ".join(life.untried)
    yield "journeys", "; ".join(dict.fromkeys(sighting.title for sighting in life.met_by))
    yield "to do", life.action
    yield "where", life.place
    yield "owner", life.owner or _owners(life)
    yield "ticket", life.ticket
    if life.quarantined_until:
        over = "" if life.is_quarantined(today) else ", which is over: it counts again"
        yield "quarantine", f"until {life.quarantined_until}{over}"


def _state(life: Life) -> str:
    more = {
        "flaky": "1 of 2 customers hit this",
        "fixed": "somebody says so; good runs will verify it",
        "verified": "it was not met any more",
    }.get(life.state, "")
    again = f"came back {life.reopened} times" if life.reopened > 1 else "came back" if life.reopened else ""
    return ", ".join(filter(None, (life.state, more, again)))


def _owners(life: Life) -> str:
    owners = dict.fromkeys(sighting.owner for sighting in life.met_by if sighting.owner)
    return f"nobody yet; the journeys belong to {', '.join(owners)}" if owners else "nobody yet"


def told(decision: Decision) -> str:
    """Return what was decided, in a few words."""
    until = decision.quarantined_until
    parts = (
        decision.state or "",
        f"owner {decision.owner}" if decision.owner else "",
        f"ticket {decision.ticket}" if decision.ticket else "",
        f"quarantined until {until}" if until and until != QUARANTINE_ENDS else "",
        "quarantine ended" if until == QUARANTINE_ENDS else "",
        f'"{decision.note}"' if decision.note else "",
    )
    return ", ".join(filter(None, parts))


def _moment(at: datetime) -> str:
    return f"{at.astimezone():%Y-%m-%d %H:%M}"
