"""What was asked of a history in, the name of a site that it knows out; and its troubles in words."""

from typing import TYPE_CHECKING

from harness.cli.options import known
from harness.history.book import PASSING, HistoryError

if TYPE_CHECKING:
    from harness.history.history import History


def known_site(kept: "History", asked: str) -> str:
    """Return the name of a site that was asked for; empty where none was.

    Raises:
        AskedError: The history knows no such site.
    """
    sites = kept.sites() if asked else ()
    return known(asked, sites, "site") if sites else asked


def told_of(error: Exception) -> str:
    """Return what kept the history from being used, and what to do."""
    passes = isinstance(error, HistoryError) and error.trouble in PASSING
    return f"{error} Nothing was changed: type it again." if passes else str(error)
