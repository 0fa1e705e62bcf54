"""What a person does in a browser in, a journey that does the same out: `harness record`."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from harness.cli.options import Device, known
from harness.cli.recording import Asked, Place, place_of, record_at
from harness.cli.terminal import tell_progress, tell_trouble
from harness.cli.trouble import ASKED, AskedError
from harness.language.folder import SUFFIXES
from harness.language.known.devices import DEVICES
from harness.language.model import Journey
from harness.language.project import load_journey, load_surroundings
from harness.recorder.drafting import Draft

OutputFile = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="Where to, such as journeys/buy/promo-code.yaml; else it is printed.",
    ),
]


def record(  # noqa: PLR0913 -- each is an option of its own
    url: Annotated[
        str,
        typer.Argument(
            metavar="URL", help="Where to begin: an address, a path of your site such as /sale, or demo."
        ),
    ],
    *,
    output_file: OutputFile = None,
    persona: Annotated[
        str, typer.Option(metavar="NAME", help="Who records; by default the first persona.")
    ] = "",
    device: Device = "",
    force: Annotated[bool, typer.Option("--force", help="Write over a file that is there.")] = False,
    codegen: Annotated[
        bool,
        typer.Option("--codegen", help="Record with playwright codegen; it suggests fewer checks."),
    ] = False,
    headless: Annotated[bool, typer.Option("--headless", hidden=True)] = False,
) -> int:
    """Click through a shop in a browser, and get a journey that does the same.

    Names, steps and checks are suggested; passwords and cards become secrets and are written nowhere.
    End it by closing the window, or with Ctrl-C.
    """
    if output_file:
        _refuse_file(output_file, force=force)
    place = place_of(url, output_file)
    if device:
        known(device, tuple(DEVICES), "device")
    asked = Asked(url=url, persona=persona, device=device, codegen=codegen, headless=headless)
    draft = record_at(place, asked)
    if not draft.text:
        raise AskedError("nothing was done in the browser, so nothing is written. Record again.")
    if output_file is None:
        typer.echo(draft.text, nl=False)
        _tell_what_is_left(draft, place)
        return 0
    output_file.parent.mkdir(parents=True, exist_ok=True)
    output_file.write_text(draft.text, encoding="utf-8")
    tell_progress(f"\nwrote {output_file}")
    _tell_what_is_left(draft, place)
    return _check(output_file, place, draft)


def _refuse_file(file: Path, *, force: bool) -> None:
    if file.suffix != SUFFIXES[0]:
        raise AskedError(f"{file}: a journey's file ends in {SUFFIXES[0]}. Write: -o {file}{SUFFIXES[0]}")
    if not file.exists() or force:
        return
    if not sys.stdin.isatty():
        raise AskedError(f"{file}: is there already. Choose another name, or write over it: --force")
    if not typer.confirm(f"{file} is there already. Write over it?", err=True):
        raise AskedError(f"{file}: stays as it is. Choose another name.")


def _tell_what_is_left(draft: Draft, place: Place) -> None:
    for name in draft.secrets:
        tell_progress(f"A secret was typed and is not in the journey. Set it: export {name}=... or in .env")
    for name in draft.files:
        tell_progress(f"A file was picked. Put it beside site.yaml: {place.folder_name}/{name}")
    if draft.other_hosts:
        hosts = ", ".join(draft.other_hosts)
        tell_progress(
            f"Pages came from other hosts. If they belong to the journey, add in site.yaml: hosts: [{hosts}]"
        )
    if draft.commits not in {"nothing", "cart"}:
        level = draft.commits
        tell_progress(
            f'It commits to "{level}": without --allow {level} the shopper stops before that click.'
        )


def _check(file: Path, place: Place, draft: Draft) -> int:
    if place.root is None:
        tell_progress("No site.yaml is in any folder above. Set up a folder of journeys: harness init")
        return 0
    loaded = load_journey(file, load_surroundings(place.root))
    if isinstance(loaded, Journey):
        allow = f" --allow {draft.commits}" if draft.commits not in {"nothing", "cart"} else ""
        tell_progress(f"\nLook it over, then walk it:  harness run {file} --headed{allow}")
        return 0
    for problem in loaded:
        tell_trouble(str(problem))
    return ASKED
