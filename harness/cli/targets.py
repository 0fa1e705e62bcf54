"""The address of a page in, what can be named on it out: `harness targets`."""

import json
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Annotated
from urllib.parse import urljoin

import typer
from playwright.sync_api import Error as BrowserError
from playwright.sync_api import sync_playwright

from harness.browser.bounded import TimeIsUp, at_most
from harness.browser.doctor import ready_browser
from harness.browser.found import DoctorError, NoBrowserError
from harness.browser.hosts import AllowedHosts
from harness.browser.keeper import BrowserKeeper
from harness.cli.demo import need_shop
from harness.cli.introducing import introduce
from harness.cli.naming import as_facts, show
from harness.cli.options import Defect, Device, SiteName, known
from harness.cli.places import nearest_root
from harness.cli.terminal import output, tell_progress
from harness.cli.trouble import AskedError, MachineError
from harness.demo.process import DemoShop, DemoShopError
from harness.language.allowed_hosts import hosts_of
from harness.language.files.addresses import EMBEDDED_SHOP, address_problem
from harness.language.files.personas import BUILT_IN
from harness.language.known.devices import DEVICES
from harness.language.model import Persona, Place, Site
from harness.language.rules.surroundings import Surroundings, UnknownSiteError
from harness.language.surroundings import surroundings_of
from harness.shopper.acting.going import go_to
from harness.shopper.persona_context import context_options
from harness.shopper.trouble.stopping import Obstacle
from harness.targets.looking import look

if TYPE_CHECKING:
    from playwright.sync_api import Page

LOOKING_MS = 60_000
REST_MS = 3000
"""How long a page may go on loading after its load event; what comes later is not listed."""


@dataclass(frozen=True)
class Visitor:
    """Who looks at which site; without journeys, anybody at any site."""

    persona: Persona
    site: Site
    knows_hosts: bool

    def hosts(self, address: str) -> AllowedHosts:
        """Return where she may go."""
        return hosts_of(self.site, address) if self.knows_hosts else AllowedHosts(("*",))


def targets(  # noqa: PLR0913 -- each is an option of its own
    address: Annotated[
        str,
        typer.Argument(
            metavar="URL", help="A page: https://shop.example/cart, /cart of your site, or demo/cart."
        ),
    ],
    *,
    persona: Annotated[
        str, typer.Option(metavar="NAME", help="Look as this persona does; else as the first one.")
    ] = "",
    device: Device = "",
    site: SiteName = "",
    defect: Defect = [],  # noqa: B006 -- typer reads the default and makes a list of its own
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object instead.")] = False,
) -> int:
    """List what can be named on a page, as it is written in a journey.

    Opens the page as a shopper would and groups what is there by what one would do with it. Each line is a
    target that points at one thing and nothing else. What has no name is told, too.
    """
    visitor = _visitor(address, persona, device, site)
    with _at(address, visitor, defect) as page:
        found = look(page, visitor.site.names)
    if as_json:
        typer.echo(json.dumps(as_facts(found), indent=1, ensure_ascii=False))
    else:
        show(found, output())
    return 0


def _visitor(address: str, persona: str, device: str, name: str) -> Visitor:
    """Return who looks: as the journeys here say, unless the page is none of theirs."""
    root = nearest_root()
    here = surroundings_of(root) if root else None
    if here and here.problems_of_all:
        raise AskedError(str(here.problems_of_all[0]))
    personas = here.personas if here else {BUILT_IN.id: BUILT_IN}
    shopper = (
        personas[known(persona, tuple(personas), "persona")] if persona else next(iter(personas.values()))
    )
    if device:
        shopper = replace(shopper, device=known(device, tuple(sorted(DEVICES)), "device"))
    visited = _site_called(name, here) if here else None
    if visited and not _is_embedded(address):
        return Visitor(shopper, visited, knows_hosts=True)
    if address.startswith("/"):
        raise AskedError(
            f'"{address}" is a page of which site? There are no journeys here to say so. Write it in full.'
        )
    own = EMBEDDED_SHOP if _is_embedded(address) else address
    return Visitor(shopper, Site(own, own, Place("", 1)), knows_hosts=_is_embedded(address))


def _site_called(name: str, here: Surroundings) -> Site | None:
    try:
        return here.site_called(name)
    except UnknownSiteError as error:
        raise AskedError(str(error)) from error


def _is_embedded(address: str) -> bool:
    return address.partition("/")[0] == EMBEDDED_SHOP


@contextmanager
def _at(address: str, visitor: Visitor, defects: list[str]) -> Iterator["Page"]:
    """Open the page in a browser of its own.

    Raises:
        AskedError: There is no such page.
        MachineError: There is no browser that works here, or the embedded shop does not start.
    """
    try:
        with _standing(visitor.site, defects) as home:
            url = _in_full(address, home)
            with _browser_page(visitor, home if visitor.knows_hosts else url) as page:
                go_to(page, url, said=address, hosts=visitor.hosts(home))
                with suppress(BrowserError):  # something on it never comes to rest
                    page.wait_for_load_state("networkidle", timeout=REST_MS)
                with at_most(LOOKING_MS):
                    yield page
    except (NoBrowserError, DoctorError, DemoShopError) as error:
        raise MachineError(str(error)) from error
    except TimeIsUp as error:
        raise AskedError(f"{address}: the page does not answer. Open it in a browser of your own.") from error
    except BrowserError as error:
        what = str(error).splitlines()[0]
        raise AskedError(f"{address}: the page cannot be read: {what} It may be too long.") from error
    except Obstacle as obstacle:
        raise AskedError(f"{address}: {obstacle.message}. {_remedy(obstacle)}") from obstacle


def _remedy(obstacle: Obstacle) -> str:
    if obstacle.kind == "foreign host":
        return 'List its host in site.yaml under "hosts:", or look at a page of the site.'
    return "Open it in a browser of your own, and check the address."


@contextmanager
def _standing(site: Site, defects: list[str]) -> Iterator[str]:
    """Yield the address of a site, for the embedded shop while it runs."""
    if site.address != EMBEDDED_SHOP:
        yield site.address
        return
    need_shop()
    with DemoShop.start(defects=defects) as shop:
        yield shop.address


def _in_full(address: str, home: str) -> str:
    if _is_embedded(address):
        address = f"/{address.partition('/')[2]}"
    if not address.startswith("/") and (problem := address_problem("/".join(address.split("/")[:3]))):
        raise AskedError(problem)
    return urljoin(f"{home}/", address)


@contextmanager
def _browser_page(visitor: Visitor, address: str) -> Iterator["Page"]:
    found = ready_browser(say=tell_progress)
    with sync_playwright() as playwright:
        keeper = BrowserKeeper(found, getattr(playwright, found.engine).launch)
        hosts, device = visitor.hosts(address), visitor.persona.device
        options = context_options(
            visitor.persona,
            visitor.site,
            device=playwright.devices[device] if device else {},
            engine=found.engine,
            version=keeper.version(),
        )
        context = keeper.context(hosts, options)
        introduce(visitor.site, address, context)
        try:
            yield context.new_page()
        finally:
            keeper.close()
