"""A page that tries to reach others in, what of it the browser was kept from out."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from playwright.sync_api import Error as BrowserError
from playwright.sync_api import Page as BrowserPage

from harness.browser.gate.of_contexts import gate_of
from harness.browser.hosts import AllowedHosts, ThirdParties
from harness.record import NotContacted

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext

    from harness.browser.keeper import BrowserKeeper

    from .internet import Internet

FOR_SOMETHING_MS = 4000
FOR_NOTHING_MS = 250
AFTERWARDS_MS = 40


@dataclass(frozen=True)
class Look:
    """A context at the shop, and what it was kept from."""

    context: "BrowserContext"
    page: BrowserPage

    def refused(self) -> dict[str, str]:
        """Return the hosts that were not contacted, and why."""
        return {each.host: each.named or each.why for each in self.refused_hosts()}

    def refused_hosts(self) -> tuple[NotContacted, ...]:
        """Return what the record of a visit would tell."""
        return gate_of(self.context).refused()

    def wait_for_refusal(self) -> None:
        """Wait until something was refused, and a moment more."""
        until = time.monotonic() + FOR_SOMETHING_MS / 1000
        while not self.refused() and time.monotonic() < until:
            self.page.wait_for_timeout(20)
        self.page.wait_for_timeout(AFTERWARDS_MS)


@contextmanager
def looking(
    keeper: "BrowserKeeper",
    address: str,
    *more: str,
    third_parties: ThirdParties = "allow",
    blocked: tuple[str, ...] = ("advertising", "analytics"),
) -> Iterator[Look]:
    """Open a context with the rules of a site."""
    hosts = AllowedHosts.of(address, more).and_of_others(third_parties, blocked)
    context = keeper.context(hosts, {})
    yield Look(context, context.new_page())
    context.close()


def at_the_shop(look: Look, internet: "Internet", body: str) -> None:
    """Open the shop's page with this on it, and press what is there to press."""
    internet.pages["/"] = f"<title>Shop</title><link rel=icon href=data:,><h1>Shop</h1>{body}"
    try:
        look.page.goto(f"{internet.shop_address}/", wait_until="domcontentloaded")
        if "id=go" in body:
            look.page.click("#go", no_wait_after=True)
    except BrowserError as error:  # it is on its way elsewhere already
        if "interrupted" not in str(error) and "BLOCKED_BY_CLIENT" not in str(error):
            raise
