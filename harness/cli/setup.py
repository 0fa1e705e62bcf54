"""A machine in, the same machine with a browser that is proven to work out: `harness setup`."""

from harness.browser.found import DoctorError, NoBrowserError
from harness.browser.setup import prepare
from harness.cli.terminal import output
from harness.cli.trouble import MachineError


def setup() -> int:
    """Get a browser and prove that it works.

    Takes the first that works: the one named by HARNESS_BROWSER, Playwright's own, an installed Chrome,
    Edge or Chromium; else it downloads or installs one, and says what it does.
    """
    try:
        prepare(output().print)
    except (NoBrowserError, DoctorError) as error:
        raise MachineError(str(error)) from error
    return 0
