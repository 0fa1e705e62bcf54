"""Journeys in, the verbs that they may use out, the team's own among them: `harness verbs`."""

import json
from collections.abc import Iterable
from typing import Annotated

import typer
from rich.text import Text

from harness.cli.places import nearest_root
from harness.cli.terminal import output, print_indented, tell_trouble
from harness.cli.trouble import ASKED
from harness.language.shapes.named import usage
from harness.language.surroundings import surroundings_of
from harness.language.vocabulary import Vocabulary
from harness.verbs import Verb


def verbs(
    *, as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object instead.")] = False
) -> int:
    """List the verbs that journeys here may use: how each is written, what it does, who wrote it.

    What is wrong with the files of your own verbs is told too, and ends it with 4.
    """
    root = nearest_root()
    vocabulary = surroundings_of(root).vocabulary if root else Vocabulary()
    known = vocabulary.verbs.values()
    if as_json:
        typer.echo(json.dumps({"verbs": [_told(verb) for verb in known]}, indent=1, ensure_ascii=False))
    else:
        _print(known)
    for problem in vocabulary.problems:
        tell_trouble(str(problem))
    return ASKED if vocabulary.problems else 0


def _told(verb: Verb) -> dict[str, object]:
    return {
        "verb": verb.name,
        "usage": usage(verb),
        "what it does": verb.doc,
        "acts": verb.acts,
        "commits": verb.commits,
        "file": verb.home or None,
    }


def _print(known: Iterable[Verb]) -> None:
    console = output()
    for verb in known:
        console.print(Text.assemble((usage(verb), "bold"), f"   {verb.home}" if verb.home else ""))
        commits = f" Commits to: {verb.commits}." if verb.commits else ""
        print_indented(console, f"{verb.doc}{commits}", "    ")
