"""A kind of file in, the JSON Schema that helps editors write it out: `harness schema`."""

import json
from pathlib import Path
from typing import Annotated

import typer

from harness.cli.options import known
from harness.cli.places import nearest_root
from harness.cli.terminal import tell_progress
from harness.cli.trouble import MachineError
from harness.language.schema.files import FILES, file_schema
from harness.language.surroundings import surroundings_of
from harness.verbs import VERBS

BESIDE = ("personas", "site")
"""The kinds of files that stand beside the schema, where it is written into the journeys folder."""


def schema(
    *,
    kind: Annotated[
        str,
        typer.Option(
            "--for",
            metavar="|".join(FILES),
            callback=lambda kind: known(kind, tuple(FILES), "kind of file"),
            help="Which kind of file.",
        ),
    ] = "journey",
    file: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="FILE", help="Write it there, such as journeys/journey.schema.json."
        ),
    ] = None,
) -> int:
    """Print a JSON Schema, with which an editor completes, explains and checks while you write.

    It also offers the personas, the parts and your own verbs here. Write it again when those have changed.
    """
    root = nearest_root()
    here = surroundings_of(root) if root else None
    told = file_schema(
        kind,
        personas=here.personas if here else (),
        sites=filter(None, here.sites) if here else (),
        parts=here.parts if here else (),
        verbs=here.vocabulary.verbs if here else VERBS,
    )
    text = json.dumps(told, indent=1, ensure_ascii=False)
    if file is None:
        typer.echo(text)
        return 0
    _write(file, f"{text}\n")
    tell_progress(
        f"{file} is written. To use it, begin your files with this line, the path as seen from there:"
    )
    tell_progress(f"# yaml-language-server: $schema={'' if kind in BESIDE else '../'}{file.name}")
    return 0


def _write(file: Path, text: str) -> None:
    try:
        file.write_text(text, encoding="utf-8")
    except OSError as error:
        raise MachineError(f"{file}: cannot be written ({error.strerror}). Name another place.") from error
