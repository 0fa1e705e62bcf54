"""HARNESS_BROWSER in, the browser it names out; a setting that names none is an error, never skipped."""

import shutil
from dataclasses import replace
from pathlib import Path

from harness.browser.arguments import is_shell
from harness.browser.found import BrowserFound, BrowserSettings, Engine, Missing, NoBrowserError
from harness.browser.installed import BRANDS, as_chromium, brand_program
from harness.browser.playwright_build import find_playwright_build
from harness.browser.starting import ask_version

KIND = "your own setting"
CHANNELS = (*BRANDS, "chromium")


def find_own_setting(engine: Engine, settings: BrowserSettings) -> BrowserFound | Missing:
    """Return the browser that the user chose: a path, a program on the PATH, or a channel of Playwright.

    Raises:
        NoBrowserError: the setting names no browser, or one that cannot be used here.
    """
    if settings.own is None:
        return Missing("HARNESS_BROWSER is not set")
    program = _program(settings.own, settings)
    if _engine(program) != engine:
        return Missing(f'HARNESS_BROWSER is "{settings.own}", which is no {engine}')
    found = _as_browser(program, engine, settings) if program else _playwright_channel(settings)
    if isinstance(found, Missing):
        raise NoBrowserError(
            f'HARNESS_BROWSER is "{settings.own}", but {found.tried}. Correct it or unset it.'
        )
    return replace(found, kind=KIND)


def _program(own: str, settings: BrowserSettings) -> Path | None:
    if program := shutil.which(own, path=settings.search_path):
        if settings.headed and is_shell(Path(program).name):
            raise NoBrowserError(
                f'HARNESS_BROWSER is "{own}", which cannot show a window. Leave out --headed, or unset it.'
            )
        return Path(program)
    if own in BRANDS and (installed := brand_program(BRANDS[own], settings)):
        return installed
    if own == "chromium":
        return None
    missing = "is not installed" if own in BRANDS else "is no program"
    raise NoBrowserError(
        f'HARNESS_BROWSER is "{own}", which {missing}. '
        f"Give the path of a browser or one of: {', '.join(CHANNELS)}; or unset it."
    )


def _engine(program: Path | None) -> Engine:
    name = program.name.lower() if program else ""
    if "firefox" in name:
        return "firefox"
    return "webkit" if name in {"pw_run.sh", "minibrowser"} else "chromium"


def _as_browser(program: Path, engine: Engine, settings: BrowserSettings) -> BrowserFound | Missing:
    if engine == "chromium":
        return as_chromium(program, KIND, settings)
    version = ask_version(program)
    return version if isinstance(version, Missing) else BrowserFound(engine, KIND, version, program)


def _playwright_channel(settings: BrowserSettings) -> BrowserFound | Missing:
    # The channel "chromium" is Playwright's full build, also when no window is wanted.
    found = find_playwright_build("chromium", replace(settings, headed=True))
    return found if isinstance(found, Missing) else replace(found, channel="chromium")
