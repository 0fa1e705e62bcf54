"""What a client router shows is a page of its own; what only changes the address is not."""

import pytest

from harness.browser.hosts import AllowedHosts
from harness.browser.keeper import BrowserKeeper
from harness.record import PageView
from harness.shopper.clock import VisitClock
from harness.shopper.evidence.page_views import PageViews
from tests.pages import Page, serving
from tests.walking import Walker

STEPS = """\
  - step: Open the shop {number}
    do:
      - open: /{number}
    see:
      - heading "Shop"
  - step: Go on {number}
    do:
      - click: Go on
    see:
      - Here you are
  - step: Leave {number}
    do:
      - click: Leave
    see:
      - heading "Left"
"""
SHOP = """<title>Shop</title><h1>Shop</h1><main><p>Welcome to the shop</p></main>
<a href=/left>Leave</a><p id=place>A place on the page</p>
<button onclick="go()">Go on</button>
<script>
const show = (text = "Here you are") => { document.querySelector("main").innerHTML = `<h2>${text}</h2>`; };
SCRIPT
</script>"""
LEFT = "<title>Left</title><h1>Left</h1>"


def walk(walker: Walker, *scripts: str) -> list[list[PageView]]:
    """Walk shops with these scripts one after the other, and return all views of each."""
    answer = Page("answer", kind="text/plain", delay_s=0.3)
    shops = {f"/{number}": SHOP.replace("SCRIPT", script) for number, script in enumerate(scripts)}
    text = "journey: Look around\nsteps:\n" + "".join(STEPS.format(number=shop[1:]) for shop in shops)
    with serving({**shops, "/left": LEFT, "/answer": answer}) as site:
        walked = walker.walk(text, address=site.address)
    assert walked.judgement.verdict == "fine", walked.judgement.findings
    views = [step.page_views for step in walked.record.steps]
    return [[view for step in views[n : n + 3] for view in step] for n in range(0, len(views), 3)]


SOFT = {
    "a router that goes first and loads then": (
        "const go = async () => { history.pushState(null, '', '/next'); await fetch('/answer'); show(); }"
    ),
    "a router that loads first and goes then": (
        "const go = async () => { await fetch('/answer'); show(); history.pushState(null, '', '/next'); }"
    ),
    "a filter in the address": "const go = () => { history.pushState(null, '', '?next=1'); show(); }",
    "a hash router": "onhashchange = () => show(); const go = () => { location.hash = '#/next'; }",
    "another place by replacing": "const go = () => { history.replaceState(null, '', '/next'); show(); }",
    "a fragment with new content": (
        "onhashchange = () => setTimeout(show, 50); const go = () => { location.hash = '#next'; }"
    ),
}
NOT_SOFT = {
    "a jump to a place on the page": "const go = () => { location.hash = '#place'; show(); }",
    "a fragment that brings nothing": "const go = () => { show(); setTimeout(() => location.hash = '#x'); }",
    "a query written anew": "const go = () => { history.replaceState(null, '', '?seen=1'); show(); }",
    "the same address again": "const go = () => { history.pushState(null, '', location.href); show(); }",
    "a page that finds its own address": "history.replaceState(null, '', '/en'); const go = () => show();",
}


@pytest.fixture(scope="module")
def seen(walker_of_module: Walker) -> dict[str, list[PageView]]:
    shops = {**SOFT, **NOT_SOFT}
    return dict(zip(shops, walk(walker_of_module, *shops.values()), strict=True))


@pytest.mark.parametrize("shop", SOFT)
def test_a_client_router_shows_pages(seen: dict[str, list[PageView]], shop: str) -> None:
    first, soft, last = seen[shop]
    assert [view.soft for view in (first, soft, last)] == [False, True, False]
    assert soft.cause == 'click "Go on"'
    assert "next" in soft.url
    assert first.started_ms < soft.started_ms < last.started_ms


@pytest.mark.parametrize("shop", NOT_SOFT)
def test_an_address_alone_is_no_page(seen: dict[str, list[PageView]], shop: str) -> None:
    assert [view.soft for view in seen[shop]] == [False, False]


OLDER = """
delete window.navigation;
Object.defineProperty(PerformanceObserver, "supportedEntryTypes", { value: ["resource"] });
"""
"""What engines without Chromium's own words for it offer: the history, and nothing else."""


def test_every_engine_sees_a_client_router(browser_keeper: BrowserKeeper) -> None:
    shops = {
        f"/{n}": SHOP.replace("SCRIPT", script)
        for n, script in enumerate([*SOFT.values(), *NOT_SOFT.values()])
    }
    clock, found = VisitClock(), []
    with serving({**shops, "/answer": "answer"}) as site:
        context = browser_keeper.context(AllowedHosts.of(site.address), {})
        context.add_init_script(OLDER)
        views = PageViews(clock, AllowedHosts.of(site.address))
        views.start(context)
        page = context.new_page()
        for shop in shops:
            began_ms = clock.now_ms()
            page.goto(f"{site.address}{shop}")
            page.get_by_role("button", name="Go on").click()
            page.get_by_text("Here you are").wait_for()
            page.wait_for_timeout(700)  # as long as a push may be held back
            found.append(views.between(began_ms))
        context.close()
    soft = [[view.soft for view in of_shop] for of_shop in found]
    assert soft == [[False, True]] * len(SOFT) + [[False]] * len(NOT_SOFT)
    assert {of_shop[-1].missing["lcp_ms"] for of_shop in found} == {"this browser does not measure it"}


def test_a_soft_navigation_has_no_figures_of_the_document_before_it(seen: dict[str, list[PageView]]) -> None:
    first, soft, _ = seen["a router that goes first and loads then"]
    assert None not in (first.ttfb_ms, first.load_ms, first.server_ms)
    for figure in ("status", "ttfb_ms", "dcl_ms", "load_ms", "redirects", "server_ms", "browser_ms"):
        assert getattr(soft, figure) is None
        assert soft.missing[figure] == "a soft navigation has no document of its own"
    assert soft.lcp_element == 'heading "Here you are"'


@pytest.mark.parametrize(
    "shop", ["a router that goes first and loads then", "a router that loads first and goes then"]
)
def test_what_comes_after_the_click_belongs_to_the_page_it_leads_to(
    seen: dict[str, list[PageView]], shop: str
) -> None:
    first, soft, _ = seen[shop]
    assert (first.requests, soft.requests) == (1, 1)
    assert soft.lcp_ms
    assert soft.lcp_ms >= 300  # the answer took 300 ms: times count from the click
    assert first.inp_action in {"", 'click "Go on"'}
    assert soft.inp_action in {"", 'click "Leave"'}


def test_going_on_twice_by_itself_is_one_page(walker: Walker) -> None:
    script = (
        "const go = () => { history.pushState(0, '', '/a'); history.replaceState(0, '', '/next'); show(); }"
    )
    ((_, soft, _),) = walk(walker, script)
    assert soft.url.endswith("/next")
