"""A site and the run in, how the shop can tell that it is us out: a User-Agent, a cookie, a secret header."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlsplit

from harness.browser.hosts import AllowedHosts, same_owner
from harness.browser.own_header import OwnHeader
from harness.grammar.template import put_in
from harness.shopper.providing import CommandFailedError

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext

    from harness.language.model import Site
    from harness.shopper.providing import Provided

COOKIE = "mystery-shopper"
_NOT_IN_HEADERS = re.compile(r"[\x00-\x1f\x7f]")


class NoHeaderError(Exception):
    """The site asks for a header that cannot be sent; the message says why, and the remedy."""


@dataclass(frozen=True)
class Identity:
    """What is sent to the site's own hosts, and to nobody else.

    Args:
        address: The site's address as it is now.
        hosts: The hosts that may be contacted; those that belong to the address's own name are told.
        mark: The value of the cookie: the run and the journey, nothing personal.
        header: The name of the secret header; empty where the site asks for none.
        value: What it says.
    """

    address: str
    hosts: AllowedHosts
    mark: str
    header: str = ""
    value: str = field(default="", repr=False)

    @property
    def own_hosts(self) -> tuple[str, ...]:
        """The allowed hosts, and patterns of them, that belong to the same name as the address; no ports."""
        own, *others = map(_host, self.hosts.patterns)
        return (own, *dict.fromkeys(host for host in others if host != own and same_owner(host, own)))

    def is_told(self, url: str) -> bool:
        """Whether an address may know who we are: a host of the site's own, as securely as the site."""
        parts = urlsplit(url)
        is_safe = parts.scheme == "https" or urlsplit(self.address).scheme != "https"
        return is_safe and self.hosts.allow(url) and self.hosts.own(url)

    def headers_for(self, url: str) -> Mapping[str, str]:
        """Return the secret header for an address of the site's own; nothing for any other."""
        return {self.header: self.value} if self.header and self.is_told(url) else {}

    def cookies(self) -> list[Any]:
        """Return the cookie for each of the site's own hosts; a pattern is no host that could get one."""
        scheme = urlsplit(self.address).scheme
        return [
            {
                "name": COOKIE,
                "value": self.mark,
                "url": f"{scheme}://{_in_address(host)}/",  # no domain of its own: for no host below
                "httpOnly": True,  # programs of third parties on the page cannot read it either
                "sameSite": "Lax",
            }
            for host in self.own_hosts
            if "*" not in host
        ]

    def introduce(self, context: "BrowserContext") -> None:
        """Let the shop know whatever comes out of a browser context; before its first page opens."""
        context.add_cookies(self.cookies())
        if self.header:
            OwnHeader(self.own_hosts, self.headers_for).send_from(context)


def identity_of(
    site: "Site", address: str, *, run_id: str, journey_id: str, provided: "Provided"
) -> Identity:
    """Return how a visit is told from customers.

    Args:
        site: The site, with what it wants to be told.
        address: Its address as it is now.
        run_id: The run's name.
        journey_id: The journey's.
        provided: Where the secret header's value comes from.

    Raises:
        NoHeaderError: The header's value is not there, or no header can have it.
    """
    asked = site.identification
    return Identity(
        address=address,
        hosts=AllowedHosts.of(address, site.hosts),
        mark=f"{run_id}:{quote(journey_id)}",
        header=asked.header,
        value=_value_of(asked.header, asked.header_value, provided) if asked.header else "",
    )


def _value_of(header: str, text: str, provided: "Provided") -> str:
    def provide(name: str) -> str:
        secret = name.removeprefix("secret.")
        try:
            value = provided.secret(secret)
        except CommandFailedError as error:
            raise NoHeaderError(
                f'the header "{header}" of site.yaml needs "${{{name}}}", and {error}.'
                " HARNESS_SECRET_COMMAND says what to run."
            ) from error
        if not value:
            raise NoHeaderError(
                f'the header "{header}" of site.yaml needs "${{{name}}}", and the environment variable'
                f" {secret} is not set. Set it for this run: export {secret}=... Or write it into .env beside"
                " the journeys."
            )
        return value

    value = put_in(text, provide)
    if _NOT_IN_HEADERS.search(value):
        raise NoHeaderError(
            f'the header "{header}" of site.yaml holds the end of a line, which no header can.'
            " Mend the secret."
        )
    return value


def _host(pattern: str) -> str:
    """Return a pattern without its port; cookies know none."""
    is_ipv6 = pattern.count(":") > 1 and not pattern.startswith("[")
    return pattern if is_ipv6 else urlsplit(f"//{pattern}").hostname or pattern


def _in_address(host: str) -> str:
    return f"[{host}]" if ":" in host else host
