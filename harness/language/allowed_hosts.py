"""A site and its address as it is now in, where a shopper may go there out."""

from typing import TYPE_CHECKING

from harness.browser.hosts import AllowedHosts

if TYPE_CHECKING:
    from harness.language.model import Site


def hosts_of(site: "Site", address: str) -> AllowedHosts:
    """Return the hosts that a site allows; the embedded shop has another address each time."""
    return AllowedHosts.of(address, site.hosts).and_of_others(site.third_parties, site.blocked)
