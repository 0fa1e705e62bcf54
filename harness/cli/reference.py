"""The language in, every word of it in one Markdown text out: `harness reference`."""

import typer

from harness.language.schema.markdown import reference as told


def reference() -> int:
    """Print every verb, check, target word and key as Markdown, made from the code that reads journeys."""
    typer.echo(told(), nl=False)
    return 0
