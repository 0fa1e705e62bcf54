"""What the browser tells of scripts and requests: whose they are, what failed, what never came."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Page as BrowserPage

from harness.browser.hosts import AllowedHosts
from harness.browser.keeper import BrowserKeeper
from harness.shopper.clock import VisitClock
from harness.shopper.evidence.noise import MOST, SHOWN, PageNoise
from tests.pages import Page, Site, serving
from tests.walking import Walker

THIRD = "localhost"
"""To the browser another host than 127.0.0.1, on the same machine."""
LOADS = """\
<title>Shop</title><link rel=icon href=data:,><iframe src="/frame"></iframe>
<script>
  const asked = [fetch('/api', {method: 'POST'}), fetch('/fine'), fetch('/asset.js')];
  Promise.allSettled(asked).then(() => document.title = 'Loaded');
</script>
"""
FAILING: dict[str, Page | str] = {
    "/api": Page("", 500),
    "/frame": Page("", 404),
    "/asset.js": Page("", 403),
    "/fine": "",
}
THROWS = "setTimeout(() => { throw new Error('lost the basket') }); console.error('no stock')"


@contextmanager
def listening(
    keeper: BrowserKeeper, address: str, more: tuple[str, ...] = ()
) -> Iterator[tuple[BrowserPage, PageNoise]]:
    """Open a page on a context that is listened to."""
    hosts = AllowedHosts.of(address, more)
    context = keeper.context(hosts, {})
    noise = PageNoise(VisitClock(), hosts)
    noise.start(context)
    yield context.new_page(), noise
    noise.stop(context)
    context.close()


def open_and_wait(page: BrowserPage, site: Site, title: str) -> None:
    page.goto(site.address)
    page.wait_for_function("title => document.title === title", arg=title)
    page.wait_for_timeout(100)


def test_failed_documents_frames_scripts_and_calls_are_told_and_fine_ones_are_not(
    browser_keeper: BrowserKeeper,
) -> None:
    with (
        serving({"/": LOADS, **FAILING}) as site,
        listening(browser_keeper, site.address) as (page, noise),
    ):
        open_and_wait(page, site, "Loaded")
        page.goto(f"{site.address}/gone")
        page.wait_for_timeout(100)
        told = {text.removeprefix(site.address) for text in noise.failures_since(0)}
        assert told == {"/api 500", "/frame 404", "/asset.js 403", "/gone 404"}
        noise.look_closer([page])
        assert f"POST {site.address}/api 500" in noise.failures_since(0)
        assert noise.unanswered_since(0) == ()
        assert noise.script_errors == noise.third_party_script_errors


def test_third_parties_are_kept_apart_and_refused_hosts_too(browser_keeper: BrowserKeeper) -> None:
    with serving({"/pixel": Page("", 503), "/tag.js": THROWS}, host=THIRD) as third:
        shop = (
            f"<link rel=icon href=data:,><img src='{third.address}/pixel'>"
            f"<script src='{third.address}/tag.js'></script>"
            "<img src='https://tracker.example/x' onerror=\"document.title = 'Loaded'\">"
        )
        with (
            serving({"/": shop}) as site,
            listening(browser_keeper, site.address, (THIRD,)) as (page, noise),
        ):
            open_and_wait(page, site, "Loaded")
            assert noise.failures_since(0) == noise.errors_since(0) == ()
            assert noise.third_party_failures_since(0) == (f"{third.address}/pixel 503",)
            assert set(noise.third_party_errors_since(0)) == {"lost the basket", "no stock"}
            assert noise.refused_since(0) == ("https://tracker.example/x",)


def test_an_error_of_the_sites_own_script_is_its_own(browser_keeper: BrowserKeeper) -> None:
    pages: dict[str, Page | str] = {
        "/": "<title>Shop</title><link rel=icon href=data:,><script src=/own.js></script>"
    }
    with (
        serving({**pages, "/own.js": THROWS}) as site,
        listening(browser_keeper, site.address) as (page, noise),
    ):
        open_and_wait(page, site, "Shop")
        assert set(noise.errors_since(0)) == {"lost the basket", "no stock"}
        assert noise.third_party_errors_since(0) == ()
        assert noise.errors_since(noise.clock.now_ms() + 1) == ()


def test_what_was_never_answered_is_seen_at_the_closer_look(browser_keeper: BrowserKeeper) -> None:
    shop = "<title>Shop</title><link rel=icon href=data:,><script>fetch('/line')</script>"
    slow = Page("", delay_s=3)
    with (
        serving({"/": shop, "/line": slow, "/pay": slow, "/quick": ""}) as site,
        listening(browser_keeper, site.address) as (page, noise),
    ):
        open_and_wait(page, site, "Shop")
        since_ms = noise.clock.now_ms()
        page.evaluate("() => { fetch('/pay', {method: 'POST'}) }")
        page.wait_for_timeout(100)
        noise.look_closer([page])
        assert noise.unanswered_since(since_ms) == (f"POST {site.address}/pay",)
        page.evaluate("() => fetch('/quick').then(() => { fetch('/pay?again') })")
        page.wait_for_timeout(100)
        noise.look_closer([page])
        assert f"GET {site.address}/pay?again" in noise.unanswered_since(since_ms)
        assert f"GET {site.address}/line" not in noise.unanswered_since(since_ms)


def test_a_page_that_fails_for_ever_fills_no_memory_and_the_newest_is_kept(
    browser_keeper: BrowserKeeper,
) -> None:
    shop = "<title>Shop</title><script>for (let i = 0; i < 300; i++) console.error(`error ${i}`)</script>"
    with serving({"/": shop}) as site, listening(browser_keeper, site.address) as (page, noise):
        open_and_wait(page, site, "Shop")
        page.wait_for_timeout(300)
        assert len(noise.script_errors) == MOST
        assert len(noise.errors_since(0)) == SHOWN
        assert "error 299" in noise.script_errors[-1].text


def test_the_site_owns_its_host_and_those_below_it() -> None:
    hosts = AllowedHosts.of("https://www.shop.example/en", ["pay.example"])
    assert hosts.own("https://shop.example/")
    assert hosts.own("https://cdn.shop.example/app.js")
    assert not hosts.own("https://pay.example/")
    assert not hosts.own("https://myshop.example/")


JOURNEY = """\
journey: Look at the shop
steps:
  - step: Look
    do:
      - open: /
    see:
      - {wanted}
"""


@pytest.mark.parametrize(("wanted", "body"), [("Bought", ""), ("Shop", "<script src=/gone.js></script>")])
def test_where_a_step_or_a_request_failed_the_requests_are_listed(
    walker: Walker, wanted: str, body: str
) -> None:
    with serving({"/": f"<title>S</title><h1>Shop</h1>{body}"}) as site:
        walked = walker.walk(JOURNEY.format(wanted=wanted), address=site.address)
    (listed,) = [each.file for each in walked.record.evidence if each.kind == "requests"]
    assert listed
    text = (walked.folder / listed).read_text()
    assert "(the site): " in text
    assert ("404  GET" in text) is bool(body)


def test_where_nothing_failed_nothing_is_listed(walker: Walker) -> None:
    with serving({"/": "<title>S</title><link rel=icon href=data:,><h1>Shop</h1>"}) as site:
        walked = walker.walk(JOURNEY.format(wanted="Shop"), address=site.address)
    assert walked.judgement.verdict == "fine"
    assert not [each for each in walked.record.evidence if each.kind == "requests"]
