"""`scroll to`: bring something into view."""

from typing import TYPE_CHECKING

from harness.verbs.verb import Shown, verb

if TYPE_CHECKING:
    from harness.verbs.acting import Acting


@verb("scroll to {target}")
def scroll_to(shopper: "Acting", target: Shown) -> None:
    """Scroll on until this can be seen, also where a page brings more only on scrolling."""
    shopper.scroll_to(target)
