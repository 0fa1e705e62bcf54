import re
from pathlib import Path

import pytest

from harness.browser.arguments import QUIET
from harness.browser.found import BrowserFound, NoBrowserError
from harness.browser.supply import find_browser

from .machine import Machine

SHELL = ("chromium-headless-shell", "chrome-headless-shell-linux64/chrome-headless-shell")


def test_the_users_own_setting_comes_before_everything(machine: Machine, tmp_path: Path) -> None:
    machine.has_downloaded(*SHELL, says="Chromium 159.0.1")
    machine.has("google-chrome", says="Google Chrome 158.0.1")
    own = Machine(tmp_path / "own", tmp_path).has("my-browser", says="Chromium 150.0.7")

    found = machine.find(own=str(own))

    assert found == BrowserFound("chromium", "your own setting", "150.0.7", own, None, QUIET)


def test_playwrights_own_build_comes_before_an_installed_chrome(machine: Machine) -> None:
    machine.has_downloaded(*SHELL, says="Chromium 159.0.1")
    machine.has("google-chrome", says="Google Chrome 158.0.1")

    found = machine.find()

    assert (found.kind, found.executable, found.channel) == ("playwright chromium-headless-shell", None, None)
    assert re.fullmatch(r"\d+(\.\d+){3}", found.version)


def test_a_download_that_was_never_completed_is_none(machine: Machine) -> None:
    program = machine.has_downloaded(*SHELL, says="Chromium 159.0.1")
    (program.parents[1] / "INSTALLATION_COMPLETE").unlink()
    machine.has("chromium", says="Chromium 156.0.1")

    assert machine.find().kind == "debian chromium"


def test_chrome_comes_before_edge_and_edge_before_debians_chromium(machine: Machine) -> None:
    machine.has("chromium-headless-shell", says="Chromium 156.0.1")
    assert machine.find().kind == "debian chromium-headless-shell"

    edge = machine.has("microsoft-edge", says="Microsoft Edge 157.0.1")
    assert machine.find() == BrowserFound("chromium", "microsoft edge", "157.0.1", edge, None, QUIET)

    machine.has("google-chrome", says="Google Chrome 158.0.1")
    assert machine.find().kind == "google chrome"


def test_the_headless_shell_comes_before_the_full_chromium_of_debian(machine: Machine) -> None:
    machine.has("chromium", says="Chromium 156.0.1 built on Debian")
    shell = machine.has("chromium-headless-shell", says="Chromium 156.0.1")

    found = machine.find()

    assert found == BrowserFound("chromium", "debian chromium-headless-shell", "156.0.1", shell)


def test_the_headless_shell_does_not_do_when_a_window_is_wanted(machine: Machine) -> None:
    machine.has("chromium-headless-shell", says="Chromium 156.0.1")
    machine.has_downloaded(*SHELL, says="Chromium 159.0.1")
    machine.has("chromium", says="Chromium 156.0.1")

    assert machine.find(headed=True).kind == "debian chromium"


def test_chromium_gets_no_sandbox_as_root(machine: Machine) -> None:
    machine.has("chromium-headless-shell", says="Chromium 156.0.1")

    found = find_browser(settings=machine.settings(is_root=True), may_install=False)

    assert found.arguments == ("--no-sandbox",)
    assert found.launch_options() == {"args": ["--no-sandbox"], "executable_path": str(found.executable)}


def test_a_download_without_its_system_libraries_is_passed_over(machine: Machine) -> None:
    trouble = "error while loading shared libraries: libnss3.so: cannot open shared object file"
    machine.has_downloaded(*SHELL, says=trouble, ends=127)
    machine.has("chromium", says="Chromium 156.0.1")

    assert machine.find().kind == "debian chromium"


def test_a_browser_that_does_not_start_is_named_among_what_was_tried(machine: Machine) -> None:
    broken = machine.has("chromium", says="Illegal instruction", ends=132)

    with pytest.raises(NoBrowserError) as error:
        machine.find()

    assert f"{broken} does not start (Illegal instruction); " not in str(error.value)
    assert f"; {broken} does not start (Illegal instruction). Type: harness setup" in str(error.value)


def test_no_browser_at_all_is_one_sentence_with_what_was_tried_and_what_to_type(machine: Machine) -> None:
    with pytest.raises(NoBrowserError) as error:
        machine.find()

    assert str(error.value) == (
        "no chromium was found. Tried: HARNESS_BROWSER is not set; "
        "Playwright's own chromium-headless-shell is not downloaded; no Chrome or Edge is installed; "
        "no chromium-headless-shell or chromium is on the PATH. Type: harness setup"
    )


def test_firefox_is_playwrights_or_none(machine: Machine) -> None:
    machine.has("firefox", says="Mozilla Firefox 140.0")

    with pytest.raises(NoBrowserError) as error:
        machine.find("firefox")

    assert str(error.value) == (
        "no firefox was found. Tried: HARNESS_BROWSER is not set; "
        "Playwright's own firefox is not downloaded. Type: harness setup"
    )


@pytest.mark.parametrize(("engine", "program"), [("firefox", "firefox/firefox"), ("webkit", "pw_run.sh")])
def test_a_downloaded_firefox_or_webkit_is_used(machine: Machine, engine: str, program: str) -> None:
    machine.has_downloaded(engine, program, says="Mozilla Firefox 159.0")

    found = machine.find(engine, own=None)

    assert (found.engine, found.kind, found.arguments) == (engine, f"playwright {engine}", ())


def test_an_unknown_engine_lists_the_known_ones(machine: Machine) -> None:
    with pytest.raises(NoBrowserError) as error:
        machine.find("opera")

    assert str(error.value) == 'unknown browser "opera". Known: chromium, firefox, webkit.'


def test_an_application_of_macos_is_found(machine: Machine) -> None:
    program = "Google Chrome.app/Contents/MacOS/Google Chrome"
    chrome = machine.has(program, says="Google Chrome 158.0.1")

    assert machine.find().executable == chrome
