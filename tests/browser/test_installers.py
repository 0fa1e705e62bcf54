from pathlib import Path

import pytest

from harness.browser import supply
from harness.browser.complaint import complaint_in
from harness.browser.found import NoBrowserError
from harness.browser.installers import install_packages, install_system_chromium
from harness.browser.supply import Installation, find_browser

from .machine import Machine

PACKAGES = "chromium-headless-shell fonts-dejavu-core fonts-liberation fonts-noto-color-emoji libatomic1"


def apt_get(machine: Machine, *, then: str = "") -> Path:
    """Put an apt-get on the machine that writes down what it is asked for."""
    asked = machine.programs.parent / "asked"
    program = machine.has("apt-get", says="")
    program.write_text(f'#!/bin/sh\necho "$@" >> {asked}\n{then}\n', "utf-8")
    return asked


def test_without_root_the_command_is_told_and_not_run(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = apt_get(machine)
    monkeypatch.setattr(supply, "INSTALLATIONS", (Installation(install_system_chromium),))

    with pytest.raises(NoBrowserError) as error:
        find_browser(settings=machine.settings(is_root=False), may_install=True)

    assert str(error.value) == (
        "no chromium was found. Tried: HARNESS_BROWSER is not set; "
        "Playwright's own chromium-headless-shell is not downloaded; no Chrome or Edge is installed; "
        "no chromium-headless-shell or chromium is on the PATH; `apt-get install` needs root. "
        f"Type: sudo apt-get install {PACKAGES}"
    )
    assert not asked.exists()


def test_as_root_debians_browser_is_installed_and_then_found(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell = machine.programs / "chromium-headless-shell"
    asked = apt_get(
        machine, then=f"printf '#!/bin/sh\\necho Chromium 156.0.1' > {shell}; /bin/chmod +x {shell}"
    )
    monkeypatch.setattr(supply, "INSTALLATIONS", (Installation(install_system_chromium),))
    said: list[str] = []

    found = find_browser(settings=machine.settings(is_root=True), may_install=True, say=said.append)

    assert found.kind == "debian chromium-headless-shell"
    assert said == [f"installing {PACKAGES.replace(' ', ', ')} ..."]
    assert asked.read_text("utf-8").splitlines() == [
        "-qq -o DPkg::Lock::Timeout=120 update",
        f"-qq -o DPkg::Lock::Timeout=120 install --yes --no-install-recommends {PACKAGES}",
    ]


def test_nothing_is_installed_unless_it_is_allowed(machine: Machine) -> None:
    asked = apt_get(machine)

    with pytest.raises(NoBrowserError):
        find_browser(settings=machine.settings(is_root=True), may_install=False)

    assert not asked.exists()


def test_a_failed_installation_says_what_the_system_said(machine: Machine) -> None:
    apt_get(machine, then="echo 'E: Unable to locate package chromium' >&2; exit 100")

    missing = install_packages(["chromium"], machine.settings(is_root=True), lambda _line: None)

    assert missing is not None
    assert missing.tried == "`apt-get install chromium` failed (E: Unable to locate package chromium)"
    assert missing.remedy == "apt-get install chromium"


def test_a_machine_without_apt_get_is_told_what_else_to_do(machine: Machine) -> None:
    missing = install_packages(["chromium"], machine.settings(is_root=True), lambda _line: None)

    assert missing is not None
    assert missing.tried == "there is no apt-get here"
    assert missing.remedy == "install Google Chrome, or set HARNESS_BROWSER to a browser's path"


@pytest.mark.parametrize(
    ("written", "complaint"),
    [
        (
            "node: error while loading shared libraries: libatomic.so.1: cannot open",
            "libatomic.so.1 is missing",
        ),
        (
            "Error: Failed to download Firefox 159, caused by\nError: getaddrinfo",
            "Error: Failed to download Firefox 159",
        ),
        ("Reading lists\nE: Unable to locate package x\nbye", "E: Unable to locate package x"),
        ("Illegal instruction\n", "Illegal instruction"),
        ("", "it said nothing"),
    ],
)
def test_the_line_that_says_why_is_found(written: str, complaint: str) -> None:
    assert complaint_in(written) == complaint
