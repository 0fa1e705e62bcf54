"""Settings in, a browser that is installed on this machine out: Chrome, Edge, or the system's Chromium."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from harness.browser.arguments import chromium_arguments, is_shell
from harness.browser.found import BrowserFound, BrowserSettings, Engine, Missing
from harness.browser.starting import ask_version


@dataclass(frozen=True)
class Brand:
    """A browser as its maker ships it: our word for it, its programs on the PATH, its name on macOS."""

    kind: str
    programs: tuple[str, ...]
    application: str


# Keys are Playwright's channel names, which users know.
BRANDS = {
    "chrome": Brand("google chrome", ("google-chrome-stable", "google-chrome"), "Google Chrome"),
    "msedge": Brand("microsoft edge", ("microsoft-edge-stable", "microsoft-edge"), "Microsoft Edge"),
    "chrome-beta": Brand("google chrome beta", ("google-chrome-beta",), "Google Chrome Beta"),
    "chrome-dev": Brand("google chrome dev", ("google-chrome-unstable",), "Google Chrome Dev"),
    "msedge-beta": Brand("microsoft edge beta", ("microsoft-edge-beta",), "Microsoft Edge Beta"),
    "msedge-dev": Brand("microsoft edge dev", ("microsoft-edge-dev",), "Microsoft Edge Dev"),
}
SYSTEM_PROGRAMS = ("chromium-headless-shell", "chromium")  # the shell needs half the CPU of the full one


def find_chrome_or_edge(_engine: Engine, settings: BrowserSettings) -> BrowserFound | Missing:
    """Look for the stable Chrome, then Edge."""
    nowhere = Missing("no Chrome or Edge is installed")
    for channel in ("chrome", "msedge"):
        program = brand_program(BRANDS[channel], settings)
        if program:
            return as_chromium(program, BRANDS[channel].kind, settings)
    return nowhere


def find_system_chromium(_engine: Engine, settings: BrowserSettings) -> BrowserFound | Missing:
    """Look for the Chromium that the system's own packages bring."""
    names = [name for name in SYSTEM_PROGRAMS if not (settings.headed and is_shell(name))]
    for name in names:
        program = shutil.which(name, path=settings.search_path)
        # A snap sees neither Playwright's profile folder nor its pipe.
        if program and Path(program).resolve().name != "snap":
            return as_chromium(Path(program), f"{settings.system} {name}", settings)
    return Missing(f"no {' or '.join(names)} is on the PATH")


def brand_program(brand: Brand, settings: BrowserSettings) -> Path | None:
    """Return where this brand's browser is installed."""
    found = (shutil.which(name, path=settings.search_path) for name in brand.programs)
    if program := next(filter(None, found), None):
        return Path(program)
    app = settings.applications / f"{brand.application}.app" / "Contents" / "MacOS" / brand.application
    return app if app.exists() else None


def as_chromium(program: Path, kind: str, settings: BrowserSettings) -> BrowserFound | Missing:
    """Return the program as a browser when it starts."""
    version = ask_version(program)
    if isinstance(version, Missing):
        return version
    return BrowserFound("chromium", kind, version, program, None, chromium_arguments(program.name, settings))
