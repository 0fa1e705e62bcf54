"""Journey files in, a table of them out: `harness list`."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from harness.cli.filters import OfOwner, OfPersona, OfSeverity, OfStage, OfTag, refuse_unknown, visits_of
from harness.cli.options import Paths, SiteName
from harness.cli.places import choose
from harness.cli.reading import Faulty, Fine, read_chosen
from harness.cli.tables import print_table
from harness.cli.terminal import output, print_indented
from harness.cli.trouble import ASKED
from harness.compile.choosing import Choice
from harness.judge.words import elsewhere_line, how_many

HEADS = ("stage", "journey", "personas", "visits", "severity", "owner", "tags", "commits", "file")


@dataclass(frozen=True)
class Row:
    """What a table says of a journey; `personas` and `visits` are those that were asked for."""

    stage: str
    journey: str
    personas: tuple[str, ...]
    visits: int
    severity: str
    owner: str
    tags: tuple[str, ...]
    commits: str
    file: str

    @property
    def cells(self) -> tuple[str, ...]:
        """The texts of a line, in the order of `HEADS`."""
        told = (getattr(self, head) for head in HEADS)
        return tuple(", ".join(each) if isinstance(each, tuple) else str(each) for each in told)


def list(  # noqa: A001, PLR0913 -- the command's name; each is an option of its own
    paths: Paths = None,
    *,
    site: SiteName = "",
    stage: OfStage = [],  # noqa: B006 -- typer reads the default and makes a list of its own
    owner: OfOwner = [],  # noqa: B006 -- the same
    severity: OfSeverity = [],  # noqa: B006 -- the same
    tag: OfTag = [],  # noqa: B006 -- the same
    persona: OfPersona = [],  # noqa: B006 -- the same
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object instead.")] = False,
) -> int:
    """List the journeys: who walks them, how often, how severe they are, who owns them.

    A file with mistakes is listed as faulty, whatever was asked for, and ends it with 4.
    """
    choice = Choice.of(stage=stage, owner=owner, severity=severity, tag=tag, persona=persona)
    chosen = choose(paths or [])
    refuse_unknown(choice, chosen, site)
    read = tuple(read_chosen(chosen, site))
    fine = [each for each in read if isinstance(each, Fine)]
    faulty = [each for each in read if isinstance(each, Faulty)]
    rows = [row for row in (_row(each, choice) for each in fine if each.is_here) if row]
    elsewhere = [each.journey.title for each in fine if not each.is_here]
    if as_json:
        typer.echo(json.dumps(_told(rows, faulty, elsewhere), indent=1, ensure_ascii=False))
    else:
        _print(rows, faulty, of=len(fine))
        if elsewhere:
            output().print(Text(elsewhere_line(elsewhere)), soft_wrap=True)
    return ASKED if faulty else 0


def _row(fine: Fine, choice: Choice) -> Row | None:
    visits = [visit for visit in visits_of(fine) if choice.fits(visit)]
    journey = fine.journey
    return (
        Row(
            stage=journey.stage,
            journey=journey.title,
            personas=tuple(dict.fromkeys(visit.persona.id for visit in visits)),
            visits=len(visits),
            severity=journey.severity,
            owner=journey.owner,
            tags=journey.tags,
            commits=journey.commits,
            file=journey.place.file,
        )
        if visits
        else None
    )


def _told(rows: Sequence[Row], faulty: Sequence[Faulty], elsewhere: Sequence[str]) -> dict[str, object]:
    return {
        "journeys": [asdict(row) for row in rows],
        "elsewhere": elsewhere,
        "faulty": [{"file": each.file, "problems": [*map(str, each.problems)]} for each in faulty],
    }


def _print(rows: Sequence[Row], faulty: Sequence[Faulty], *, of: int) -> None:
    console = output()
    print_table(
        console, HEADS, [row.cells for row in rows], narrow=lambda: _print_below_each_other(rows, console)
    )
    for each in faulty:
        print_indented(console, _fault(each), "", style="red")
    console.print(Text(f"\n{_closing(rows, faulty, of)}"))


def _fault(faulty: Faulty) -> str:
    elsewhere = sorted({problem.place.file for problem in faulty.problems} - {faulty.file})
    where = f" in {' and '.join(elsewhere)}" if elsewhere else ""
    problems = how_many(len(faulty.problems), "problem")
    return f"faulty: {faulty.file}, {problems}{where}. Type: harness check"


def _print_below_each_other(rows: Sequence[Row], console: Console) -> None:
    """Print a paragraph for each journey, where the window is too narrow for a table."""
    for number, row in enumerate(rows):
        if number:
            console.print()
        print_indented(console, row.journey, "", style="bold")
        facts = (row.stage, row.severity, row.owner, f"commits {row.commits}")
        print_indented(console, " · ".join(fact for fact in facts if fact), "  ")
        by = f"{how_many(row.visits, 'visit')} by {', '.join(row.personas)}"
        tags = f"tags {', '.join(row.tags)}" if row.tags else ""
        print_indented(console, " · ".join(fact for fact in (by, tags) if fact), "  ")
        print_indented(console, row.file, "  ", style="dim")


def _closing(rows: Sequence[Row], faulty: Sequence[Faulty], of: int) -> str:
    chosen = how_many(of, "journey") if len(rows) == of else f"{len(rows)} of {how_many(of, 'journey')}"
    told = f"{chosen}, {how_many(sum(row.visits for row in rows), 'visit')}"
    return f"{told}, {how_many(len(faulty), 'faulty file')}" if faulty else told
