import os
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from harness.browser import checks, doctor
from harness.browser.doctor import examine, ready_browser
from harness.browser.found import BrowserFound, BrowserSettings, Diagnosis, DoctorError
from harness.browser.installers import FONTS
from harness.browser.setup import prepare

from .machine import Machine

uses_fontconfig = pytest.mark.skipif(sys.platform == "darwin", reason="macOS always has fonts")
NO_FONTS = '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig></fontconfig>'


def answers(diagnosis: Diagnosis) -> dict[str, bool]:
    return {check.name: check.ok for check in diagnosis.checks}


def test_a_good_machine_passes_every_check(this_machine: BrowserFound, tmp_path: Path) -> None:
    diagnosis = examine(this_machine, reports=tmp_path / "reports")

    assert diagnosis.ok
    assert list(answers(diagnosis)) == [
        "driver",
        "browser",
        "fonts",
        "click",
        "video",
        "reports",
        "disk",
        "clock",
    ]
    assert not (tmp_path / "reports").exists()


def test_the_browser_is_tried_out_once_and_then_remembered(
    this_machine: BrowserFound, empty_cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert examine(this_machine).ok
    assert [path.name.split("-")[0] for path in empty_cache.rglob("probe-*.json")] == ["probe"]

    monkeypatch.setattr(doctor, "_run_probe", lambda *_args, **_kwargs: pytest.fail("was tried out again"))
    assert examine(this_machine).ok


def test_a_diagnosis_older_than_a_day_is_forgotten(this_machine: BrowserFound, empty_cache: Path) -> None:
    assert examine(this_machine).ok
    (kept,) = empty_cache.rglob("probe-*.json")
    written = kept.stat().st_mtime_ns
    os.utime(kept, (0, 0))

    assert examine(this_machine).ok

    (kept,) = empty_cache.rglob("probe-*.json")
    assert kept.stat().st_mtime_ns >= written


@uses_fontconfig
def test_a_bad_diagnosis_is_never_remembered(
    this_machine: BrowserFound, empty_cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "fonts.conf").write_text(NO_FONTS, "utf-8")
    monkeypatch.setenv("FONTCONFIG_FILE", str(tmp_path / "fonts.conf"))

    assert not examine(this_machine).ok
    assert not list(empty_cache.rglob("probe-*.json"))


@uses_fontconfig
def test_a_machine_without_fonts_is_told_so(
    this_machine: BrowserFound, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "fonts.conf").write_text(NO_FONTS, "utf-8")
    monkeypatch.setenv("FONTCONFIG_FILE", str(tmp_path / "fonts.conf"))

    with pytest.raises(DoctorError) as error:
        ready_browser(may_install=False)

    assert str(error.value) == (
        f"not ready to walk with {this_machine}: "
        "The browser draws no text, because this machine has no fonts. "
        f"Type: sudo apt-get install {' '.join(FONTS)}"
    )


@uses_fontconfig
def test_as_root_what_is_missing_is_installed_and_looked_at_again(
    this_machine: BrowserFound, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "fonts.conf").write_text(NO_FONTS, "utf-8")
    monkeypatch.setenv("FONTCONFIG_FILE", str(tmp_path / "fonts.conf"))
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    installed: list[str] = []

    def install(packages: list[str], *_rest: object) -> None:
        installed.extend(packages)
        monkeypatch.delenv("FONTCONFIG_FILE")

    monkeypatch.setattr(doctor, "install_packages", install)

    assert ready_browser(may_install=True).kind == this_machine.kind
    assert installed == list(FONTS)


def test_a_browser_that_talks_nonsense_is_named_and_what_depends_on_it_is_not_reached(
    machine: Machine,
) -> None:
    impostor = machine.has("chromium", says="Chromium 156.0.1")
    found = BrowserFound("chromium", "debian chromium", "156.0.1", impostor)

    diagnosis = examine(found)

    assert answers(diagnosis)["browser"] is False
    assert [check.name for check in diagnosis.causes] == ["browser"]
    not_reached = {check.name for check in diagnosis.checks if check.sentence == "Not reached."}
    assert not_reached == {"fonts", "click"}


def test_a_window_without_a_screen_is_named(
    this_machine: BrowserFound, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = "Looks like you launched a headed browser without having a XServer running."
    probed = checks.Probed(driver=True, problem=told)
    monkeypatch.setattr(doctor, "_run_probe", lambda *_args, **_kwargs: probed)

    (cause,) = examine(this_machine, settings=BrowserSettings(headed=True)).causes

    assert cause.sentence == "There is no screen to show a window on."


def test_a_driver_without_its_library_names_the_package(
    this_machine: BrowserFound, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = "node: error while loading shared libraries: libatomic.so.1: cannot open shared object file"
    probed = checks.Probed(problem=f"{told}\nConnection closed while reading from the driver")
    monkeypatch.setattr(doctor, "_run_probe", lambda *_args, **_kwargs: probed)

    (cause,) = examine(this_machine, fresh=True).causes

    assert cause.sentence == "Playwright's driver does not start (libatomic.so.1 is missing)."
    assert cause.remedy == "Type: sudo apt-get install libatomic1"


def test_video_needs_playwrights_ffmpeg(this_machine: BrowserFound, machine: Machine) -> None:
    diagnosis = examine(this_machine, video=True, settings=machine.settings())
    (cause,) = diagnosis.causes
    assert cause.sentence == "Playwright's ffmpeg, which writes videos, is missing."
    assert cause.remedy.endswith("-m playwright install ffmpeg")

    machine.has_downloaded("ffmpeg", "ffmpeg-linux", says="ffmpeg version 7")
    assert examine(this_machine, video=True, settings=machine.settings()).ok


def test_an_installed_ffmpeg_can_be_linked(this_machine: BrowserFound, machine: Machine) -> None:
    installed = machine.has("ffmpeg", says="ffmpeg version 7")

    (cause,) = examine(this_machine, video=True, settings=machine.settings()).causes

    assert f" && ln -s {installed} {machine.downloads}/ffmpeg-" in cause.remedy


def test_a_reports_folder_that_cannot_be_written_is_named(this_machine: BrowserFound, tmp_path: Path) -> None:
    (tmp_path / "reports").write_text("a file, not a folder", "utf-8")

    (cause,) = examine(this_machine, reports=tmp_path / "reports").causes

    assert cause.sentence == f"{tmp_path / 'reports'} cannot be written (Not a directory)."


def test_a_full_disk_is_told_with_its_figures(
    this_machine: BrowserFound, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checks, "MIN_FREE_BYTES", 10**18)

    (cause,) = examine(this_machine, reports=tmp_path).causes

    assert cause.name == "disk"
    assert cause.remedy == "Free at least 1000000000000 MB."


def test_a_clock_that_was_never_set_is_told(this_machine: BrowserFound) -> None:
    (cause,) = examine(this_machine, now=datetime(1970, 1, 1, tzinfo=UTC)).causes

    assert cause.sentence == "The clock of this machine says 1970-01-01."


def test_a_cache_that_cannot_be_written_only_costs_time(
    this_machine: BrowserFound, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))

    assert examine(this_machine).ok


def test_a_replaced_browser_is_tried_out_again(this_machine: BrowserFound, empty_cache: Path) -> None:
    assert examine(this_machine).ok
    assert examine(replace(this_machine, version="1.2.3")).ok

    assert len(list(empty_cache.rglob("probe-*.json"))) == 2


@pytest.mark.usefixtures("this_machine")
def test_setup_tells_what_it_got() -> None:
    said: list[str] = []

    prepare(said.append)

    assert said[0].startswith("browser: ")
    assert "fonts: It draws text." in said
    assert said[-1] == "ready."


def test_importing_browser_supply_does_not_import_playwright() -> None:
    program = "import sys, harness.browser.doctor; print('playwright' in sys.modules)"

    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout

    assert told.strip() == "False"
