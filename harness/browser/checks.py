"""What the probe and this machine show in, one answer each out: a name, good or not, a sentence, a remedy."""

import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from harness.browser.complaint import complaint_in
from harness.browser.found import BrowserFound, BrowserSettings, Check
from harness.browser.installers import DRIVER_LIBRARIES, FONTS
from harness.browser.playwright_build import find_ffmpeg, playwright_command

# A night's run of a hundred journeys with pictures and traces stays below this.
MIN_FREE_BYTES = 500_000_000
# Certificates and promised dates are judged by this clock; a wrong one is mostly far off (1970, say).
EARLIEST = datetime(2026, 1, 1, tzinfo=UTC)
LATEST = datetime(2046, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Probed:
    """What the browser did when it was tried out; `problem` is what Playwright or the system said."""

    driver: bool = False
    version: str = ""
    text_width_px: float = 0
    clicked: bool = False
    problem: str = ""

    @property
    def ok(self) -> bool:
        """Tell whether everything that was tried worked."""
        return self.driver and bool(self.version) and self.text_width_px > 0 and self.clicked


@dataclass(frozen=True)
class Circumstances:
    """Everything the checks look at."""

    browser: BrowserFound
    probed: Probed
    settings: BrowserSettings
    reports: Path
    now: datetime
    video: bool

    @property
    def free_bytes(self) -> int:
        """Return the room on the disk that takes the reports."""
        return shutil.disk_usage(self.existing_folder).free

    @property
    def existing_folder(self) -> Path:
        """Return the reports folder, or the nearest one above it while it does not exist."""
        return next(
            folder
            for folder in (self.reports.absolute(), *self.reports.absolute().parents)
            if folder.exists()
        )


def driver_starts(seen: Circumstances) -> Check:
    """Look whether Playwright's own program runs."""
    if seen.probed.driver:
        return Check("driver", ok=True, sentence="Playwright's driver starts.")
    typed = "reinstall the package playwright."
    packages: tuple[str, ...] = ()
    if "libatomic" in seen.probed.problem:
        packages, typed = DRIVER_LIBRARIES, f"Type: sudo apt-get install {' '.join(DRIVER_LIBRARIES)}"
    sentence = f"Playwright's driver does not start ({_why(seen.probed.problem)})."
    return Check("driver", ok=False, sentence=sentence, remedy=typed, packages=packages)


def browser_starts(seen: Circumstances) -> Check:
    """Look whether the browser runs under Playwright."""
    if seen.probed.version:
        return Check(
            "browser", ok=True, sentence=f"The browser starts: {seen.browser.kind} {seen.probed.version}."
        )
    if not seen.probed.driver:
        return _not_reached("browser")
    problem = seen.probed.problem
    if seen.settings.headed and ("XServer" in problem or "$DISPLAY" in problem):
        return Check(
            "browser",
            ok=False,
            sentence="There is no screen to show a window on.",
            remedy="Leave out --headed, or use xvfb-run.",
        )
    remedy = "Type: harness setup, or set HARNESS_BROWSER to another browser."
    return Check(
        "browser", ok=False, sentence=f"The browser does not start ({_why(problem)}).", remedy=remedy
    )


def text_is_drawn(seen: Circumstances) -> Check:
    """Look whether there are fonts: without any, text has no width and buttons are "not visible"."""
    if not seen.probed.version:
        return _not_reached("fonts")
    if seen.probed.text_width_px > 0:
        return Check("fonts", ok=True, sentence="It draws text.")
    return Check(
        "fonts",
        ok=False,
        sentence="The browser draws no text, because this machine has no fonts.",
        remedy=f"Type: sudo apt-get install {' '.join(FONTS)}",
        packages=FONTS,
    )


def page_is_clickable(seen: Circumstances) -> Check:
    """Look whether a click on a button arrives."""
    if seen.probed.clicked:
        return Check("click", ok=True, sentence="It clicks.")
    if seen.probed.text_width_px <= 0:
        return _not_reached("click")
    sentence = f"A click on a plain button does not arrive ({_why(seen.probed.problem)})."
    return Check("click", ok=False, sentence=sentence, remedy="Set HARNESS_BROWSER to another browser.")


def video_is_written(seen: Circumstances) -> Check:
    """Look for the program that writes videos, when videos are asked for."""
    if not seen.video:
        return Check("video", ok=True, sentence="No video is asked for.")
    ffmpeg = find_ffmpeg(seen.settings)
    if ffmpeg.exists():
        return Check("video", ok=True, sentence="Videos can be written.")
    remedy = f"Type: {playwright_command('install', 'ffmpeg')}"
    if installed := shutil.which("ffmpeg", path=seen.settings.search_path):
        remedy += f" or: mkdir -p {ffmpeg.parent} && ln -s {installed} {ffmpeg}"
    return Check(
        "video", ok=False, sentence="Playwright's ffmpeg, which writes videos, is missing.", remedy=remedy
    )


def reports_are_writable(seen: Circumstances) -> Check:
    """Look whether a file can be written where the reports go; nothing is left behind."""
    folder = seen.existing_folder
    try:
        with tempfile.TemporaryFile(dir=folder) as file:
            file.write(b"can be written")
    except OSError as problem:
        sentence = f"{folder} cannot be written ({problem.strerror})."
        return Check(
            "reports", ok=False, sentence=sentence, remedy="Make it writable, or report somewhere else."
        )
    return Check("reports", ok=True, sentence=f"{folder} can be written.")


def disk_has_room(seen: Circumstances) -> Check:
    """Look whether a run's evidence fits on the disk."""
    free_mb = seen.free_bytes // 1_000_000
    if seen.free_bytes >= MIN_FREE_BYTES:
        return Check("disk", ok=True, sentence=f"{free_mb} MB are free.")
    sentence = f"Only {free_mb} MB are free for reports in {seen.existing_folder}."
    return Check(
        "disk", ok=False, sentence=sentence, remedy=f"Free at least {MIN_FREE_BYTES // 1_000_000} MB."
    )


def clock_is_sane(seen: Circumstances) -> Check:
    """Look whether the clock can be right at all."""
    if EARLIEST <= seen.now < LATEST:
        return Check("clock", ok=True, sentence="The clock can be right.")
    sentence = f"The clock of this machine says {seen.now:%Y-%m-%d}."
    return Check(
        "clock", ok=False, sentence=sentence, remedy="Set it: certificates and deadlines depend on it."
    )


CHECKS: tuple[Callable[[Circumstances], Check], ...] = (
    driver_starts,
    browser_starts,
    text_is_drawn,
    page_is_clickable,
    video_is_written,
    reports_are_writable,
    disk_has_room,
    clock_is_sane,
)


def _not_reached(name: str) -> Check:
    return Check(name, ok=False, sentence="Not reached.")


def _why(problem: str) -> str:
    """Return why: Playwright says it in its first line, the system anywhere."""
    missing = complaint_in(problem)
    first = next((line.strip() for line in problem.splitlines() if line.strip()), missing)
    return missing if missing.endswith("is missing") else first
