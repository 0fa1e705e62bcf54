"""`switch to`: look at another tab, or into a frame."""

from typing import TYPE_CHECKING

from harness.verbs.verb import Tab, verb

if TYPE_CHECKING:
    from harness.verbs.acting import Acting


@verb("look at {tab}")
def switch_to(shopper: "Acting", tab: Tab) -> None:
    """Look at another tab, such as `tab "Terms"`, into a `frame "Card"`, or at the whole `page` again."""
    shopper.switch_to(tab)
