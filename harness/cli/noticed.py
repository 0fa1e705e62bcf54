"""What journeys noticed in, a table and the survivors in plain words, or the same as JSON, out."""

from collections.abc import Sequence
from typing import Any

from rich.console import Console
from rich.text import Text

from harness.cli.terminal import print_indented
from harness.mutate.model import Checked
from harness.mutate.operators import told

JOURNEY = 40
WHOLE = 100


def show(checked: Sequence[Checked], console: Console) -> None:
    """Show a line a journey, what nobody noticed, and the number that it comes to."""
    console.print(Text(f"\n{'journey':{JOURNEY}} {'tried':>6} {'noticed':>8} {'survived':>9}", "bold"))
    for each in checked:
        noticed, survived = each.count("noticed"), each.count("survived")
        counts = f"{noticed + survived:>6} {noticed:>8} {survived:>9}"
        console.print(Text(f"{each.journey:{JOURNEY}} {counts}", "yellow" if survived else ""))
        print_indented(console, each.problem, "  ", style="cyan")
    _show_survivors(checked, console)
    uncounted = sum(each.count("not counted") for each in checked)
    if uncounted:
        console.print(Text(f"\nNot counted, because it never took effect or was not judged: {uncounted}"))
    noticed, tried = totals(checked)
    share = f"{noticed} of {tried}: {noticed * WHOLE // tried}%" if tried else "nothing was tried"
    console.print(Text(f"\nNoticed {share}", "bold"))


def _show_survivors(checked: Sequence[Checked], console: Console) -> None:
    if not any(each.count("survived") for each in checked):
        return
    console.print(Text("\nNobody noticed that"))
    for each in checked:
        for tried in each.tried:
            if tried.fate == "survived":
                print_indented(console, f"{told(tried.mutation)} ({each.journey})", "    ", begin="  - ")


def as_facts(checked: Sequence[Checked]) -> dict[str, Any]:
    """Return the same for programs."""
    noticed, tried = totals(checked)
    return {
        "tried": tried,
        "noticed": noticed,
        "share": noticed / tried if tried else None,
        "journeys": [
            {
                "journey": each.journey,
                "title": each.title,
                "problem": each.problem,
                "noticed": each.count("noticed"),
                "survived": each.count("survived"),
                "mutations": [
                    {**tried.model_dump(mode="json"), "told": told(tried.mutation)} for tried in each.tried
                ],
            }
            for each in checked
        ],
    }


def totals(checked: Sequence[Checked]) -> tuple[int, int]:
    """Return how many mutations were noticed, and of how many."""
    noticed = sum(each.count("noticed") for each in checked)
    return noticed, noticed + sum(each.count("survived") for each in checked)
