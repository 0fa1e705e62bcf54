"""What pages load besides comes from third parties only as far as the site's owner lets it."""

from typing import TYPE_CHECKING

import pytest

from harness.browser.hosts import ThirdParties
from tests.pages import Page

from .looking import FOR_NOTHING_MS, at_the_shop, looking
from .test_pages_elsewhere import filled

if TYPE_CHECKING:
    from harness.browser.keeper import BrowserKeeper

    from .internet import Internet

LOADED = {
    "a picture": "<img src={evil}/>",
    "a script": "<script src={evil}/script.js></script>",
    "a module": "<script type=module>import '{evil}/script.js'</script>",
    "a style": "<link rel=stylesheet href={evil}/>",
    "a style's style": "<style>@import '{evil}/';</style>",
    "a font": "<style>@font-face {{font-family: f; src: url({evil}/)}} h1 {{font-family: f}}</style>",
    "a film": "<video src={evil}/ preload=auto></video>",
    "a frame": "<iframe src={evil}/></iframe>",
    "an object": "<object data={evil}/></object>",
    "a call": "<script>fetch('{evil}/')</script>",
    "a call by a worker": (
        "<script>new Worker(window.URL.createObjectURL(new Blob([`fetch('{evil}/')`])))</script>"
    ),
    "a call that outlives the page": "<script>fetch('{evil}/', {{keepalive: true}})</script>",
    "a beacon": "<script>navigator.sendBeacon('{evil}/', 'x')</script>",
    "a ping": "<a id=go href=# ping={evil}/>Go</a>",
    "a stream of events": "<script>new EventSource('{evil}/')</script>",
    "a socket": "<script>new WebSocket('ws://{place}/')</script>",
    "a prefetch": "<link rel=prefetch href={evil}/>",
    "a picture by way of the shop": "<img src=/on>",
}


@pytest.mark.parametrize("trick", LOADED.values(), ids=LOADED)
def test_nothing_is_loaded_from_a_host_that_is_left_out(
    keeper: "BrowserKeeper", internet: "Internet", trick: str
) -> None:
    internet.pages["/on"] = Page("", 302, headers={"Location": f"{internet.at('evil.example')}/"})
    with looking(keeper, internet.shop_address, third_parties="block all") as look:
        at_the_shop(look, internet, filled(trick, internet))
        look.wait_for_refusal()
        assert look.refused() == {"evil.example": "not allowed"}
    assert internet.evil.visited == []


LOOKS_AHEAD = {
    "a name looked up ahead": "<link rel=dns-prefetch href={evil}/>",
    "a connection made ahead": "<link rel=preconnect href={evil}/>",
    "a call between browsers": (
        "<script>const pc = new RTCPeerConnection({{iceServers: [{{urls: 'stun:{place}'}},"
        " {{urls: 'turn:{place}?transport=tcp', username: 'a', credential: 'b'}}]}});"
        "pc.createDataChannel('x'); pc.createOffer().then(offer => pc.setLocalDescription(offer))</script>"
    ),
}


@pytest.mark.parametrize("trick", LOOKS_AHEAD.values(), ids=LOOKS_AHEAD)
def test_nobody_is_even_looked_up(keeper: "BrowserKeeper", internet: "Internet", trick: str) -> None:
    with looking(keeper, internet.shop_address, third_parties="block all") as look:
        at_the_shop(look, internet, filled(trick, internet))
        look.page.wait_for_timeout(FOR_NOTHING_MS)
    assert internet.evil.visited == []
    assert set(internet.asked) == {"shop.example"}


@pytest.mark.parametrize(
    ("third_parties", "host", "why"),
    [
        ("block listed", "www.google-analytics.com", "analytics"),
        ("block listed", "www.google-analytics.com.", "analytics"),
        ("block listed", "ad.doubleclick.net", "advertising"),
        ("block listed", "pixel.tracker.example", "blocked"),
        ("block all", "www.shop.example", "not allowed"),
        ("block listed", "evil.example", None),
        ("allow", "shop.matomo.cloud", None),
    ],
)
def test_third_parties_are_let_through_as_their_rule_says(
    keeper: "BrowserKeeper", internet: "Internet", third_parties: ThirdParties, host: str, why: str | None
) -> None:
    blocked = ("advertising", "analytics", "*.tracker.example")
    with looking(keeper, internet.shop_address, third_parties=third_parties, blocked=blocked) as look:
        at_the_shop(look, internet, "")
        look.page.evaluate("url => fetch(url).catch(() => 0)", f"{internet.at(host)}/")
        assert look.refused() == ({host.removesuffix("."): why} if why else {})
    assert internet.evil.visited == ([] if why else ["/"])


def test_a_host_that_the_site_lists_is_on_no_list(keeper: "BrowserKeeper", internet: "Internet") -> None:
    host = "shop.matomo.cloud"
    with looking(keeper, internet.shop_address, host, third_parties="block listed") as look:
        look.page.goto(f"{internet.at(host)}/")
        assert look.page.title() == "Elsewhere"
        assert look.refused() == {}


def test_each_request_that_was_refused_is_counted(keeper: "BrowserKeeper", internet: "Internet") -> None:
    with looking(keeper, internet.shop_address, third_parties="block listed") as look:
        at_the_shop(look, internet, "")
        look.page.evaluate(
            "async url => { for (let i = 0; i < 7; i++) await fetch(url + i).catch(() => 0) }",
            f"{internet.at('ad.doubleclick.net')}/",
        )
        (told,) = look.refused_hosts()
    assert (told.host, told.times) == ("ad.doubleclick.net", 7)
