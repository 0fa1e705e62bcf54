"""A walk that has ended in, its last lines or its JSON out."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer
from rich.console import Console
from rich.text import Text

from harness.cli.options import Walk
from harness.cli.places import reports_of
from harness.cli.progress.display import Display
from harness.cli.progress.lines import MARKS, label_of, seconds
from harness.cli.terminal import print_indented
from harness.cli.trouble import INTERRUPTED
from harness.judge import Judgement
from harness.judge.verdicts import NOTHING_PROVEN
from harness.judge.words import elsewhere_line
from harness.record import VisitRecord

if TYPE_CHECKING:
    from collections.abc import Sequence

    from harness.reports.making import Judged, MadeReports

SHOWN_AGAIN = 3


def tell_end(display: Display, code: int, wanted: Walk, said: str, console: Console) -> None:
    """Tell what a walk found and where its reports are.

    Args:
        display: What was seen of it.
        code: The exit code.
        wanted: What was asked for.
        said: What pytest itself had to say.
        console: Where to.
    """
    made = display.ending.made if display.ending else None
    if wanted.verbose:
        console.print(Text(f"\nFor developers\n{said.strip()}"), soft_wrap=True)
    _tell_trouble(display, code, said, wanted, console)
    if made:
        tell_reports(made, console)
    elif display.ending:
        _tell_unwalked(display.ending.judged, console)
    _tell_told(display, console)
    if display.judged:
        _tell_counts(display, console)
    _tell_again(display, wanted, console)
    if wanted.as_json:
        typer.echo(json.dumps(_told(display, code, made), indent=1, ensure_ascii=False))


def tell_reports(made: "MadeReports", console: Console) -> None:
    """Tell what the reports of a run say and where they are."""
    console.print(Text(f"\n{made.headline}", "bold"))
    for line in made.lines:
        begin, text = ("  - ", line.removeprefix("  - ")) if line.startswith("  - ") else ("", line)
        print_indented(console, text, " " * len(begin), begin=begin)
    _tell_unwalked(made.judged, console)
    console.print(f"\nThe page for everybody:    {_near(made.page)}", soft_wrap=True)
    if made.allure:
        served = f"harness report {_near(made.page.parent)} --open"
        shown = _near(made.allure.page) if made.allure.in_one_file else served
        console.print(f"Allure, for the testers:   {shown}", soft_wrap=True)
        console.print(Text(made.allure.gate.line), soft_wrap=True)
    elif made.allure_problem:
        console.print(Text(f"There is no Allure report: {made.allure_problem}", "yellow"))


def _tell_told(display: Display, console: Console) -> None:
    told = display.ending.told if display.ending else []
    for number, line in enumerate(told):
        print_indented(
            console,
            line.text,
            " " * 27,
            begin=f"{'' if number else 'Told:':27}",
            style="yellow" if line.is_trouble else "",
        )


def _tell_unwalked(judged: "Sequence[Judged]", console: Console) -> None:
    from harness.reports.making import unwalked_lines  # noqa: PLC0415 -- only the end needs it

    for line in unwalked_lines(judged):
        print_indented(console, line, "", style="cyan")


def _tell_trouble(display: Display, code: int, said: str, wanted: Walk, console: Console) -> None:
    problem = display.ending.problem if display.ending else ""
    if display.is_interrupted or code == INTERRUPTED:
        console.print(Text("\ninterrupted: what was walked until now is kept.", "red"))
    elif display.last_words:
        console.print()
        print_indented(console, display.last_words, "", style="red")
    elif not display.counts:
        console.print(Text(f"nothing was walked. {_why(display, code, said, wanted)}", "red"))
    if problem:
        console.print(Text(f"the reports could not be made: {problem}", "red"))


def _why(display: Display, code: int, said: str, wanted: Walk) -> str:
    if code == NOTHING_PROVEN and display.elsewhere:
        return elsewhere_line(display.elsewhere)
    if code == NOTHING_PROVEN and wanted.choice:
        return f"No journey fits {wanted.choice}. Type harness list to see what there is."
    if code == NOTHING_PROVEN:
        return "No journey fits what was chosen. Take a look at -k, -m and the paths."
    return f"pytest says:\n{said.strip()}"


def _tell_counts(display: Display, console: Console) -> None:
    words = [mark.word for mark in MARKS.values() if mark.word in display.counts]
    counted = ", ".join(f"{display.counts[word]} {word}" for word in words)
    visits = "1 visit" if len(display.judged) == 1 else f"{len(display.judged)} visits"
    console.print(Text(f"\n{visits} in {seconds(display.duration_ms)}: {counted}"))


def _tell_again(display: Display, wanted: Walk, console: Console) -> None:
    failed = [
        (judgement.turn.exit_code, visit) for visit, judgement in display.judged if judgement.turn.exit_code
    ]
    if not failed:
        return
    worst_first = [visit for _, visit in sorted(failed, key=lambda each: each[0])]
    console.print(Text("\nTo walk one again:"))
    for visit in worst_first[:SHOWN_AGAIN]:
        is_found = wanted.reports == reports_of(None)
        run = visit.run_id if is_found else wanted.reports / visit.run_id
        console.print(f"  harness replay {run}/{visit.id}", soft_wrap=True)
    if len(failed) > SHOWN_AGAIN:
        console.print(Text(f"  ... and {len(failed) - SHOWN_AGAIN} more", "dim"))


def _near(path: Path) -> str:
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)


def _told(display: Display, code: int, made: "MadeReports | None") -> dict[str, Any]:
    from harness.reports.making import unwalked  # noqa: PLC0415 -- only the end needs it

    return {
        "run": display.folder.path.name if display.folder else None,
        "folder": str(display.folder.path) if display.folder else None,
        "exit_code": code,
        "headline": made.headline if made else None,
        "visits": [_visit(*judged) for judged in display.judged],
        "not_walked": [_visit(*pair) for pair in unwalked(display.ending.judged if display.ending else ())],
        "faulty_files": [file.model_dump() for file in made.run.faulty_files] if made else [],
        "reports": {
            "page": str(made.page) if made else None,
            "allure": str(made.allure.page) if made and made.allure else None,
        },
        "quality_gate": asdict(made.allure.gate) if made and made.allure else None,
        "told": [line.text for line in display.ending.told] if display.ending else [],
        "problem": display.last_words or (display.ending.problem if display.ending else ""),
    }


def _visit(visit: VisitRecord, judgement: Judgement) -> dict[str, Any]:
    return {
        "id": visit.id,
        "label": label_of(visit),
        "journey": visit.journey.id,
        "persona": visit.persona.id,
        "row": visit.row,
        "verdict": judgement.verdict.value,
        "turn": judgement.turn.party.value,
        "duration_ms": visit.duration_ms,
        "findings": [finding.model_dump(mode="json") for finding in judgement.findings],
        "effort": judgement.effort.model_dump(mode="json") if judgement.effort else None,
    }
