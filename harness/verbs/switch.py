"""`switch to`: look at another tab."""

from typing import TYPE_CHECKING

from harness.verbs.verb import Tab, verb

if TYPE_CHECKING:
    from harness.verbs.acting import Acting


@verb("look at {tab}")
def switch_to(shopper: "Acting", tab: Tab) -> None:
    """Look at another tab, until one more opens or this one closes: `new tab`, `tab "Terms"`."""
    shopper.switch_to(tab)
