"""Hosts that tests can ask for, each a real server of this machine that tells what reached it."""

import socket
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field

from tests.pages import Page, Site, serving

SHOP, EVIL, INSIDE = "127.0.0.11", "127.0.0.12", "127.0.0.1"
PUBLIC = {"93.184.216.34": SHOP, "93.184.216.35": EVIL}
"""Where addresses of the open Internet are in these tests; all others are what they are."""
NAMES: dict[str, tuple[str, ...]] = {
    "shop.example": ("93.184.216.34",),
    "www.shop.example": ("93.184.216.34",),
    "evil.example": ("93.184.216.35",),
    "shop.example.evil.example": ("93.184.216.35",),
    "evilshop.example": ("93.184.216.35",),
    "xn--shp-tna.example": ("93.184.216.35",),
    "www.google-analytics.com": ("93.184.216.35",),
    "shop.matomo.cloud": ("93.184.216.35",),
    "ad.doubleclick.net": ("93.184.216.35",),
    "pixel.tracker.example": ("93.184.216.35",),
    "staging.example": ("127.0.0.11",),
    "inside.example": ("127.0.0.1",),
    "mixed.example": ("127.0.0.1", "10.0.0.1"),
    "mapped.example": ("::ffff:127.0.0.1",),
    "wrapped.example": ("64:ff9b::7f00:1",),
    "metadata.example": ("169.254.169.254",),
    "localhost": ("127.0.0.1", "::1"),
    "shop.localhost": ("127.0.0.1",),
}


@dataclass
class Internet:
    """Three servers: a shop, somebody else, and a service of this machine that is nobody's business."""

    shop: Site
    evil: Site
    inside: Site
    pages: dict[str, Page | str]
    ways: dict[str, str] = field(default_factory=lambda: dict(PUBLIC))
    asked: list[str] = field(default_factory=list)

    def resolve(self, host: str) -> Sequence[str]:
        """Answer as a name server; `rebinding` is harmless the first time, and of this machine later."""
        self.asked.append(host)
        if host == "rebinding.example":
            return ("127.0.0.1",) if self.asked.count(host) > 1 else ("93.184.216.35",)
        if host not in NAMES:
            raise socket.gaierror(socket.EAI_NONAME, "no such name")
        return NAMES[host]

    def at(self, host: str, server: Site | None = None) -> str:
        """Return the address of a host, at the port where its server really listens."""
        port = (server or self.evil).address.rpartition(":")[2]
        return f"http://{host}:{port}"

    @property
    def shop_address(self) -> str:
        """The address that the site file would tell."""
        return self.at("shop.example", self.shop)

    def forget(self) -> None:
        """Begin anew."""
        self.asked.clear()
        self.pages.clear()
        for each in (self.shop, self.evil, self.inside):
            each.visited.clear()


@contextmanager
def internet_of_tests() -> Iterator[Internet]:
    """Serve it until the tests are over."""
    pages: dict[str, Page | str] = {}
    with ExitStack() as servers:
        shop = servers.enter_context(serving(pages, host=SHOP))
        evil = servers.enter_context(serving(EVERYTHING, host=EVIL))
        inside = servers.enter_context(serving(EVERYTHING, host=INSIDE))
        yield Internet(shop, evil, inside, pages)


_OPEN = {"Access-Control-Allow-Origin": "*"}
EVERYTHING: dict[str, Page | str] = {
    "/": Page("<title>Elsewhere</title>elsewhere", headers=_OPEN),
    "/file": Page("x", kind="application/octet-stream", headers={"Content-Disposition": "attachment"}),
    "/script.js": Page("document.title = 'Run'", kind="text/javascript", headers=_OPEN),
    "/leads-away": Page("<script>top.location = '/taken'</script>"),
}
