"""The embedded shop with each of its defects walked, a table of what was found out: `harness selftest`."""

import json
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from harness.browser.doctor import ready_browser
from harness.browser.found import DoctorError, NoBrowserError
from harness.cli.demo import need_shop
from harness.cli.options import AsJson, Engine, ProvenDefect
from harness.cli.terminal import output, print_indented, trouble
from harness.cli.trouble import MACHINE, MachineError
from harness.demo.expected import FOUND
from harness.selftest.proving import Proof, prove, prove_clean
from harness.selftest.walks import Walks

NAME, EXPECTED = 20, 52


def selftest(
    context: typer.Context,
    *,
    defect: ProvenDefect = [],  # noqa: B006 -- typer reads the default and makes a list of its own
    workers: Annotated[
        int, typer.Option("--workers", "-n", metavar="N", min=1, help="Prove so many at once.")
    ] = 1,
    as_json: AsJson = False,
) -> int:
    """Prove that the shopper still finds what is broken.

    Walks the embedded shop with each of its defects switched on, one journey a defect, and all journeys
    without any. Every defect must be found: the right verdict, at the right step, in the right words; and the
    shop without defects must be fine. Ends with 0 when it is so, with 1 when not, with 3 when this machine
    cannot walk. Run it beside your own journeys: when it is red, do not believe a green night.
    """
    need_shop()
    _need_browser()
    chosen = [name for name in FOUND if name in defect] or list(FOUND)
    console = trouble() if as_json else output()
    with TemporaryDirectory(prefix="harness-selftest-") as folder:
        walks = Walks(Path(folder), tuple(context.obj))
        proofs = list(_proven(chosen, walks, workers, console))
    if as_json:
        told = {"ok": all(p.ok for p in proofs), "proofs": [asdict(p) | {"ok": p.ok} for p in proofs]}
        typer.echo(json.dumps(told, indent=1, ensure_ascii=False))
    return _end(proofs, console)


def _proven(chosen: Sequence[str], walks: Walks, workers: int, console: Console) -> Iterator[Proof]:
    """Yield the proofs in the order of the table, each shown as soon as it and those before it are there."""
    count = len(chosen) + 1
    console.print(Text(f"{'':2}{'defect':{NAME}} {'expected':{EXPECTED}} found", "bold"))
    with ThreadPoolExecutor(workers) as pool:
        under_way = [pool.submit(prove_clean, chosen, walks)]
        under_way += [pool.submit(prove, name, walks) for name in chosen]
        try:
            for number, each in enumerate(under_way, start=1):
                with console.status(f"{number} of {count}") if console.is_terminal else nullcontext():
                    proof = each.result()
                _show(proof, console)
                yield proof
        finally:
            pool.shutdown(cancel_futures=True)


def _show(proof: Proof, console: Console) -> None:
    sign, style = ("✓", "green") if proof.ok else ("✗", "bold red") if proof.could_walk else ("?", "cyan")
    line = f"{proof.name:{NAME}} {proof.expected:{EXPECTED}} {proof.found}"
    console.print(Text.assemble((f"{sign} ", style), line))
    print_indented(console, proof.complaint, "  ", style=style.removeprefix("bold "))


def _end(proofs: Sequence[Proof], console: Console) -> int:
    missed = [proof for proof in proofs if not proof.ok and proof.could_walk]
    unwalked = [proof for proof in proofs if not proof.could_walk]
    if missed:
        told = f"{len(missed)} of {len(proofs)} are not as they should be: do not trust this installation."
        console.print(Text(f"\n{told}", "bold red"))
        return 1
    if unwalked:
        told = f"{len(unwalked)} of {len(proofs)} could not be walked: nothing is proven."
        console.print(Text(f"\n{told}", "cyan"))
        return MACHINE
    defects = "1 defect" if len(proofs) == 2 else f"each of {len(proofs) - 1} defects"  # noqa: PLR2004 -- and the clean walk
    console.print(Text(f"\nThe shopper found {defects}, and nothing where there was none.", "bold green"))
    return 0


def _need_browser() -> None:
    try:
        ready_browser(Engine.CHROMIUM.value)
    except (NoBrowserError, DoctorError) as error:
        raise MachineError(str(error)) from error
