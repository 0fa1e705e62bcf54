"""A site and its journeys in, a check list before the first run out, and a letter: `harness preflight`."""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Annotated

import typer
from rich.text import Text

from harness.browser.found import BrowserSettings, NoBrowserError
from harness.browser.supply import find_browser
from harness.cli.demo import need_shop
from harness.cli.filters import visits_of
from harness.cli.options import Allow, LedgerPlace, Paths, Reports, SiteName
from harness.cli.places import Chosen, choose, reports_of
from harness.cli.reading import Faulty, Fine, read_chosen
from harness.cli.terminal import output, print_indented, tell_progress
from harness.cli.trouble import AskedError, MachineError
from harness.demo.process import DemoShop, DemoShopError
from harness.plugin.provided import provided_for
from harness.plugin.run import EMBEDDED
from harness.preflight.first_page import open_first_page
from harness.preflight.journeys import looks_at_journeys, walk_looking
from harness.preflight.letter import letter_of
from harness.preflight.machine import looks_at_machine
from harness.preflight.model import Errand, Look, Sign, exit_code_of
from harness.preflight.network import looks_at_network
from harness.preflight.owed import look_at_ledger
from harness.preflight.site import looks_at_site
from harness.shopper.identity import NoHeaderError, identity_of

SIGNS = {
    Sign.GOOD: ("✓", "green"),
    Sign.WARNING: ("!", "yellow"),
    Sign.SITE: ("✗", "bold red"),
    Sign.HERE: ("✗", "bold red"),
}
WIDTH = 10
RUN_ID = "preflight"


def preflight(  # noqa: PLR0913 -- each is an option of its own
    paths: Paths = None,
    *,
    site: SiteName = "",
    allow: Allow = [],  # noqa: B006 -- typer reads the default and makes a list of its own
    ledger: LedgerPlace = "",
    reports: Reports = None,
    letter: Annotated[
        bool, typer.Option("--letter", help="Print only the letter to the shop's operations team.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object instead.")] = False,
) -> int:
    """Look whether a first run may begin, and write to the shop's operations team.

    Nothing is committed to. Ends with 1 when something is wrong with the site, 3 when it is here.
    """
    chosen = choose(paths or [])
    with _errand(chosen, site, allow, reports) as errand:
        if letter:
            typer.echo(letter_of(errand))
            return 0
        looks = []
        for look in _looks(errand, chosen, ledger):
            looks.append(look)
            if not as_json:
                _print(look)
        _end(errand, looks, as_json=as_json)
    return exit_code_of(looks)


@contextmanager
def _errand(chosen: Chosen, name: str, allowed: list[str], reports: Reports) -> Iterator[Errand]:
    """Gather what the preflight is about; the embedded shop runs meanwhile."""
    read = tuple(read_chosen(chosen, name))
    fine = [each for each in read if isinstance(each, Fine) and each.is_here]
    faulty = [each for each in read if isinstance(each, Faulty)]
    if not fine:
        problem = f": {faulty[0].problems[0]}" if faulty else ""
        raise AskedError(f"no journey here can be walked{problem}\nMend this first: harness check")
    visits = tuple(visit for each in fine for visit in visits_of(each))
    site, base = fine[0].site, visits[0].base
    provided = provided_for(base, embedded=site.address == EMBEDDED)
    with _standing(site.address) as address:
        identity, trouble = None, ""
        try:
            identity = identity_of(site, address, run_id=RUN_ID, journey_id=RUN_ID, provided=provided)
        except NoHeaderError as error:
            trouble = str(error)
        yield Errand(
            site=site,
            address=address,
            persona=visits[0].persona,
            visits=visits,
            faulty=tuple(each.file for each in faulty),
            allowed=tuple(allowed),
            provided=provided,
            identity=identity,
            no_identity=trouble,
            reports=reports_of(reports, chosen.roots[0]),
        )


@contextmanager
def _standing(address: str) -> Iterator[str]:
    if address != EMBEDDED:
        yield address
        return
    need_shop()
    try:
        with DemoShop.start() as shop:
            yield shop.address
    except DemoShopError as error:
        raise MachineError(str(error)) from error


def _looks(errand: Errand, chosen: Chosen, ledger: str) -> Iterator[Look]:
    """Look at one thing after the other; without a browser or a name, at what can be seen without."""
    try:
        found = find_browser("chromium", settings=BrowserSettings(), may_install=False, say=tell_progress)
    except NoBrowserError as error:
        yield Look("browser", Sign.HERE, str(error), "Type: harness setup")
        yield from (*looks_at_network(errand), *looks_at_journeys(errand), look_at_ledger(errand, ledger))
        return
    machine = tuple(looks_at_machine(errand, found))
    yield from machine
    yield from looks_at_network(errand)
    is_fit = all(look.sign is Sign.GOOD for look in machine)
    if is_fit:
        yield from looks_at_site(errand, open_first_page(errand, found))
    yield from looks_at_journeys(errand)
    yield look_at_ledger(errand, ledger)
    if is_fit and errand.identity:
        yield walk_looking(errand, chosen.paths)


def _print(look: Look) -> None:
    console = output()
    sign, style = SIGNS[look.sign]
    console.print(Text.assemble((f"{sign} ", style), f"{look.name:<{WIDTH}}{look.sentence}"), soft_wrap=True)
    if look.remedy and look.sign is not Sign.GOOD:
        print_indented(console, look.remedy, " " * (WIDTH + 2), style="bold")


def _end(errand: Errand, looks: Sequence[Look], *, as_json: bool) -> None:
    ready = exit_code_of(looks) == 0
    if as_json:
        told = [
            {"name": look.name, "sign": look.sign.value, "sentence": look.sentence, "remedy": look.remedy}
            for look in looks
        ]
        facts = {"ok": ready, "checks": told, "letter": letter_of(errand)}
        typer.echo(json.dumps(facts, indent=1, ensure_ascii=False))
        return
    end = "ready for a first run." if ready else "not ready for a first run."
    output().print(Text(f"\n{end}", "green" if ready else "red"))
    output().print(Text(f"\nTo the shop's operations team:\n\n{letter_of(errand)}"), soft_wrap=True)
