"""The words of browser supply: what is asked for, what was found, what a check saw, what went wrong."""

import os
import platform
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

Engine = Literal["chromium", "firefox", "webkit"]
Say = Callable[[str], None]


@dataclass(frozen=True)
class BrowserFound:
    """A browser that starts; `kind` and `version` go into every record: timings compare within one kind."""

    engine: Engine
    kind: str
    version: str
    executable: Path | None = None
    channel: str | None = None
    arguments: tuple[str, ...] = ()

    def launch_options(self) -> dict[str, Any]:
        """Return what Playwright's `launch` needs to start exactly this browser."""
        options: dict[str, Any] = {"args": list(self.arguments)} if self.arguments else {}
        if self.executable:
            options["executable_path"] = str(self.executable)
        if self.channel:
            options["channel"] = self.channel
        return options

    def __str__(self) -> str:
        return f"{self.kind} {self.version}".rstrip()


def playwright_folder() -> Path:
    """Return the folder where Playwright keeps its downloads, by its own rules.

    Source: https://playwright.dev/python/docs/browsers#managing-browser-binaries ("0": in the package).
    """
    if own := os.environ.get("PLAYWRIGHT_BROWSERS_PATH"):
        return Path() if own == "0" else Path(own).absolute()
    caches = Path("~/Library/Caches" if sys.platform == "darwin" else "~/.cache").expanduser()
    if sys.platform != "darwin":
        caches = Path(os.environ.get("XDG_CACHE_HOME") or caches)
    return caches / "ms-playwright"


def operating_system() -> str:
    """Return the short name of this system: "debian", "ubuntu", "fedora", "macos" ..."""
    if sys.platform == "darwin":
        return "macos"
    try:
        return platform.freedesktop_os_release()["ID"]
    except OSError:
        return sys.platform


@dataclass(frozen=True)
class BrowserSettings:
    """Where to look for a browser and what for; taken from the environment unless a caller says otherwise."""

    headed: bool = False
    own: str | None = field(default_factory=lambda: os.environ.get("HARNESS_BROWSER") or None)
    search_path: str = field(default_factory=lambda: os.environ.get("PATH", os.defpath))
    applications: Path = Path("/Applications")  # where macOS keeps them
    playwright_folder: Path = field(default_factory=playwright_folder)
    system: str = field(default_factory=operating_system)
    is_root: bool = field(default_factory=lambda: hasattr(os, "geteuid") and os.geteuid() == 0)


@dataclass(frozen=True)
class Missing:
    """A way to a browser that led nowhere: what was tried, in words, and what would help."""

    tried: str
    remedy: str = ""


@dataclass(frozen=True)
class Check:
    """One thing the doctor looked at; `packages` are what Debian calls the remedy, where it has it."""

    name: str
    ok: bool
    sentence: str
    remedy: str = ""
    packages: tuple[str, ...] = ()


@dataclass(frozen=True)
class Diagnosis:
    """All checks of one browser on this machine."""

    browser: BrowserFound
    checks: tuple[Check, ...]

    @property
    def ok(self) -> bool:
        """Tell whether every check was good."""
        return all(check.ok for check in self.checks)

    @property
    def causes(self) -> tuple[Check, ...]:
        """Return the checks that failed by themselves, not because an earlier one did."""
        return tuple(check for check in self.checks if not check.ok and check.remedy)


class NoBrowserError(Exception):
    """No browser could be had; the message lists what was tried and what to type. Callers exit with 3."""


class DoctorError(Exception):
    """A browser is there but this machine is not fit to walk journeys. Callers exit with 3."""

    def __init__(self, diagnosis: Diagnosis) -> None:
        causes = "\n".join(f"{check.sentence} {check.remedy}" for check in diagnosis.causes)
        super().__init__(f"not ready to walk with {diagnosis.browser}: {causes}")
        self.diagnosis = diagnosis
