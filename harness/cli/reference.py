"""The language in, every word of it in one Markdown text out: `harness reference`."""

import typer

from harness.cli.places import nearest_root
from harness.language.schema.markdown import reference as told
from harness.language.surroundings import surroundings_of
from harness.verbs import VERBS


def reference() -> int:
    """Print every verb, check, target word and key as Markdown, made from the code that reads journeys.

    Your own verbs are among them, if you type it beside your journeys.
    """
    root = nearest_root()
    typer.echo(told(surroundings_of(root).vocabulary.verbs if root else VERBS), nl=False)
    return 0
