"""What `harness record` was asked for in, a browser opened and watched, and the draft of a journey out."""

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from playwright.sync_api import Error as BrowserError
from playwright.sync_api import sync_playwright

from harness.browser.doctor import ready_browser
from harness.browser.found import BrowserFound, DoctorError, NoBrowserError
from harness.cli.demo import need_shop
from harness.cli.introducing import introduce
from harness.cli.options import known
from harness.cli.places import JOURNEYS, nearest_root
from harness.cli.terminal import tell_progress
from harness.cli.trouble import AskedError, MachineError
from harness.demo.process import DemoShop, DemoShopError
from harness.language.files.addresses import EMBEDDED_SHOP, address_problem
from harness.language.files.personas import BUILT_IN
from harness.language.folder import find_root
from harness.language.known.stages import STAGES
from harness.language.model import Persona, Site
from harness.language.model import Place as FilePlace
from harness.language.rules.surroundings import Surroundings
from harness.language.surroundings import load_surroundings
from harness.recorder.codegen import record_by_codegen
from harness.recorder.drafting import About, Draft, draft
from harness.recorder.lines import LEFT_OUT, line_of
from harness.recorder.notebook import Notebook
from harness.recorder.playwright_recorder import is_known
from harness.recorder.reading import NotUnderstoodError
from harness.recorder.recorded import Deed, Recording
from harness.recorder.session import Session
from harness.shopper.persona_context import context_options

if TYPE_CHECKING:
    from playwright.sync_api import Browser

WELCOME = """\
Recording {address}, as {who}.
Do what a customer would do. Each thing is told here; passwords are not.
The bar at the top of the page can check what you point at: a text, a value, or that it is there.
To end, close the window or press Ctrl-C.
"""
BY_CODEGEN = """\
This is recorded by playwright codegen: look the journey over before you keep it, fields for passwords are
known by their labels only. To end, close the window or press Ctrl-C.
"""
NO_SCREEN = (
    "there is no screen to show a browser's window on. Record on a machine with one; what was recorded walks"
    " here all the same."
)


@dataclass(frozen=True)
class Asked:
    """What was typed."""

    url: str
    persona: str = ""
    device: str = ""
    codegen: bool = False
    headless: bool = False


@dataclass(frozen=True)
class Place:
    """Where the journey goes, and what stands around it there.

    Args:
        root: The folder with the site file, if there is one.
        title: What the customer wants, by the file's name.
        needs_stage: Whether no folder says the stage.
    """

    root: Path | None
    site: Site | None
    title: str
    needs_stage: bool
    personas: Mapping[str, Persona] = field(default_factory=dict)

    @property
    def folder_name(self) -> str:
        """What the folder of journeys is called."""
        return self.root.name if self.root else JOURNEYS


def place_of(url: str, file: Path | None) -> Place:
    """Find the site file around a file to be, or around here.

    Raises:
        AskedError: There is one, and it has mistakes; or there is none to which a path belongs.
    """
    root = find_root(file.absolute()) if file else nearest_root()
    around = load_surroundings(root) if root else None
    if around and around.problems_of_all:
        raise AskedError(f"{around.problems_of_all[0]}\nMend this first: harness check")
    if url.startswith("/") and not around:
        raise AskedError(f"{url}: no site.yaml says whose page this is. Name a whole address.")
    folder = file.absolute().relative_to(root).parts[0] if file and root else file.parent.name if file else ""
    return Place(
        root=root,
        site=_site_of(url, around) if around else None,
        title=file.stem.replace("-", " ").replace("_", " ").capitalize()
        if file
        else "What the customer wants",
        needs_stage=folder not in STAGES,
        personas=around.personas if around else {},
    )


def _site_of(url: str, around: Surroundings) -> Site | None:
    """Return the site that an address belongs to; the default one for all others."""
    wanted = EMBEDDED_SHOP if url == EMBEDDED_SHOP else "://".join(urlsplit(url)[:2])
    return next((site for site in around.sites.values() if site.address == wanted), around.site)


def record_at(place: Place, asked: Asked) -> Draft:
    """Open a browser, and make a draft of what a person does in it.

    Raises:
        AskedError: The address or the persona is not known.
        MachineError: There is no browser, no screen, or the first page did not come.
    """
    persona = _persona(place, asked)
    has_screen = sys.platform != "linux" or any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY")))
    if not has_screen and not asked.headless:
        raise MachineError(NO_SCREEN)
    with _shop(place, asked) as start:
        address = "://".join(urlsplit(start)[:2])
        try:
            browser = ready_browser(headed=not asked.headless, say=tell_progress)
            recording = _Recorder(place, asked, persona, start, address).record(browser)
        except (NoBrowserError, DoctorError) as error:
            raise MachineError(str(error)) from error
        except BrowserError as error:
            first = error.message.splitlines()[0]
            raise MachineError(f"{start} could not be recorded: {first}. Look at it in a browser.") from error
        except NotUnderstoodError as error:
            raise MachineError(
                f"Playwright told what cannot be read here: {error}. Update the harness, or go back to the"
                " Playwright of its lock file."
            ) from error
    return draft(recording, _about(place, asked, persona, address))


@contextmanager
def _shop(place: Place, asked: Asked) -> Iterator[str]:
    """Yield the address of the first page; the embedded shop runs meanwhile, if it is meant."""
    path = asked.url if asked.url.startswith("/") else "/"
    site_address = place.site.address if place.site else ""
    is_embedded = asked.url == EMBEDDED_SHOP or (path == asked.url and site_address == EMBEDDED_SHOP)
    if is_embedded:
        need_shop()
        try:
            with DemoShop.start() as shop:
                yield urljoin(shop.address, path)
        except DemoShopError as error:
            raise MachineError(str(error)) from error
        return
    url = urljoin(f"{site_address}/", path) if path == asked.url else asked.url
    problem = address_problem("://".join(urlsplit(url)[:2]) if "://" in url else url)
    if problem:
        raise AskedError(problem)
    if site_address not in {"", "://".join(urlsplit(url)[:2])}:
        tell_progress(f"site.yaml visits {site_address}: that is where the journey will walk.")
    yield url


def _persona(place: Place, asked: Asked) -> Persona:
    personas = place.personas or {BUILT_IN.id: BUILT_IN}
    if asked.persona:
        return personas[known(asked.persona, tuple(personas), "persona")]
    of_device = [persona for persona in personas.values() if asked.device and persona.device == asked.device]
    return (of_device or list(personas.values()))[0]


def _about(place: Place, asked: Asked, persona: Persona, address: str) -> About:
    is_first = persona.id in list(place.personas)[:1] or not place.personas
    is_other_device = asked.device not in {"", persona.device}
    told = f"Recorded on {asked.device}: let a persona with this device walk it."
    return About(
        title=place.title,
        address=address,
        site=place.site,
        needs_stage=place.needs_stage,
        persona="" if is_first else persona.id,
        comments=(told,) if is_other_device else (),
    )


@dataclass(frozen=True)
class _Recorder:
    """One recording, by the way that the installed Playwright allows."""

    place: Place
    asked: Asked
    persona: Persona
    start: str
    address: str

    def record(self, found: BrowserFound) -> Recording:
        """Open the browser, and record until it is closed."""
        device = self.asked.device or self.persona.device or ""
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                headless=self.asked.headless, handle_sigint=False, **found.launch_options()
            )
            options = context_options(
                self.persona,
                self.place.site or Site(self.address, self.address, FilePlace("site.yaml", 1)),
                device=playwright.devices[device] if device else {},
                engine="chromium",
                version=browser.version,
            )
            context = browser.new_context(**options)
            if not self.asked.codegen and is_known(context):
                tell_progress(WELCOME.format(address=self.start, who=self.persona.who))
                if self.place.site:
                    introduce(self.place.site, self.address, context)
                return self._watch(Session(context, Notebook(told=self._tell)), browser)
            browser.close()
        tell_progress(BY_CODEGEN)
        chosen = [f"--lang={options['locale']}", *([f"--device={device}"] if device else [])]
        return record_by_codegen(self.start, chosen, found.executable)

    def _watch(self, session: Session, browser: "Browser") -> Recording:
        with session.ended_by_ctrl_c():
            session.start(self.start)
            session.attend()
            recording = session.finish()
        for trouble in dict.fromkeys(session.notebook.troubles):
            tell_progress(f"Not noted: {trouble}.")
        if browser.is_connected():
            browser.close()
        return recording

    def _tell(self, deed: Deed) -> None:
        line = line_of(deed, self.place.site, self.address)
        is_typing = (
            line is not None and line.verb == "press" and (len(line.target) == 1 or line.target == "Tab")
        )
        if line and line.verb != LEFT_OUT and not is_typing:
            tell_progress(f"  {line.verb}: {line.target}".rstrip(": "))
