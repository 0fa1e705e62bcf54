"""A way to say things in, a browser that works on this machine out: what `harness setup` does."""

from harness.browser.doctor import examine, ready_browser
from harness.browser.films import link_ffmpeg
from harness.browser.found import BrowserSettings, Say


def prepare(say: Say) -> None:
    """Get a browser, prove that it works, and tell about it line by line.

    Raises:
        NoBrowserError: there is none and none could be installed.
        DoctorError: there is one, but this machine is not fit to use it.
    """
    found = ready_browser(may_install=True, say=say)
    say(f"browser: {found}")
    for check in examine(found).checks:
        say(f"{check.name}: {check.sentence}")
    say(f"films: {link_ffmpeg(BrowserSettings())}")
    say("ready.")
