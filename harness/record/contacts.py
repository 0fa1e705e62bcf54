"""Hosts that a visit did not contact, because the site's owner wants it so."""

from pydantic import Field

from harness.browser.hosts import WhyNot
from harness.record.base import Recorded


class NotContacted(Recorded):
    """A host that was asked for and not contacted.

    Args:
        host: Its name, or the scheme of an address that has none.
        why: `not allowed`: it is no host of the site; `listed`: a list says so; `private address`: its name
            leads into a network of somebody's own.
        named: The list, `analytics`, or `blocked` where `blocked:` names the host itself.
        times: How often it was asked for.
    """

    host: str
    why: WhyNot
    named: str = ""
    times: int = Field(default=1, ge=1)
