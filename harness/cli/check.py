"""Journey files in, every problem of every file out: `harness check`."""

import json
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from harness.cli.options import Paths
from harness.cli.places import Chosen, choose
from harness.cli.terminal import output
from harness.cli.trouble import ASKED
from harness.language.folder import is_journey, journey_paths
from harness.language.model import Problem
from harness.language.project import load_project


def check(
    paths: Paths = None,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object instead.")] = False,
) -> int:
    """Find every mistake in journey files, without a browser.

    Each problem is told with file, line and column, the line itself, and what to do. Ends with 4 when
    there is one, with 0 when there is none.
    """
    chosen = choose(paths or [])
    problems = [problem for root in chosen.roots for problem in _problems(root, chosen)]
    journeys = sum(chosen.holds(file) for root in chosen.roots for file in journey_paths(root))
    if as_json:
        typer.echo(json.dumps(_told(journeys, problems), indent=1, ensure_ascii=False))
    else:
        _print(journeys, problems)
    return ASKED if problems else 0


def _problems(root: Path, chosen: Chosen) -> list[Problem]:
    """Return what concerns the chosen files: their own problems, and those of what journeys share."""
    problems = load_project(root).problems
    files = ((problem, root.parent / problem.place.file) for problem in problems)
    return [problem for problem, file in files if chosen.holds(file) or not is_journey(file, root)]


def _told(journeys: int, problems: list[Problem]) -> dict[str, object]:
    return {
        "journeys": journeys,
        "problems": [
            {
                "file": problem.place.file,
                "line": problem.place.line,
                "column": problem.place.column,
                "message": problem.message,
            }
            for problem in problems
        ],
    }


def _print(journeys: int, problems: list[Problem]) -> None:
    console = output()
    for problem in problems:
        head = Text.assemble((str(problem.place), "bold"), ": ", (problem.message, "red"))
        console.print(head, soft_wrap=True)
        console.print(Text(f"{problem.snippet}\n" if problem.snippet else "", "dim"), soft_wrap=True)
    console.print(Text(_closing(journeys, problems), "red" if problems else "green"))


def _closing(journeys: int, problems: list[Problem]) -> str:
    files = len({problem.place.file for problem in problems})
    found = f"{_count(len(problems), 'problem')} in {_count(files, 'file')}" if problems else "no problem"
    return f"{_count(journeys, 'journey')}, {found}"


def _count(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
