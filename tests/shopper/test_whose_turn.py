"""Whose turn it is, on real pages: what the shopper notes when a step fails is enough for the judge."""

import pytest

from harness.record import PageHealth
from tests.pages import Page, serving
from tests.walking import Walked, Walker

OTHERS = "127.0.0.2"
JOURNEY = """\
journey: Use a voucher
commits: cart
steps:
  - step: Come in
    do:
      - open: /
    see:
      - heading "Shop"
  - step: Use it
    do:
      - click: Use it
    see:
      - It counts
"""
ADDRESS = """\
journey: Enter the address
commits: cart
steps:
  - step: Enter it
    do:
      - open: /
      - fill:
          First name: Pat
          Last name: Doe
          City: Portland
      - click: Go on
    see:
      - Done
"""
SHOP = '<title>Shop</title><h1>Shop</h1><p>{words}</p>{more}<button onclick="{pay}">Use it</button>'
WORDS = "Shirts and trousers for every day, in all sizes, sent within two days. " * 10
COUNTS = "document.body.append('It counts')"
BANNER = """\
<div style='position:fixed;inset:0;background:#eee'><h2>We value your privacy</h2>
<button onclick='{close}'>{name}</button></div>
"""
RECAPTCHA = "<iframe src='https://www.google.com/recaptcha/api2/anchor?k=key' title=Newsletter></iframe>"
DATADOME = (
    "<title>shop.example</title><iframe src='https://geo.captcha-delivery.com/captcha/?cid=x'></iframe>"
)
FORM = """\
<title>Address</title><h1>Your address</h1>
<form onsubmit="event.preventDefault(); document.body.append('Done')">
<label>{0}<input></label><label>{1}<input></label><label>{2}<input></label><button>Go on</button></form>
"""


def shop(*, pay: str = COUNTS, more: str = "") -> str:
    return SHOP.format(words=WORDS, pay=pay, more=more)


@pytest.fixture(autouse=True)
def in_a_hurry(walker: Walker) -> None:
    walker.patience_ms = 1000


def walk(walker: Walker, page: Page | str, journey: str = JOURNEY, *, site: str = "") -> Walked:
    with serving({"/": page}) as served:
        return walker.walk(journey, address=served.address, site=site)


def noted(walked: Walked) -> PageHealth:
    failed = walked.record.failed_step()
    assert failed is not None
    assert failed.trouble is not None
    assert failed.trouble.health is not None
    return failed.trouble.health


def cause(walked: Walked) -> str:
    return walked.judgement.findings[0].fingerprint.rpartition("|")[2] if walked.judgement.findings else ""


def test_a_healthy_shop_is_fine_with_a_puzzle_in_its_newsletter_form(walker: Walker) -> None:
    assert walk(walker, shop(more=RECAPTCHA)).judgement.verdict == "fine"


def test_a_puzzle_in_a_form_does_not_hide_what_is_broken(walker: Walker) -> None:
    walked = walk(walker, shop(pay="", more=RECAPTCHA))
    assert walked.judgement.verdict == "broken"
    assert "puzzle against robots" not in walked.judgement.findings[0].sentence


@pytest.mark.parametrize(
    ("page", "who"),
    [
        (Page("<title>Just a moment...</title>", 403, headers={"cf-mitigated": "challenge"}), "Cloudflare"),
        (Page(DATADOME, 403), "DataDome"),
        (Page("<title>Pardon Our Interruption</title><h1>Pardon Our Interruption</h1>"), "Imperva"),
        (Page("<h1>Verify that you are not a robot</h1>"), "question"),
        (Page("<title>403</title>", 403), "refused"),
        (Page("", 429), "too often"),
    ],
)
def test_a_page_against_robots_is_for_operations(walker: Walker, page: Page, who: str) -> None:
    walked = walk(walker, page)
    finding = walked.judgement.findings[0]
    assert (walked.judgement.verdict, cause(walked)) == ("blocked as a robot", who)
    assert "Please let our mystery shopper in at Test shop." in finding.letter


def test_what_is_noted_of_a_page_is_bounded_and_without_details_or_secrets(walker: Walker) -> None:
    more = "<iframe src='/inner?key=1'></iframe><p>hunter-two</p><label>Code <input></label>"
    page = Page(shop(pay="", more=more), headers={"Set-Cookie": "id=1", "CF-Ray": "abc-hunter-two"})
    journey = JOURNEY.replace("- click", '- fill: {Code: "${secret.TEST_WORD}"}\n      - click')
    with serving({"/": page, "/inner": "inner"}) as served:
        health = noted(walker.walk(journey, address=served.address, environ={"TEST_WORD": "hunter-two"}))
    assert (health.title, health.heading, health.status) == ("Shop", "Shop", 200)
    assert len(health.text) == 600
    assert health.frames == (f"{served.address}/inner",)
    assert "hunter-two" not in health.model_dump_json()
    assert "set-cookie" not in health.headers
    assert health.headers["cf-ray"] == "abc-•••••"


@pytest.mark.parametrize("status", [200, 503])
def test_a_shop_that_says_it_is_closed_is_down(walker: Walker, status: int) -> None:
    walked = walk(walker, Page("<title>Shop</title><h1>We'll be back soon</h1><p>Come back.</p>", status))
    assert walked.judgement.headline == "Test shop is closed: customers see no shop at all."


def test_a_long_page_that_announces_maintenance_is_not_closed(walker: Walker) -> None:
    page = shop(more="<h2>Scheduled maintenance on Sunday</h2>")
    assert walk(walker, page).judgement.verdict == "fine"
    assert walk(walker, page.replace(COUNTS, "")).judgement.verdict == "broken"


def test_a_form_that_was_made_anew_is_the_authors_turn(walker: Walker) -> None:
    assert walk(walker, FORM.format("First name", "Last name", "City"), ADDRESS).judgement.verdict == "fine"
    walked = walk(walker, FORM.format("Whole name", "Where to?", "Postal area"), ADDRESS)
    finding = walked.judgement.findings[0]
    assert (finding.party, finding.confidence, cause(walked)) == ("author", "unsure", "redesigned")
    assert '"First name", "Last name", "City" are not on it' in finding.detail
    assert 'textbox "Whole name", textbox "Where to?"' in finding.detail


def test_a_service_of_others_that_fails_is_named(walker: Walker) -> None:
    charge = {"/charge": Page("", 503, headers={"Access-Control-Allow-Origin": "*"}), "/ok": Page("{}")}
    walker.others = (OTHERS,)
    with serving(charge, host=OTHERS) as others:
        pay = f"fetch('{others.address}/charge', {{method: 'POST'}}).then((answer) => answer.ok && {COUNTS})"
        walked = walk(walker, shop(pay=pay))
    finding = walked.judgement.findings[0]
    assert (finding.party, cause(walked)) == ("company", "other service: #")
    assert f"The service {OTHERS} did not answer." in finding.detail


def test_a_program_of_others_that_stops_is_noise(walker: Walker) -> None:
    script = {
        "/chat.js": Page(
            "document.querySelector('button').onmousedown = () => { none() }", kind="text/javascript"
        )
    }
    walker.others = (OTHERS,)
    with serving(script, host=OTHERS) as others:
        page = shop(pay="", more=f"<script defer src='{others.address}/chat.js'></script>")
        walked = walk(walker, page)
    assert not noted(walked).script_errors
    own = walk(walker, shop(pay="none()"))
    assert cause(own) == "script error"


def test_a_handler_that_lacks_what_our_site_file_keeps_away_is_no_defect(walker: Walker) -> None:
    page = shop(
        pay=f"tagger('pay'); {COUNTS}", more="<script src='https://www.googletagmanager.com/t.js'></script>"
    )
    walked = walk(walker, page)
    finding = walked.judgement.findings[0]
    assert (finding.party, cause(walked)) == ("author", "kept away")
    assert "www.googletagmanager.com" in finding.action


def test_a_banner_that_customers_close_and_nobody_listed_is_the_authors_turn(walker: Walker) -> None:
    closing = shop(more=BANNER.format(close="this.parentElement.remove()", name="Accept all"))
    walked = walk(walker, closing)
    finding = walked.judgement.findings[0]
    assert (finding.party, cause(walked)) == ("author", "interruption")
    assert (
        '"We value your privacy" lies over "Use it". Customers can close it with "Accept all"'
        in finding.detail
    )
    appears = 'heading "We value your privacy"'
    listed = f"interruptions: [{{interruption: Cookies, appears: '{appears}', click: Accept all}}]"
    assert walk(walker, closing, site=listed).judgement.verdict == "fine"
    stays = walk(walker, shop(more=BANNER.format(close="", name="Learn more")))
    assert (stays.judgement.findings[0].party, cause(stays)) == ("company", "covered")
