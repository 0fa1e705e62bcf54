"""The embedded shop walked or kept running: `harness demo`."""

import time
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated

import typer

from harness.cli.options import Defect, Headed, HistoryPlace, Reports, SlowMotion, Verbose, Walk, Workers
from harness.cli.trouble import AskedError, MachineError
from harness.cli.walking import walk
from harness.demo import DEMO_CUSTOMER, DEMO_SECRETS
from harness.demo.journeys_root import journeys_root
from harness.demo.process import DemoShop, DemoShopError
from harness.history.book import HISTORY

NEEDED = ("flask", "waitress")
REPORTS = Path("reports")
HIGHEST_PORT = 65535


def demo(  # noqa: PLR0913 -- each is an option of its own
    context: typer.Context,
    *,
    serve: Annotated[
        bool, typer.Option("--serve", help="Only keep the shop running, until Ctrl-C, and look around in it.")
    ] = False,
    port: Annotated[
        int,
        typer.Option(
            metavar="N", min=0, max=HIGHEST_PORT, help="With --serve: where to listen; 0 takes a free port."
        ),
    ] = 0,
    database: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="With --serve: keep orders and accounts in this file. Default: forget them."
        ),
    ] = None,
    payments: Annotated[
        bool,
        typer.Option(
            "--payments", help="Walk every way to pay, too: cards that are refused, say. Takes twice as long."
        ),
    ] = False,
    defect: Defect = [],  # noqa: B006 -- typer reads the default and makes a list of its own
    reports: Reports = None,
    history: HistoryPlace = "",
    workers: Workers = "",
    verbose: Verbose = False,
    headed: Headed = False,
    slowmo: SlowMotion = 0,
) -> int:
    """Walk the embedded shop as a mystery shopper and show the reports.

    The shop is a small real web shop that runs on this machine only; orders and returns in it are
    harmless, so all of its journeys are walked to their end. Try --defect promo-ignored to see what a
    broken shop looks like.
    """
    need_shop()
    if serve:
        return _serve(port, database, defect)
    if port or database:
        raise AskedError("--port and --database belong to the shop that keeps running. Add --serve.")
    folder = (reports or REPORTS).absolute()
    wanted = Walk(
        paths=(str(journeys_root()),),
        reports=folder,
        history=history or str(folder / HISTORY.file),  # that of real shops is none of its business
        defects=tuple(defect),
        headed=headed,
        slowmo_ms=slowmo,
        workers=workers,
        verbose=verbose,
        selection=() if payments else ("-m", "not payments"),
        rest=tuple(context.obj),
    )
    return walk(wanted, isolated=True)


def need_shop() -> None:
    """Make sure that the embedded shop can run here.

    Raises:
        MachineError: What it is made with is not installed.
    """
    missing = [name for name in NEEDED if find_spec(name) is None]
    if missing:
        raise MachineError(
            f"the embedded shop needs {' and '.join(missing)}, which is not installed. Type:"
            ' pip install "mystery-shopper[demo]"'
        )


def _serve(port: int, database: Path | None, defects: list[str]) -> int:
    try:
        with DemoShop.start(port=port, database=database, defects=defects) as shop:
            typer.echo(_welcome(shop.address, defects))  # rich, interrupted here, would print it again
            while True:
                time.sleep(1)
    except DemoShopError as error:
        raise MachineError(str(error)) from error
    except KeyboardInterrupt:  # at any moment, also while the welcome is being printed
        typer.echo("the shop is closed.")
    return 0


def _welcome(address: str, defects: list[str]) -> str:
    lines = [
        f"The embedded shop is open:  {address}",
        f"Switch its defects:         {address}/demo/defects",
        f"Switched on now:            {', '.join(defects) or 'none'}",
        "",
        f"An account with orders:     {DEMO_CUSTOMER}, password {next(iter(DEMO_SECRETS.values()))}",
        "A card that pays:           4242 4242 4242 4242, any later date, any 3 digits",
        "A card that is declined:    4000 0000 0000 0002",
        "Promo codes:                SAVE10, WELCOME",
        "",
        "Ctrl-C closes it.",
    ]
    return "\n".join(lines)
