import pytest

from harness.browser.found import NoBrowserError

from .machine import Machine


def test_a_program_on_the_path_can_be_named_without_its_folder(machine: Machine) -> None:
    chosen = machine.has("chromium", says="Chromium 156.0.1")
    machine.has("google-chrome", says="Google Chrome 158.0.1")

    found = machine.find(own="chromium")

    assert (found.kind, found.executable) == ("your own setting", chosen)


def test_a_channel_of_playwright_can_be_named(machine: Machine) -> None:
    machine.has("chromium", says="Chromium 156.0.1")
    edge = machine.has("microsoft-edge-beta", says="Microsoft Edge 160.0.1")

    found = machine.find(own="msedge-beta")

    assert (found.kind, found.version, found.executable) == ("your own setting", "160.0.1", edge)


def test_the_channel_chromium_is_playwrights_full_build(machine: Machine) -> None:
    machine.has_downloaded("chromium", "chrome-linux64/chrome", says="Chromium 159.0.1")

    found = machine.find(own="chromium")

    assert (found.kind, found.executable, found.channel) == ("your own setting", None, "chromium")


def test_a_setting_for_another_engine_is_left_aside(machine: Machine) -> None:
    own = machine.has("chromium", says="Chromium 156.0.1")
    machine.has_downloaded("firefox", "firefox/firefox", says="Mozilla Firefox 159.0")

    assert machine.find("firefox", own=str(own)).kind == "playwright firefox"


def test_a_setting_that_names_nothing_stops_although_there_are_other_browsers(machine: Machine) -> None:
    machine.has("chromium", says="Chromium 156.0.1")

    with pytest.raises(NoBrowserError) as error:
        machine.find(own="/nowhere/chrome")

    assert str(error.value) == (
        'HARNESS_BROWSER is "/nowhere/chrome", which is no program. Give the path of a browser or one of: '
        "chrome, msedge, chrome-beta, chrome-dev, msedge-beta, msedge-dev, chromium; or unset it."
    )


def test_a_setting_that_does_not_start_says_why(machine: Machine) -> None:
    own = machine.has(
        "my-browser",
        says="error while loading shared libraries: libnss3.so: cannot open shared object file",
        ends=127,
    )

    with pytest.raises(NoBrowserError) as error:
        machine.find(own=str(own))

    assert str(error.value) == (
        f'HARNESS_BROWSER is "{own}", but {own} does not start '
        "(libnss3.so is missing). Correct it or unset it."
    )


def test_a_shell_cannot_show_a_window(machine: Machine) -> None:
    own = machine.has("chromium-headless-shell", says="Chromium 156.0.1")

    with pytest.raises(NoBrowserError) as error:
        machine.find(own=str(own), headed=True)

    assert str(error.value) == (
        f'HARNESS_BROWSER is "{own}", which cannot show a window. Leave out --headed, or unset it.'
    )
