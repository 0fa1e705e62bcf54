"""Journeys in, how much of what customers see they really check out: `harness mutate`."""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from harness.browser.doctor import ready_browser
from harness.browser.found import DoctorError, NoBrowserError
from harness.cli.noticed import WHOLE, as_facts, show, totals
from harness.cli.options import AsJson, Engine, SiteName, Workers
from harness.cli.places import choose
from harness.cli.reading import refuse_unknown_site
from harness.cli.terminal import output, trouble
from harness.cli.trouble import AskedError, MachineError
from harness.judge.verdicts import NOTHING_PROVEN
from harness.mutate.checking import Say, Wishes, check
from harness.mutate.model import Checked
from harness.mutate.walks import CannotWalkError, Walks

MOST = 12


def mutate(  # noqa: PLR0913 -- each is an option of its own
    context: typer.Context,
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="PATHS", help="Folders or files. Default: ./journeys or the nearest one above."
        ),
    ] = None,
    *,
    site: SiteName = "",
    most: Annotated[
        int, typer.Option("--most", metavar="N", min=1, help="Spoil at most so many things a journey.")
    ] = MOST,
    seed: Annotated[
        int, typer.Option(metavar="N", help="Which of them: the same number chooses the same ones.")
    ] = 0,
    at_least: Annotated[
        str, typer.Option("--at-least", metavar="SHARE", help="End with 1 when less is noticed, such as 60%.")
    ] = "",
    workers: Workers = "",
    as_json: AsJson = False,
) -> int:
    """Tell how much of what customers see your journeys really check.

    Walks each journey once as it is, and notes what is on its pages: amounts, headings, messages, buttons.
    Then it walks it again and again, each time with one of these spoiled on its way to the customer: the
    price is gone, the total is another one, the button does nothing. A journey that is fine all the same did
    not check it. The shop itself is not touched; nothing above the basket is committed on a live site.
    """
    wanted = _share(at_least)
    chosen = choose(paths or [])
    refuse_unknown_site(chosen, site)
    console = trouble() if as_json else output()
    _need_browser()
    with TemporaryDirectory(prefix="harness-mutate-") as folder, _progress(console) as say:
        walks = Walks(Path(folder), chosen.paths, site, workers, tuple(context.obj))
        try:
            checked = check(walks, Wishes(most, seed), say)
        except CannotWalkError as error:
            raise MachineError(str(error)) from error
    show(checked, console)
    if as_json:
        typer.echo(json.dumps(as_facts(checked), indent=1, ensure_ascii=False))
    return _code(checked, wanted)


@contextmanager
def _progress(console: Console) -> Iterator[Say]:
    """Show what is under way where a person watches; else say each part once."""
    if not console.is_terminal:
        said: set[str] = set()

        def once(what: str, _ended: int, count: int) -> None:
            if what not in said:
                console.print(Text(f"Walking: {what}{f', {count} times' if count else ''}."))
            said.add(what)

        yield once
        return
    with console.status("Walking") as status:
        yield lambda what, ended, count: status.update(f"{what}: {ended}{f' of {count}' if count else ''}")


def _code(checked: Sequence[Checked], wanted: int) -> int:
    noticed, tried = totals(checked)
    if not tried:
        return NOTHING_PROVEN
    return 1 if noticed * WHOLE < wanted * tried else 0


def _share(text: str) -> int:
    """Return a share as whole hundredths.

    Raises:
        AskedError: It is none.
    """
    digits = text.removesuffix("%").strip()
    if text and not (digits.isascii() and digits.isdigit() and int(digits) <= WHOLE):
        raise AskedError(f'--at-least: "{text}" is no share. Write it like 60%.')
    return int(digits or 0)


def _need_browser() -> None:
    try:
        ready_browser(Engine.CHROMIUM.value)
    except (NoBrowserError, DoctorError) as error:
        raise MachineError(str(error)) from error
