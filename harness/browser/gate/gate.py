"""The rules of one visit in, what was let through, what was not and why, and what failed out."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from threading import Lock

from harness.browser.gate.addresses import is_inside, is_public
from harness.browser.hosts import ANYWHERE, AllowedHosts, WhyNot, place_of, plain_host
from harness.record.contacts import NotContacted

MOST_HOSTS = 200
"""Remembered of one visit; a page that asks for ever new hosts must not fill the memory."""
BLOCKED = "net::ERR_BLOCKED_BY_CLIENT"


class NotLetThrough(Exception):  # noqa: N818 -- a decision, no error
    """A host is not contacted."""


@dataclass
class Gate:
    """Decides what one visit may reach, and remembers what became of it.

    A name is resolved once in a visit: whoever answers differently the second time is not asked a second
    time. Written to by the thread of the doors, read by the one that walks.
    """

    hosts: AllowedHosts
    _refused: dict[tuple[str, WhyNot, str], int] = field(default_factory=dict)
    _failures: dict[tuple[str, int | None], str] = field(default_factory=dict)
    _private: set[str] = field(default_factory=set)
    _lock: Lock = field(default_factory=Lock)

    def ask(self, host: str, port: int) -> None:
        """Let a host through, as far as its name tells.

        Raises:
            NotLetThrough: The rules leave it out.
        """
        if why := self.hosts.why_not(host, port):
            self.refuse(host, *why)
            raise NotLetThrough(host)

    def choose(self, host: str, port: int, addresses: Sequence[str], *, is_site_inside: bool) -> list[str]:
        """Return those addresses of a host that may be connected to.

        Args:
            host: Its name.
            port: Where it is asked for.
            addresses: What its name leads to.
            is_site_inside: Whether the site itself is on this machine or in a network of one's own.

        Raises:
            NotLetThrough: None of them.
        """
        may_be_inside = is_site_inside and self.hosts.allows(host, port)
        chosen = [each for each in addresses if is_public(each) or (may_be_inside and is_inside(each))]
        if not chosen:
            self._private.add(plain_host(host))
            self.refuse(host, "private address")
            raise NotLetThrough(host)
        return chosen

    def refuse(self, host: str, why: WhyNot, named: str = "") -> None:
        """Note that a host was asked for and not contacted."""
        with self._lock:
            what = (plain_host(host), why, named)
            if what in self._refused or len(self._refused) < MOST_HOSTS:
                self._refused[what] = self._refused.get(what, 0) + 1

    def failed(self, host: str, port: int, words: str) -> None:
        """Note in Chromium's words why a host could not be reached."""
        with self._lock:
            self._failures.pop((plain_host(host), port), None)
            if len(self._failures) < MOST_HOSTS:
                self._failures[plain_host(host), port] = words

    def reached(self, host: str, port: int) -> None:
        """Note that a host answers now, whatever was the matter before."""
        with self._lock:
            self._failures.pop((plain_host(host), port), None)

    def refused(self) -> tuple[NotContacted, ...]:
        """Return what was not contacted, the most often asked for first."""
        with self._lock:
            found = [
                NotContacted(host=host, why=why, named=named, times=times)
                for (host, why, named), times in self._refused.items()
            ]
        return tuple(sorted(found, key=lambda each: -each.times))

    def keeps_from(self, url: str) -> bool:
        """Whether it is this gate that keeps pages from loading an address."""
        return not self.hosts.may_load(url) or place_of(url)[0] in self._private

    def leads_inside(self, url: str) -> bool:
        """Whether an allowed host was not contacted because its name leads into a private network."""
        return self.hosts.allow(url) and place_of(url)[0] in self._private

    def why_failed(self, url: str) -> str | None:
        """Return in Chromium's words why an address could not be reached, as far as it is known."""
        if self.keeps_from(url):
            return BLOCKED
        with self._lock:
            newest = next(
                reversed(self._failures.values()), None
            )  # where a redirect led, only the door knows
            return self._failures.get(place_of(url), newest)


def anywhere() -> Gate:
    """Return the gate of a context that has none."""
    return Gate(AllowedHosts((ANYWHERE,)))
