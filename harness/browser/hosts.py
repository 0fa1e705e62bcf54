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
        host = (parts.hostname or "").casefold()
        return parts.scheme in {"http", "https"} and any(fnmatchcase(host, p) for p in self.patterns)

    def own(self, url: str) -> bool:
        """Whether an address is the site's own: its host and those below it; all others are third parties.

        Addresses without a host, such as those of inline scripts, are the page's own.
        """
        host = (urlsplit(url).hostname or "").casefold()
        site = self.patterns[0].removeprefix("www.")
        return not host or host == site or host.endswith(f".{site}")

    def chromium_rule(self) -> str:
        """Make every other host unknown to Chromium, so that nothing reaches it: costs no interception.

        Source: net/dns/mapped_host_resolver.h and the `--host-resolver-rules` switch.
        """
        return ", ".join(["MAP * ~NOTFOUND", *(f"EXCLUDE {pattern}" for pattern in self.patterns)])
