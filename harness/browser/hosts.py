"""The site's hosts in, out what may be visited, what may be loaded from others, and why not.

A page, a form and a file may come from allowed hosts only. What a page loads besides (scripts, pictures,
frames) may come from third parties too, as far as the site's owner lets it.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache, cached_property
from typing import TYPE_CHECKING, Literal
from urllib.parse import SplitResult, urlsplit

from harness.browser.listed_hosts import LISTS, list_of

if TYPE_CHECKING:
    from publicsuffixlist import PublicSuffixList

ThirdParties = Literal["allow", "block listed", "block all"]
WhyNot = Literal["not allowed", "listed", "private address"]

ANYWHERE = "*"
_PORTS = {"http": 80, "https": 443, "ws": 80, "wss": 443}
_PLAIN = re.compile(
    r"(?:[^\s\x00-\x1f\x7f\\@]*@)?(?:[^\s\x00-\x1f\x7f\\/?#@:\[\]%]+|\[[0-9A-Fa-f:.]+\])(?::[0-9]{1,5})?"
)
"""User, host and port: of anything else, such as a `\\`, two programs may read two hosts."""


@dataclass(frozen=True)
class _Pattern:
    """`shop.example`, `*.shop.example`, `shop.example:8080`; without a port it means every port."""

    host: str
    port: int | None

    @classmethod
    def of(cls, text: str) -> "_Pattern":
        host, colon, port = text.strip().rpartition(":")
        if not colon or not port.isdigit() or (":" in host and not host.endswith("]")):
            return cls(plain_host(text), None)
        return cls(plain_host(host), int(port))

    def fits(self, host: str, port: int | None) -> bool:
        if self.port not in {None, port}:
            return False
        if self.host.startswith("*."):
            return host.endswith(self.host[1:])
        return self.host in {host, ANYWHERE}


@dataclass(frozen=True)
class AllowedHosts:
    """Hosts that may be contacted, and what of the others.

    Args:
        patterns: `shop.example`, `*.shop.example` for all below it, `shop.example:8080` for one port; the
            site's own comes first.
        third_parties: Which other hosts pages may load things from.
        blocked: Of these, names of lists and patterns that are left out where listed ones are.
    """

    patterns: tuple[str, ...]
    third_parties: ThirdParties = "block all"
    blocked: tuple[str, ...] = ()

    @classmethod
    def of(cls, address: str, more: Iterable[str] = ()) -> "AllowedHosts":
        """Allow the host of the site's address by its own port, and those its owner lists besides."""
        parts = urlsplit(address)
        host = f"[{parts.hostname}]" if ":" in (parts.hostname or "") else parts.hostname or ""
        ports = (parts.port,) if parts.port else (443, 80)
        return cls((*(f"{host}:{port}" for port in ports), *more))

    def and_of_others(self, third_parties: ThirdParties, blocked: Iterable[str]) -> "AllowedHosts":
        """Return the same with what pages may load from third parties."""
        return replace(self, third_parties=third_parties, blocked=tuple(blocked))

    def allow(self, url: str) -> bool:
        """Whether this address may be visited; pages without a host of their own are the browser's."""
        parts = _parts(url)
        if parts is None:
            return False
        if parts.scheme in {"about", "blob", "chrome-error"}:
            return True
        return parts.scheme in {"http", "https"} and self.allows(parts.hostname or "", _port(parts))

    def allows(self, host: str, port: int | None) -> bool:
        """Whether this is one of the allowed hosts, at this port."""
        host = plain_host(host)
        return bool(host) and any(pattern.fits(host, port) for pattern in self._patterns)

    def why_not(self, host: str, port: int | None) -> tuple[WhyNot, str] | None:
        """Say why pages may load nothing from a host, and the list that it is on; None where they may."""
        if self.allows(host, port) or self.third_parties == "allow":
            return None
        if self.third_parties == "block all":
            return "not allowed", ""
        named = self._listed(plain_host(host), port)
        return None if named is None else ("listed", named)

    def may_load(self, url: str) -> bool:
        """Whether pages may load this."""
        parts = _parts(url)
        return parts is not None and self.why_not(parts.hostname or "", _port(parts)) is None

    def own(self, url: str) -> bool:
        """Whether an address is the site's own: its host, or one that belongs to the same name."""
        return same_owner(urlsplit(url).hostname or "", self.own_host)

    @cached_property
    def own_host(self) -> str:
        """The host of the site itself."""
        return self._patterns[0].host

    @cached_property
    def _patterns(self) -> tuple[_Pattern, ...]:
        return tuple(map(_Pattern.of, self.patterns))

    def _listed(self, host: str, port: int | None) -> str | None:
        patterns = (_Pattern.of(text) for text in self.blocked if text not in LISTS)
        if any(pattern.fits(host, port) for pattern in patterns):
            return "blocked"
        return list_of(host, self.blocked)


def plain_host(host: str) -> str:
    """Return a host as browsers ask for it: `Bücher.example.` is `xn--bcher-kva.example`."""
    host = host.strip().strip("[]").casefold().removesuffix(".")
    if host.isascii():
        return host
    try:
        return host.encode("idna").decode()
    except UnicodeError:  # no name that anybody could ask for
        return ""


def place_of(url: str) -> tuple[str, int | None]:
    """Return the host and the port that an address leads to."""
    parts = _parts(url)
    return (plain_host(parts.hostname or ""), _port(parts)) if parts else ("", None)


def _parts(url: str) -> SplitResult | None:
    """Return the parts of an address, None where programs may read different hosts in it."""
    try:
        parts = urlsplit(url)
        _ = parts.port  # which raises where it is none
    except ValueError:
        return None
    return parts if not parts.netloc or _PLAIN.fullmatch(parts.netloc) else None


def _port(parts: SplitResult) -> int | None:
    return parts.port or _PORTS.get(parts.scheme)


def same_owner(host: str, own: str) -> bool:
    """Whether a host belongs to whom another one belongs to: `static.shop.example` to `www.shop.example`.

    Below a name that many share, such as `myshopify.com` or `co.uk`, each has its own: the Public Suffix List
    tells which those are (https://publicsuffix.org). It takes a while to read, and most hosts need it not.
    """
    host, own = plain_host(host), plain_host(own)
    if host == own or host.endswith(f".{own.removeprefix('www.')}"):
        return True
    if host.split(".")[-2:] != own.split(".")[-2:] or own[-1:].isdigit():
        return False
    return _bought(host) is not None and _bought(host) == _bought(own)


@cache
def _suffixes() -> "PublicSuffixList":
    from publicsuffixlist import PublicSuffixList  # noqa: PLC0415 -- see `same_owner`

    return PublicSuffixList()


def _bought(host: str) -> str | None:
    """Return the part of a host that somebody has bought; None where the host itself is what many share."""
    found: str | None = _suffixes().privatesuffix(host)
    return found
