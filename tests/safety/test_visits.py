"""What a visit did not contact is told: in a line of its record, and as the reason where a step failed."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from harness.judge import told_not_contacted
from harness.record import Trouble
from harness.reports.allure.description import description_html
from harness.reports.cx.journey.developers import developers
from tests.pages import Page
from tests.walking import Walked, Walker

if TYPE_CHECKING:
    from playwright.sync_api import Playwright

    from harness.browser.keeper import BrowserKeeper

    from .internet import Internet

JOURNEY = """\
journey: Look at the shop
commits: cart
steps:
  - step: Look
    do:
      - open: /
{more}
    see:
      - heading "Shop"
"""
HOME = "<title>Shop</title><link rel=icon href=data:,><h1>Shop</h1>"


@pytest.fixture
def walker(keeper: "BrowserKeeper", playwright: "Playwright", tmp_path: Path) -> Walker:
    return Walker(keeper, playwright.devices, tmp_path, patience_ms=1000)


def walk(walker: Walker, internet: "Internet", body: str = "", *actions: str, site: str = "") -> Walked:
    internet.pages["/"] = f"{HOME}{body}"
    more = "\n".join(f"      - {action}" for action in actions)
    return walker.walk(JOURNEY.format(more=more), address=internet.shop_address, site=site)


def trouble_of(walked: Walked) -> Trouble:
    failed = walked.record.failed_step()
    assert failed is not None
    assert failed.trouble is not None
    return failed.trouble


def test_what_was_not_contacted_is_no_failure_and_is_told_where_readers_look(
    walker: Walker, internet: "Internet"
) -> None:
    counters = "".join(
        f"<img src={internet.at(host)}/{number}>"
        for number in range(2)
        for host in ("www.hotjar.com", "ad.doubleclick.net", "evil.example")
    )
    walked = walk(walker, internet, f"{counters}<img src={internet.inside.address}>")
    line = told_not_contacted(walked.record)
    assert walked.judgement.verdict == "fine"
    assert line.startswith("5 requests to 3 hosts (")
    for part in (
        "analytics: www.hotjar.com",
        "advertising: ad.doubleclick.net",
        "private address: 127.0.0.1",
    ):
        assert part in line
    assert f"Not contacted: {line}." in description_html(walked.record, walked.judgement, walked.folder)
    assert developers(walked.record, walked.judgement).not_contacted == line
    assert sorted(internet.evil.visited) == ["/0", "/1"]


@pytest.mark.parametrize("site", ["", "third parties: block all"], ids=["", "block all"])
@pytest.mark.parametrize(
    "action",
    ["click: Go", "download: Go", "request: {get: /on}", "open: /on"],
    ids=["a click", "a download", "a request", "an address"],
)
def test_who_is_led_elsewhere_is_told_where_to_and_how_to_allow_it(
    walker: Walker, internet: "Internet", action: str, site: str
) -> None:
    evil = internet.at("evil.example")
    internet.pages["/on"] = Page("", 302, headers={"Location": f"{evil}/file"})
    walked = walk(walker, internet, "<a href=/on>Go</a>", action, site=site)
    finding = walked.judgement.findings[0]
    assert (trouble_of(walked).kind, trouble_of(walked).target) == ("foreign host", f"{evil}/file")
    assert finding.party == "author"
    assert 'list its host in site.yaml under "hosts:"' in finding.action
    assert internet.evil.visited == []


@pytest.mark.parametrize("action", ["open: /on", "request: {get: /on}"], ids=["a page", "a request"])
def test_who_is_led_to_a_private_address_is_told_so(
    walker: Walker, internet: "Internet", action: str
) -> None:
    walker.others = ("inside.example",)
    inside = internet.at("inside.example", internet.inside)
    internet.pages["/on"] = Page("", 302, headers={"Location": f"{inside}/"})
    walked = walk(walker, internet, "", action)
    assert trouble_of(walked).kind == "foreign host"
    assert trouble_of(walked).message == (
        f"the address {inside}/ leads into a private network,"
        " where this shopper goes only if the site is in one"
    )
    assert "DNS" in walked.judgement.findings[0].action
    assert internet.inside.visited == []


@pytest.mark.parametrize(
    ("host", "message"),
    [
        ("nowhere.example", "the address could not be found"),
        ("shop.example", "the site did not take the call"),
    ],
)
def test_a_shop_that_is_gone_is_told_by_what_is_the_matter(
    walker: Walker, internet: "Internet", host: str, message: str
) -> None:
    walked = walker.walk(JOURNEY.format(more=""), address=f"http://{host}:47123")
    assert (trouble_of(walked).kind, trouble_of(walked).message) == ("unreachable", message)
    assert "SOCKS" not in trouble_of(walked).technical
