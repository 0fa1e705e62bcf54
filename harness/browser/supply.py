"""A wanted browser in, the first one that works on this machine out, installed if need be."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import cast, get_args

from harness.browser.found import BrowserFound, BrowserSettings, Engine, Missing, NoBrowserError, Say
from harness.browser.installed import find_chrome_or_edge, find_system_chromium
from harness.browser.installers import (
    download_playwright_build,
    install_playwright_libraries,
    install_system_chromium,
)
from harness.browser.own_setting import find_own_setting
from harness.browser.playwright_build import find_playwright_build


@dataclass(frozen=True)
class Way:
    """One way to a browser and the engines it can lead to."""

    find: Callable[[Engine, BrowserSettings], BrowserFound | Missing]
    engines: tuple[Engine, ...] = get_args(Engine)


@dataclass(frozen=True)
class Installation:
    """One way to install what the ways above then find."""

    install: Callable[[Engine, BrowserSettings, Say], Missing | None]
    engines: tuple[Engine, ...] = get_args(Engine)


# The first that works is taken.
WAYS = (
    Way(find_own_setting),
    Way(find_playwright_build),
    Way(find_chrome_or_edge, engines=("chromium",)),
    Way(find_system_chromium, engines=("chromium",)),
)
INSTALLATIONS = (
    Installation(download_playwright_build),
    Installation(install_system_chromium, engines=("chromium",)),
    Installation(install_playwright_libraries),
)


def to_standard_error(line: str) -> None:
    """Show progress where it mixes with no output."""
    sys.stderr.write(f"{line}\n")


def find_browser(
    wanted: str = "chromium", *, settings: BrowserSettings, may_install: bool, say: Say = to_standard_error
) -> BrowserFound:
    """Find the first browser that works.

    Args:
        wanted: the engine: chromium, firefox or webkit.
        settings: where to look, and whether a window is wanted.
        may_install: whether a missing browser may be downloaded, or installed when we are root.
        say: gets a line for each thing that takes longer.

    Returns:
        The browser, with the arguments it needs here.

    Raises:
        NoBrowserError: there is none; the message lists what was tried and what to type.
    """
    if wanted not in get_args(Engine):
        raise NoBrowserError(f'unknown browser "{wanted}". Known: {", ".join(get_args(Engine))}.')
    engine = cast(Engine, wanted)
    found = _look(engine, settings)
    if isinstance(found, BrowserFound):
        return found
    if not may_install:
        raise NoBrowserError(_sentence(engine, found, ["harness setup"]))
    return _install(engine, settings, say, found)


def _look(engine: Engine, settings: BrowserSettings) -> BrowserFound | list[Missing]:
    missed = []
    for way in WAYS:
        if engine in way.engines:
            found = way.find(engine, settings)
            if isinstance(found, BrowserFound):
                return found
            missed.append(found)
    return missed


def _install(engine: Engine, settings: BrowserSettings, say: Say, missed: list[Missing]) -> BrowserFound:
    troubles = []
    for installation in INSTALLATIONS:
        if engine in installation.engines:
            trouble = installation.install(engine, settings, say)
            found = _look(engine, settings) if trouble is None else missed
            if isinstance(found, BrowserFound):
                return found
            missed = found
            troubles += [trouble] if trouble else []
    remedies = [trouble.remedy for trouble in (*missed, *troubles) if trouble.remedy]
    raise NoBrowserError(_sentence(engine, [*missed, *troubles], remedies))


def _sentence(engine: Engine, missed: list[Missing], remedies: list[str]) -> str:
    tried = "; ".join(trouble.tried for trouble in missed if trouble.tried)
    typed = " or: ".join(dict.fromkeys(remedies))
    return f"no {engine} was found. Tried: {tried}. Type: {typed}"
