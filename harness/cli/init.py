"""The address of a shop in, a folder with journeys of one's own out: `harness init`."""

import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from harness.browser.doctor import ready_browser
from harness.browser.found import DoctorError, NoBrowserError
from harness.cli.terminal import output, tell_progress, tell_trouble
from harness.cli.trouble import AskedError, MachineError
from harness.language.files.addresses import EMBEDDED_SHOP, address_problem, host_of
from harness.language.folder import SITE_FILE
from harness.language.known.currencies import currency_problem
from harness.language.known.locales import locale_problem
from harness.starter.editor import write_editor_files
from harness.starter.files import Shop, write_project
from harness.starter.home_page import HomePage, UnreachableError, likely_currency, look_at

DEFAULT_LOCALE = "en-US"


def init(  # noqa: PLR0913 -- each is an option of its own
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="Where to; here by default.")] = Path(),
    *,
    address: Annotated[
        str, typer.Option(metavar="URL", help="The shop, such as https://shop.example. Asked for if missing.")
    ] = "",
    name: Annotated[
        str, typer.Option(metavar="NAME", help="What reports call it; else what its home page says.")
    ] = "",
    locale: Annotated[
        str,
        typer.Option(metavar="LOCALE", help="How it writes numbers, such as de-DE; else as the page says."),
    ] = "",
    money: Annotated[
        str, typer.Option(metavar="CODE", help="Its currency, such as EUR; else that of its country.")
    ] = "",
    look: Annotated[bool, typer.Option(help="Open the home page once, to learn what stands there.")] = True,
) -> int:
    """Set up a folder of journeys for a shop of your own.

    Writes the site, two shoppers, a first journey that passes on the home page, conftest.py, a nightly
    walk for GitHub, .gitignore, and what lets VS Code complete and check journeys. A file that is there
    already stays as it is.
    """
    if (folder / "journeys" / SITE_FILE).exists():
        raise AskedError(
            f"{folder / 'journeys' / SITE_FILE}: is there already. Add a journey with"
            " harness new journeys/buy/my-journey.yaml, or name another folder."
        )
    address = (address or _asked_for()).rstrip("/")
    _refuse_what_cannot_be(address, locale, money)
    page = _home_page(address) if look else HomePage()
    locale = locale or page.locale or DEFAULT_LOCALE
    shop = Shop(
        address=address,
        name=name or page.name or host_of(address),
        locale=locale,
        currency=money or page.currency or likely_currency(locale),
        heading=page.heading,
    )
    _write(folder, shop)
    return 0


def _refuse_what_cannot_be(address: str, locale: str, money: str) -> None:
    if address == EMBEDDED_SHOP:
        raise AskedError("the embedded shop has journeys of its own. Type: harness demo")
    problems = (
        address_problem(address),
        locale_problem(locale) if locale else None,
        currency_problem(money) if money else None,
    )
    for problem in filter(None, problems):
        raise AskedError(problem)


def _asked_for() -> str:
    if not sys.stdin.isatty():
        raise AskedError("the shop's address is missing. Type: harness init --address https://shop.example")
    return str(typer.prompt("Where is the shop? (such as https://shop.example)"))


def _home_page(address: str) -> HomePage:
    try:
        browser = ready_browser(say=tell_progress)
        tell_progress(f"opening {address} ...")
        return look_at(address, browser)
    except (NoBrowserError, DoctorError) as error:
        raise MachineError(f"{error} Or leave the home page alone: --no-look.") from error
    except UnreachableError as error:
        tell_trouble(f"the home page could not be seen: {error}. The first journey is written without it.")
        return HomePage()


def _write(folder: Path, shop: Shop) -> None:
    console = output()
    for each in (*write_project(folder, shop), *write_editor_files(folder)):
        sign = "·" if each.kept else "✓"
        told = "was there, stays as it is" if each.kept else each.what
        console.print(
            Text.assemble((sign, "dim" if each.kept else "green"), f" {folder / each.path}  {told}")
        )
    begin = "" if folder == Path() else f"cd {folder} && "
    console.print(f"\nWalk it:             {begin}harness run")
    console.print(f"Write the next one:  {begin}harness new journeys/buy/my-journey.yaml")
