"""A site and a browser outside of any run in, the shop told that it is us out: as by a visit."""

from typing import TYPE_CHECKING

from harness.cli.places import home
from harness.cli.trouble import MachineError
from harness.language.files.addresses import EMBEDDED_SHOP
from harness.plugin.provided import provided_for
from harness.shopper.identity import NoHeaderError, identity_of

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext

    from harness.language.model import Site

BY_HAND = "by-hand"
"""What stands in the cookie in the place of a run and a journey."""


def introduce(site: "Site", address: str, context: "BrowserContext") -> None:
    """Let the shop know that it is us who look at it, with cookie and header.

    Args:
        site: The site, as its file tells it.
        address: A page of it, as it is now.
        context: A browser context that has no page yet.

    Raises:
        MachineError: The secret header has no value here.
    """
    provided = provided_for(home(), embedded=site.address == EMBEDDED_SHOP)
    try:
        identity = identity_of(site, address, run_id=BY_HAND, journey_id=BY_HAND, provided=provided)
    except NoHeaderError as error:
        raise MachineError(str(error)) from error
    identity.introduce(context)
