"""Journey files in, every problem of every file and advice on the others out: `harness check`."""

import json
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text
from watchfiles import watch as changes_in

from harness.cli.options import Paths
from harness.cli.places import Chosen, choose
from harness.cli.terminal import output, tell_progress, tell_trouble
from harness.cli.trouble import ASKED, AskedError
from harness.language.advice import Advice, advice_on
from harness.language.folder import is_journey, journey_paths
from harness.language.model import Problem
from harness.language.project import load_project


@dataclass(frozen=True)
class Found:
    """What is said of the chosen files; those that wait use a part whose own problems are told."""

    journeys: int
    problems: tuple[Problem, ...]
    waiting: tuple[str, ...]
    advice: tuple[Advice, ...]

    def exit_code(self, *, strict: bool) -> int:
        """Return the exit code, for which `strict` makes advice count."""
        return ASKED if self.problems or (strict and self.advice) else 0


def check(
    paths: Paths = None,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object instead.")] = False,
    strict: Annotated[bool, typer.Option("--strict", help="End with 4 for advice, too.")] = False,
    watch: Annotated[
        bool, typer.Option("--watch", help="Check again whenever a file changes, until Ctrl-C.")
    ] = False,
) -> int:
    """Find every mistake in journey files, without a browser.

    Each problem is told with file, line and column, the line itself, and what to do. Ends with 4 when
    there is one, with 0 when there is none. Advice is about what is allowed and will cost time later;
    "# waive CODE: reason" at the end of a line, or above it, silences it there.
    """
    if watch and as_json:
        raise AskedError('"--watch" talks to a person, "--json" to a program. Leave one of them out.')
    if watch:
        return _keep_checking(paths or [])
    return _check(paths or [], as_json=as_json, strict=strict)


def _check(paths: Sequence[str], *, as_json: bool, strict: bool) -> int:
    found = _find(choose(paths))
    if as_json:
        typer.echo(json.dumps(_told(found), indent=1, ensure_ascii=False))
    else:
        _print(found)
    return found.exit_code(strict=strict)


def _keep_checking(paths: Sequence[str]) -> int:
    """Check now and after each change, until Ctrl-C, which is how it is meant to end."""
    roots = choose(paths).roots
    with suppress(KeyboardInterrupt):
        for _ in chain([None], changes_in(*roots)):
            output().clear()
            try:
                _check(paths, as_json=False, strict=False)
            except AskedError as error:  # such as a file that was renamed just now
                tell_trouble(str(error))
            tell_progress("Watching for changes. Stop with Ctrl-C.")
    return 0


def _find(chosen: Chosen) -> Found:
    problems: list[Problem] = []
    advice: list[Advice] = []
    for root in chosen.roots:
        project = load_project(root)
        problems += (each for each in project.problems if _concerns(each, root, chosen))
        advice += (each for each in advice_on(project) if _concerns(each, root, chosen))
    journeys = sum(chosen.holds(file) for root in chosen.roots for file in journey_paths(root))
    causes = tuple(problem for problem in problems if not problem.is_echo)
    waiting = dict.fromkeys(problem.place.file for problem in problems if problem.is_echo)
    return Found(journeys, causes, tuple(waiting), tuple(advice))


def _concerns(said: Problem | Advice, root: Path, chosen: Chosen) -> bool:
    """Say whether something is about the chosen files, or about what journeys share."""
    file = root.parent / said.place.file
    return chosen.holds(file) or not is_journey(file, root)


def _told(found: Found) -> dict[str, object]:
    return {
        "journeys": found.journeys,
        "problems": [_as_json(problem) for problem in found.problems],
        "waiting": [*found.waiting],
        "advice": [{"code": advice.code, **_as_json(advice)} for advice in found.advice],
    }


def _as_json(said: Problem | Advice) -> dict[str, object]:
    return {
        "file": said.place.file,
        "line": said.place.line,
        "column": said.place.column,
        "message": said.message,
    }


def _print(found: Found) -> None:
    for problem in found.problems:
        _print_one(problem, Text(problem.message, "red"))
    for advice in found.advice:
        _print_one(advice, Text.assemble((f"advice {advice.code}: ", "yellow"), advice.message))
    output().print(Text(_closing(found), "red" if found.problems else "green"))


def _print_one(said: Problem | Advice, message: Text) -> None:
    console = output()
    console.print(Text.assemble((str(said.place), "bold"), ": ", message), soft_wrap=True)
    console.print(Text(f"{said.snippet}\n" if said.snippet else "", "dim"), soft_wrap=True)


def _closing(found: Found) -> str:
    files = len({problem.place.file for problem in found.problems})
    problems = (
        f"{_count(len(found.problems), 'problem')} in {_count(files, 'file')}" if files else "no problem"
    )
    pieces = _count(len(found.advice), "piece")
    advice = f", {pieces} of advice" if found.advice else ""
    return f"{_count(found.journeys, 'journey')}, {problems}{advice}{_waiting(found.waiting)}"


def _waiting(files: Sequence[str]) -> str:
    if not files:
        return ""
    use, are = ("uses", "is") if len(files) == 1 else ("use", "are")
    listed = ", ".join(files)
    return (
        f"; {_count(len(files), 'file')} {use} a part with problems,"
        f" and {are} checked in full once it is mended: {listed}"
    )


def _count(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
