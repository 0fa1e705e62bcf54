"""A browser in, a diagnosis of it and of this machine out; a good one is remembered for a day."""

import json
import os
import subprocess
import sys
from dataclasses import asdict
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from harness.browser.checks import CHECKS, Circumstances, Probed
from harness.browser.found import BrowserFound, BrowserSettings, Diagnosis, DoctorError, Say
from harness.browser.installers import install_packages
from harness.browser.memory import boot_identity, file_identity, recall, remember
from harness.browser.playwright_build import browser_list
from harness.browser.supply import find_browser, to_standard_error

PROBE_TIMEOUT_S = 30
REPORTS = Path("reports")
# What else decides whether text is drawn and a window appears.
SURROUNDINGS = ("FONTCONFIG_FILE", "FONTCONFIG_PATH", "DISPLAY", "WAYLAND_DISPLAY")


def ready_browser(  # noqa: PLR0913 - each is a choice of its own, all by name
    wanted: str = "chromium",
    *,
    headed: bool = False,
    may_install: bool = True,
    video: bool = False,
    reports: Path = REPORTS,
    say: Say = to_standard_error,
) -> BrowserFound:
    """Return a browser that is proven to work on this machine; a few milliseconds after a good diagnosis.

    Args:
        wanted: the engine: chromium, firefox or webkit.
        headed: whether a window is wanted.
        may_install: whether a missing browser, font or library may be installed.
        video: whether videos will be written.
        reports: the folder that the run will write to.
        say: gets a line for each thing that takes longer.

    Raises:
        NoBrowserError: there is no such browser; the message lists what was tried and what to type.
        DoctorError: there is one, but something else is missing; the message names it and the remedy.
    """
    settings = BrowserSettings(headed=headed)
    found = find_browser(wanted, settings=settings, may_install=may_install, say=say)
    examine_again = partial(examine, found, video=video, reports=reports, settings=settings)
    diagnosis = examine_again()
    while may_install and _repair(
        diagnosis, settings, say
    ):  # once the driver starts, fonts may turn out missing
        causes, diagnosis = diagnosis.causes, examine_again()
        if diagnosis.causes == causes:
            break
    if not diagnosis.ok:
        raise DoctorError(diagnosis)
    return found


def examine(  # noqa: PLR0913 - each is a choice of its own, all by name
    found: BrowserFound,
    *,
    video: bool = False,
    reports: Path = REPORTS,
    settings: BrowserSettings | None = None,
    fresh: bool = False,
    now: datetime | None = None,
) -> Diagnosis:
    """Try the browser out and look at this machine (1-2 s; milliseconds when it was good a moment ago).

    Args:
        found: the browser.
        video: whether videos will be written.
        reports: the folder that the run will write to; it need not exist yet.
        settings: how the browser was looked for.
        fresh: try the browser out in any case, as `harness doctor` does.
        now: what the clock says, when it is not to be asked.
    """
    settings = settings or BrowserSettings()
    probed = _probe(found, headed=settings.headed, fresh=fresh)
    seen = Circumstances(found, probed, settings, reports, now or datetime.now(UTC), video)
    return Diagnosis(found, tuple(check(seen) for check in CHECKS))


def _probe(found: BrowserFound, *, headed: bool, fresh: bool) -> Probed:
    question = _question(found, headed=headed)
    if not fresh and (known := recall("probe", question)):
        return Probed(**known)
    probed = _run_probe(found, headed=headed)
    if probed.ok:  # the disk, the clock and the rest cost nothing and are looked at every time
        remember("probe", question, asdict(probed))
    return probed


def _question(found: BrowserFound, *, headed: bool) -> list[object]:
    program = file_identity(found.executable) if found.executable else None
    surroundings = [os.environ.get(name) for name in SURROUNDINGS]
    described = [found.engine, found.kind, found.version, found.channel, found.arguments]
    return [
        described,
        program,
        headed,
        file_identity(browser_list()),
        sys.executable,
        boot_identity(),
        surroundings,
    ]


def _run_probe(found: BrowserFound, *, headed: bool) -> Probed:
    order = json.dumps({"engine": found.engine, "options": found.launch_options() | {"headless": not headed}})
    # By its path, and -P: the working directory may hold a folder called harness that is not ours.
    command = [sys.executable, "-P", str(Path(__file__).with_name("probe.py")), order]
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, errors="replace", timeout=PROBE_TIMEOUT_S, check=False
        )
        probed = Probed(**json.loads(done.stdout))
    except subprocess.TimeoutExpired:
        return Probed(driver=True, problem=f"no answer within {PROBE_TIMEOUT_S} s")
    except ValueError:
        return Probed(problem=done.stderr)
    # Only Node's own words tell which library it misses; Playwright says that the connection was closed.
    return probed if probed.driver else Probed(problem=f"{done.stderr}\n{probed.problem}")


def _repair(diagnosis: Diagnosis, settings: BrowserSettings, say: Say) -> bool:
    packages = [package for check in diagnosis.causes for package in check.packages]
    if not packages or not settings.is_root:
        return False
    trouble = install_packages(packages, settings, say)
    if trouble:
        say(trouble.tried)
    return trouble is None
