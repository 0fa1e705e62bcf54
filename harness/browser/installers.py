"""What is missing in, installed on this machine out, or why not and what to type instead."""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence

from harness.browser.complaint import complaint_in
from harness.browser.found import BrowserSettings, Engine, Missing, Say
from harness.browser.playwright_build import build_folder, playwright_command

TIMEOUT_S = 15 * 60
# The first draws text at all, the second has the widths of Arial and Times, the third has the emoji.
FONTS = ("fonts-dejavu-core", "fonts-liberation", "fonts-noto-color-emoji")
DRIVER_LIBRARIES = ("libatomic1",)  # needed by the Node that Playwright brings, absent on a bare Debian


def download_playwright_build(engine: Engine, _settings: BrowserSettings, say: Say) -> Missing | None:
    """Let Playwright download its own build; without access to its servers this fails within seconds."""
    say(f"downloading Playwright's {engine} ...")
    command = [sys.executable, "-m", "playwright", "install", engine]
    # A network that swallows packets would otherwise hold every try for 30 s.
    patience = {"PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT": "10000", "PLAYWRIGHT_DOWNLOAD_NO_PROGRESS": "1"}
    if problem := _run(command, patience | os.environ):
        typed = playwright_command("install", engine)
        return Missing(f"`{typed}` failed ({problem})", typed)
    return None


def install_system_chromium(_engine: Engine, settings: BrowserSettings, say: Say) -> Missing | None:
    """Install Debian's Chromium, with what it needs to draw text, when we are root."""
    if settings.system == "ubuntu":
        return Missing("Ubuntu has Chromium only as a snap, which cannot be driven")
    browser = "chromium" if settings.headed else "chromium-headless-shell"
    return install_packages((browser, *FONTS, *DRIVER_LIBRARIES), settings, say)


def install_playwright_libraries(engine: Engine, settings: BrowserSettings, say: Say) -> Missing | None:
    """Let Playwright install the system libraries of a build it has downloaded, when we are root."""
    typed = playwright_command("install-deps", engine)
    if build_folder(engine, settings) is None:
        return Missing("")  # not worth a word: that there is no download was told already
    if not settings.is_root:
        return Missing("installing system libraries needs root")
    say("installing the system libraries of Playwright's browser ...")
    problem = _run([sys.executable, "-m", "playwright", "install-deps", engine], dict(os.environ))
    return Missing(f"`{typed}` failed ({problem})", typed) if problem else None


def install_packages(packages: Sequence[str], settings: BrowserSettings, say: Say) -> Missing | None:
    """Install Debian packages when we are root; else tell the exact command."""
    apt_get = shutil.which("apt-get", path=settings.search_path)
    typed = f"apt-get install {' '.join(packages)}"
    if apt_get is None:
        return Missing(
            "there is no apt-get here", "install Google Chrome, or set HARNESS_BROWSER to a browser's path"
        )
    if not settings.is_root:
        return Missing("`apt-get install` needs root", f"sudo {typed}")
    say(f"installing {', '.join(packages)} ...")
    quiet = [
        apt_get,
        "-qq",
        "-o",
        "DPkg::Lock::Timeout=120",
    ]  # another apt-get may be at work on a fresh machine
    silent = {"DEBIAN_FRONTEND": "noninteractive"} | os.environ
    # The lists may be missing (container images drop them), or current while the network is not there.
    _run([*quiet, "update"], silent)
    if problem := _run([*quiet, "install", "--yes", "--no-install-recommends", *packages], silent):
        return Missing(f"`{typed}` failed ({problem})", typed)
    return None


def _run(command: Sequence[str], environment: dict[str, str]) -> str | None:
    try:
        done = subprocess.run(
            command,
            env=environment,
            capture_output=True,
            text=True,
            errors="replace",
            timeout=TIMEOUT_S,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return f"not ready after {TIMEOUT_S // 60} minutes"
    if done.returncode == 0:
        return None
    return complaint_in(f"{done.stdout}\n{done.stderr}")
