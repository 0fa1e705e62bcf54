"""The site's hosts in, whether an address may be visited out; and the same as a rule of the browser."""

from collections.abc import Iterable
from dataclasses import dataclass
from fnmatch import fnmatchcase
from urllib.parse import urlsplit


@dataclass(frozen=True)
class AllowedHosts:
    """Hosts that may be contacted: `shop.example`, or `*.shop.example` with all below it."""

    patterns: tuple[str, ...]

    @classmethod
    def of(cls, address: str, more: Iterable[str] = ()) -> "AllowedHosts":
        """Allow the host of the site's address, and those its owner lists besides."""
        host = urlsplit(address).hostname or ""
        return cls((host, *(pattern.casefold() for pattern in more)))

    def allow(self, url: str) -> bool:
        """Whether this address may be visited; pages without a host of their own are the browser's."""
        parts = urlsplit(url)
        if parts.scheme in {"about", "blob", "data", "chrome-error"}:
            return parts.scheme != "data"
        if "\\" in parts.netloc:  # browsers read a `\` as a `/`, and so another host than we do
            return False
        host = (parts.hostname or "").casefold()
        return parts.scheme in {"http", "https"} and any(fnmatchcase(host, p) for p in self.patterns)

    def own(self, url: str) -> bool:
        """Whether an address is the site's own: its host, or one that belongs to the same name."""
        return same_owner(urlsplit(url).hostname or "", self.patterns[0])

    def chromium_rule(self) -> str:
        """Make every other host unknown to Chromium, so that nothing reaches it: costs no interception.

        Source: net/dns/mapped_host_resolver.h and the `--host-resolver-rules` switch.
        """
        return ", ".join(["MAP * ~NOTFOUND", *(f"EXCLUDE {pattern}" for pattern in self.patterns)])


def same_owner(host: str, other: str) -> bool:
    """Whether two hosts belong to one name: `www.shop.example` and `static.shop.example`."""
    return _name(host) == _name(other)


def _name(host: str) -> str:
    """Return the part of a host that is bought: the last two words, three below `co.uk` and its like."""
    words = host.casefold().split(".")
    if words[-1].isdigit():  # an address of numbers is a name of its own
        return host
    two_levels = len(words) > 2 and len(words[-1]) == 2 and len(words[-2]) <= 3  # noqa: PLR2004 -- `co.uk`
    return ".".join(words[-3:] if two_levels else words[-2:])
