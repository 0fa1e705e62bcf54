"""A path in, a journey to begin with out: `harness new`."""

from pathlib import Path
from typing import Annotated

import typer

from harness.cli.terminal import output
from harness.cli.trouble import AskedError
from harness.language.folder import SITE_FILE, SUFFIXES, find_root
from harness.language.known.stages import STAGES
from harness.starter.files import rendered


def new(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="Where to, such as journeys/buy/promo-code.yaml.")
    ],
    *,
    title: Annotated[
        str, typer.Option(metavar="TEXT", help="What the customer wants to do; else the file's name.")
    ] = "",
) -> int:
    """Write a first draft of a journey, with a comment for everything that may stand in it."""
    if file.suffix != SUFFIXES[0]:
        raise AskedError(
            f"{file}: a journey's file ends in {SUFFIXES[0]}. Type: harness new {file}{SUFFIXES[0]}"
        )
    if file.exists():
        raise AskedError(f"{file}: is there already, and stays as it is. Choose another name.")
    root = find_root(file.absolute())
    if root is None:
        raise AskedError(
            f"{file}: no {SITE_FILE} is in any folder above. Set up a folder of journeys first: harness init"
        )
    folder = file.absolute().relative_to(root).parts[0]
    text = rendered(
        "journey.yaml",
        title=title or file.stem.replace("-", " ").replace("_", " ").capitalize(),
        path=file.as_posix(),
        stage=folder if folder in STAGES else "",
    )
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    output().print(f"wrote {file}\n\nCheck it:  harness check {file}\nTry it:    harness try {file}")
    return 0
