"""`harness setup` makes films possible where ffmpeg is installed, and says so where it is not."""

from harness.browser.films import link_ffmpeg
from harness.browser.playwright_build import find_ffmpeg

from .machine import Machine


def test_an_installed_ffmpeg_is_linked_once(machine: Machine) -> None:
    installed = machine.has("ffmpeg", says="ffmpeg version 7")

    assert link_ffmpeg(machine.settings()) == f"films of failures are taken with {installed}."
    assert find_ffmpeg(machine.settings()).resolve() == installed.resolve()
    assert link_ffmpeg(machine.settings()) == "films of failures can be taken."


def test_without_ffmpeg_the_remedy_is_told(machine: Machine) -> None:
    told = link_ffmpeg(machine.settings())

    assert told.startswith("no films of failures: ffmpeg is missing. Install ffmpeg and type harness setup")
    assert not find_ffmpeg(machine.settings()).exists()
