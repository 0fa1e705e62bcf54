"""A visit and its run in, how the shop can tell that it is us out."""

from typing import TYPE_CHECKING

import pytest

from harness.plugin.cannot_walk import CANNOT_WALK
from harness.shopper.identity import Identity, NoHeaderError, identity_of

if TYPE_CHECKING:
    from harness.compile.visits import PlannedVisit
    from harness.language.model import Site
    from harness.shopper.providing import Provided


def identity_in_run(visit: "PlannedVisit", address: str, *, run_id: str, provided: "Provided") -> Identity:
    """Return how the shop can tell a visit.

    Raises:
        pytest.exit.Exception: The secret header cannot be sent: no visit would get past the firewall.
    """
    try:
        return identity_of(visit.site, address, run_id=run_id, journey_id=visit.journey.id, provided=provided)
    except NoHeaderError as error:
        pytest.exit(str(error), returncode=CANNOT_WALK)


def refuse_header_without_chromium(site: "Site", engine: str) -> None:
    """Make sure that the secret header reaches the site's own hosts only.

    Raises:
        pytest.exit.Exception: Another browser would send it to whomever the site leads to.
    """
    if site.identification.header and engine != "chromium":
        pytest.exit(
            f'site.yaml asks for the header "{site.identification.header}", which only Chromium can send to'
            " the site's own hosts and nobody else. Leave out --browser.",
            returncode=CANNOT_WALK,
        )
