"""A machine in, the program that writes films where Playwright looks for it out, or why there is none."""

import shutil

from harness.browser.found import BrowserSettings
from harness.browser.playwright_build import find_ffmpeg, playwright_command


def link_ffmpeg(settings: BrowserSettings) -> str:
    """Let Playwright find the ffmpeg of this system unless it has its own; return how that went."""
    wanted = find_ffmpeg(settings)
    if wanted.exists():
        return "films of failures can be taken."
    installed = shutil.which("ffmpeg", path=settings.search_path)
    if installed is None:
        typed = playwright_command("install", "ffmpeg")
        return f"no films of failures: ffmpeg is missing. Install ffmpeg and type harness setup, or: {typed}"
    try:
        wanted.parent.mkdir(parents=True, exist_ok=True)
        wanted.unlink(missing_ok=True)  # a link whose program was removed
        wanted.symlink_to(installed)
    except OSError as error:
        return f"no films of failures: {wanted} cannot be made ({error.strerror})."
    return f"films of failures are taken with {installed}."
