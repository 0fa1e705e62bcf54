"""A journey's file in, the source of its test out: `harness compile`."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from harness.cli.places import choose
from harness.cli.terminal import trouble
from harness.cli.trouble import ASKED, AskedError
from harness.compile.source import compile_journey
from harness.language.model import Journey, Problem
from harness.language.project import load_journey
from harness.language.surroundings import surroundings_of


def compile(  # noqa: A001 -- the command's name; Python's own is not wanted here
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="A journey, such as journeys/buy/promo-code.yaml.")
    ],
) -> int:
    """Print the Python test that a journey becomes.

    Saved as test_something.py beside the journeys it runs under plain pytest. Nothing needs it to run:
    harness run and pytest compile journeys by themselves.
    """
    if file.is_dir():
        raise AskedError(f"{file}: this is a folder. Name one journey's YAML file.")
    root = choose([str(file)]).roots[0]
    surroundings = surroundings_of(root)
    loaded = load_journey(file, surroundings)
    if not isinstance(loaded, Journey):
        return _refuse(loaded)
    sys.stdout.write(compile_journey(loaded, surroundings.parts).source)
    return 0


def _refuse(problems: tuple[Problem, ...]) -> int:
    console = trouble()
    for problem in problems:
        console.print(str(problem), soft_wrap=True)
    return ASKED
