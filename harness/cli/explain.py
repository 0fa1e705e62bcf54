"""Journey files in, what they do in plain words out: `harness explain`."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from harness.cli.options import SiteName
from harness.cli.places import choose
from harness.cli.reading import Faulty, Fine, read_chosen
from harness.cli.terminal import output, print_indented, trouble
from harness.cli.trouble import ASKED
from harness.explain import sentences
from harness.explain.explaining import Told, ToldStep
from harness.explain.explaining import explain as explained
from harness.language.model import Site


def explain(
    paths: Annotated[
        list[str], typer.Argument(metavar="FILE...", help="Journeys, or folders of them, to be explained.")
    ],
    *,
    site: SiteName = "",
    short: Annotated[
        bool, typer.Option("--short", help="Only name the steps that several journeys share.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object instead.")] = False,
) -> int:
    """Tell in plain words what a journey does, for colleagues who do not read YAML.

    What stands in [ ] is known only when it is walked. Ends with 4 when a file has mistakes.
    """
    read = list(read_chosen(choose(paths), site))
    told = [explained(each.journey, each.surroundings, _site(each), short=short) for each in _fine(read)]
    if as_json:
        typer.echo(json.dumps({"journeys": list(map(asdict, told))}, indent=1, ensure_ascii=False))
    else:
        _print(told)
    return _refuse([each for each in read if isinstance(each, Faulty)])


def _fine(read: Sequence[Fine | Faulty]) -> Iterator[Fine]:
    yield from (each for each in read if isinstance(each, Fine))


def _site(fine: Fine) -> Site:
    """Return the site it is explained for: the one that was asked for, if the journey is for that."""
    return fine.site if fine.is_here else fine.surroundings.sites_of(fine.journey)[0]


def _refuse(faulty: Sequence[Faulty]) -> int:
    problems = dict.fromkeys(problem for each in faulty for problem in each.problems)
    for problem in problems:
        trouble().print(str(problem), soft_wrap=True)
    return ASKED if faulty else 0


def _print(told: Sequence[Told]) -> None:
    console = output()
    for number, journey in enumerate(told):
        if number:
            console.print()
        console.print(Text(journey.journey, "bold"), soft_wrap=True)
        console.print(Text(journey.file, "dim"), soft_wrap=True)
        print_indented(console, journey.why, "")
        console.print()
        for fact in journey.facts:
            print_indented(console, fact, "")
        _print_steps(console, journey.steps)
        for lead, steps in ((sentences.CLEANUP, journey.cleanup), (sentences.LOOKUP, journey.lookup)):
            if steps:
                console.print()
                print_indented(console, lead, "")
                _print_steps(console, steps)


def _print_steps(console: Console, steps: Sequence[ToldStep]) -> None:
    for number, step in enumerate(steps, start=1):
        console.print()
        print_indented(console, step.part, "", style="dim")
        print_indented(console, step.step, "    ", begin=f"{number:>2}. ", style="bold")
        for sentence in step.sentences:
            print_indented(console, sentence, "    ")
