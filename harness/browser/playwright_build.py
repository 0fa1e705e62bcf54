"""An engine in, Playwright's own build of it out, when it is downloaded; Playwright is not imported."""

import importlib.util
import json
import shlex
import sys
from functools import cache
from pathlib import Path
from typing import Any

from harness.browser.arguments import chromium_arguments
from harness.browser.found import BrowserFound, BrowserSettings, Engine, Missing
from harness.browser.starting import ask_version

# Where the program is inside its download, on Linux; elsewhere a download is complete in itself.
PROGRAMS = {
    "chromium": ("chrome-linux*/chrome",),
    "chromium-headless-shell": ("*/chrome-headless-shell", "*/headless_shell"),
    "firefox": ("firefox/firefox",),
    "webkit": (),
    "ffmpeg": ("ffmpeg-linux", "ffmpeg-mac"),
}


@cache
def driver_package() -> Path:
    """Return the folder of Playwright's driver, found without importing Playwright (which takes 0.2 s)."""
    spec = importlib.util.find_spec("playwright")
    if spec is None or spec.origin is None:
        message = "the package playwright is not installed"
        raise ModuleNotFoundError(message)
    return Path(spec.origin).parent / "driver" / "package"


def browser_list() -> Path:
    """Return the file in which Playwright lists the builds that fit it."""
    return driver_package() / "browsers.json"


def find_playwright_build(engine: Engine, settings: BrowserSettings) -> BrowserFound | Missing:
    """Look for the build that Playwright itself would start."""
    build = "chromium-headless-shell" if engine == "chromium" and not settings.headed else engine
    folder = build_folder(build, settings)
    if folder is None:
        return Missing(f"Playwright's own {build} is not downloaded")
    program = next((path for pattern in PROGRAMS[build] for path in folder.glob(pattern)), None)
    if program and isinstance(trouble := ask_version(program), Missing):
        return Missing(trouble.tried, f"sudo {playwright_command('install-deps', engine)}")
    arguments = chromium_arguments("headless", settings) if engine == "chromium" else ()
    return BrowserFound(engine, f"playwright {build}", _listed(build)["browserVersion"], arguments=arguments)


def find_ffmpeg(settings: BrowserSettings) -> Path:
    """Return where Playwright looks for the program that writes videos, whether it is there or not."""
    folder = build_folder("ffmpeg", settings) or _folders("ffmpeg", settings)[0]
    here = (path for pattern in PROGRAMS["ffmpeg"] for path in folder.glob(pattern))
    return next(here, folder / "ffmpeg-linux")


def build_folder(build: str, settings: BrowserSettings) -> Path | None:
    """Return the folder of a build whose download was completed."""
    folders = _folders(build, settings)
    return next((folder for folder in folders if (folder / "INSTALLATION_COMPLETE").exists()), None)


def playwright_command(*words: str) -> str:
    """Return the command line of Playwright's own tool, as somebody would type it here."""
    python, here = Path(sys.executable), Path.cwd()
    shown = python.relative_to(here) if python.is_relative_to(here) else python
    return shlex.join((str(shown), "-m", "playwright", *words))


def build_revision(build: str) -> str:
    """Return the revision of a build that fits the installed Playwright."""
    return str(_listed(build)["revision"])


def _folders(build: str, settings: BrowserSettings) -> list[Path]:
    # Playwright's "0" means: inside its own package. A Mac may have a revision of its own.
    top = settings.playwright_folder
    top = driver_package() / ".local-browsers" if top == Path() else top
    entry, name = _listed(build), build.replace("-", "_")
    special = [
        f"{name}_{system}_special-{number}" for system, number in entry.get("revisionOverrides", {}).items()
    ]
    return [top / folder for folder in (f"{name}-{build_revision(build)}", *special)]


@cache
def _listed(build: str) -> dict[str, Any]:
    listed: list[dict[str, Any]] = json.loads(browser_list().read_text("utf-8"))["browsers"]
    return next(entry for entry in listed if entry["name"] == build)
