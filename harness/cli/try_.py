"""One journey that is being written in, one visit of it walked with its author out: `harness try`."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import pytest
import typer
from rich.text import Text

from harness.browser.doctor import ready_browser
from harness.browser.found import DoctorError, NoBrowserError
from harness.cli.aside import aside
from harness.cli.only_visit import OnlyVisit
from harness.cli.options import Allow, Defect, LedgerPlace, Report, SiteName, SlowMotion, Walk
from harness.cli.progress.display import Display
from harness.cli.terminal import output, tell_progress, tell_trouble
from harness.cli.trouble import MachineError
from harness.cli.trying.attending import Attending
from harness.cli.trying.choosing import Chosen, Wanted, choose_visit
from harness.cli.trying.talk import Talk
from harness.cli.walking import OURS
from harness.plugin.options import has_screen

NO_SCREEN = "there is no screen to show a window on. Say --headless, or use xvfb-run."


def try_(  # noqa: PLR0913 -- each is an option of its own
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="A journey, such as journeys/buy/promo-code.yaml.")
    ],
    *,
    headed: Annotated[
        bool | None,
        typer.Option(
            "--headed/--headless",
            show_default=False,
            help="Show the browser's window; by default if it can be.",
        ),
    ] = None,
    slowly_from: Annotated[
        str,
        typer.Option("--from", metavar="STEP", help="From this step on, wait for Enter before each step."),
    ] = "",
    persona: Annotated[str, typer.Option(metavar="NAME", help="Who walks; else the first who may.")] = "",
    row: Annotated[
        list[str],
        typer.Option(
            metavar="VALUE", help='Which row of "for each": one with this value in it. May be repeated.'
        ),
    ] = [],  # noqa: B006 -- typer reads the default and makes a list of its own
    site: SiteName = "",
    allow: Allow = [],  # noqa: B006 -- the same
    ledger: LedgerPlace = "",
    defect: Defect = [],  # noqa: B006 -- the same
    slowmo: SlowMotion = 0,
) -> int:
    """Walk one journey while you write it, and stop where it fails.

    Tells each step as it goes. Where one fails, the browser stays open: you see why, and what can be named on
    the page. Mend the file and press Enter: it is read again and walked on from there. Nothing is kept in
    reports/, and no limit is learnt from it. Without a terminal it ends at the first failure, as harness run
    does.
    """
    wanted = Wanted(file, persona, site, tuple(row), slowly_from)
    chosen = choose_visit(wanted)
    is_headed = _is_headed(asked=headed)
    _need_browser(headed=is_headed)
    _say(chosen)
    with TemporaryDirectory(prefix="harness-try-") as folder:
        walk = Walk(
            paths=(str(file),),
            reports=Path(folder) / "reports",
            site=site,
            allow=tuple(allow),
            ledger=ledger,
            defects=tuple(defect),
            evidence=("none",),
            report=Report.NONE,
            headed=is_headed,
            slowmo_ms=slowmo,
        )
        return _walk(walk, wanted, chosen)


def _walk(walk: Walk, wanted: Wanted, chosen: Chosen) -> int:
    console = output()
    asks = sys.stdin.isatty() and console.is_terminal
    display = Display(console)  # its moving line would write into the answers
    attending = Attending(wanted, chosen, Talk(console, asks=asks))
    # The keyboard is the author's: pytest would take it from her while a test runs.
    own = (
        "--capture=no",
        "-p",
        "no:cacheprovider",
        "-p",
        "no:timeout",
        f"--output={walk.reports}/playwright",
    )
    with aside():
        plugins = [display, OnlyVisit(chosen.visit.id), attending]
        code = int(pytest.main([*OURS, *own, *walk.pytest_arguments()], plugins=plugins))
    if display.last_words or display.is_interrupted:
        tell_trouble(display.last_words or "interrupted.")
    return code


def _is_headed(*, asked: bool | None) -> bool:
    if asked and not has_screen():
        raise MachineError(NO_SCREEN)
    if asked is None and not has_screen():
        tell_progress("There is no screen to show a window on: the browser walks without one.")
    return has_screen() if asked is None else asked


def _need_browser(*, headed: bool) -> None:
    try:
        ready_browser(headed=headed, say=tell_progress)
    except (NoBrowserError, DoctorError) as error:
        more = " Or walk without a window: --headless." if headed else ""
        raise MachineError(f"{error}{more}") from error


def _say(chosen: Chosen) -> None:
    if chosen.others:
        others = "another visit" if chosen.others == 1 else f"{chosen.others} other visits"
        told = f"This is {chosen.visit.label}. The journey asks for {others}: --persona and --row choose."
        output().print(Text(told, "dim"))
