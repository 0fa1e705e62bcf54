"""A kind of browser in, the command-line arguments that Playwright does not pass by itself out."""

from harness.browser.found import BrowserSettings

# Playwright's switches notwithstanding, a full Chromium asks for updates and accounts at start (seen in the
# net log of Debian's build 156). Port 9 of this machine answers nobody; pages are not affected.
# The headless shell asks for nothing.
QUIET = (
    "--component-updater=url-source=http://127.0.0.1:9/",
    "--gaia-url=http://127.0.0.1:9/",
    "--disable-domain-reliability",
)


def chromium_arguments(program: str, settings: BrowserSettings) -> tuple[str, ...]:
    """Return the arguments for a Chromium whose program has this name."""
    # Chromium refuses to start its sandbox as root, also for a caller who asks Playwright for the sandbox.
    sandbox = ("--no-sandbox",) if settings.is_root else ()
    return sandbox if is_shell(program) else (*sandbox, *QUIET)


def is_shell(program: str) -> bool:
    """Tell whether the program is a Chromium that can only run without a window."""
    return "headless" in program
