"""`go back` and `reload`: the two buttons of the browser that need no name."""

from typing import TYPE_CHECKING

from harness.verbs.verb import verb

if TYPE_CHECKING:
    from harness.verbs.acting import Acting


@verb("go back")
def go_back(shopper: "Acting") -> None:
    """Go back to the page before, as with the browser's own button."""
    shopper.go_back()


@verb("reload the page")
def reload(shopper: "Acting") -> None:
    """Load the page again, as with the browser's own button."""
    shopper.reload()
