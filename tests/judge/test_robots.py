"""Taken for a robot: every sign leads to operations with a letter, and is silent on pages of the shop."""

from typing import Any

import pytest

from harness.judge import Finding, Party, Verdict, judge
from harness.judge.signs.robot_signs import SIGNS
from harness.record import BrowserFacts, PageHealth

from .visits import step, trouble, visit

SHOP = "https://shop.example"
AGENT = "Mozilla/5.0 (X11) Chrome/156.0.0.0 MysteryShopper/1.0"
BROWSER = BrowserFacts(
    engine="chromium", kind="test", version="156", viewport_width_px=1, viewport_height_px=1, user_agent=AGENT
)
AKAMAI = (
    'Access Denied You don\'t have permission to access "http://shop.example/" on this server. '
    "Reference #18.e3c1202.1744611336.e02832"
)

TURNED_AWAY: list[tuple[str, dict[str, Any]]] = [
    ("Cloudflare", {"headers": {"cf-mitigated": "challenge"}, "status": 403}),
    ("Cloudflare", {"title": "Just a moment...", "status": 403}),
    ("Cloudflare", {"title": "Attention Required! | Cloudflare", "status": 403}),
    (
        "Cloudflare",
        {"title": "Access denied | shop.example used Cloudflare to restrict access", "status": 403},
    ),
    ("Cloudflare", {"text": "Checking your browser before accessing shop.example.", "status": 503}),
    ("Cloudflare", {"text": "Verify you are human by completing the action below."}),
    ("Vercel", {"headers": {"x-vercel-mitigated": "challenge"}, "status": 429}),
    ("Vercel", {"title": "Vercel Security Checkpoint", "status": 403}),
    ("Akamai", {"text": AKAMAI, "title": "Access Denied", "status": 403}),
    ("Akamai", {"frames": ("https://errors.edgesuite.net/18.e3c1202",)}),
    ("Akamai", {"headers": {"server": "AkamaiGHost"}, "status": 403}),
    ("Amazon", {"headers": {"x-amzn-waf-action": "captcha"}, "status": 405}),
    ("Imperva", {"title": "Pardon Our Interruption"}),
    ("Imperva", {"text": "Request unsuccessful. Incapsula incident ID: 443000270-1234"}),
    ("Imperva", {"frames": ("https://shop.example/_Incapsula_Resource",)}),
    ("DataDome", {"frames": ("https://geo.captcha-delivery.com/interstitial/",), "status": 403}),
    ("DataDome", {"refused_hosts": ("https://ct.captcha-delivery.com/i.js",), "status": 403}),
    ("DataDome", {"refused_hosts": ("https://c.datado.me/c.js",)}),
    ("DataDome", {"headers": {"x-dd-b": "1"}, "status": 403}),
    ("DataDome", {"headers": {"x-datadome": "protected"}, "status": 403}),
    ("HUMAN", {"title": "Access to this page has been denied.", "status": 403}),
    ("HUMAN", {"text": "because we believe you are using automation tools to browse the website"}),
    ("HUMAN", {"text": "Press & Hold to confirm you are a human (and not a bot)."}),
    ("Kasada", {"headers": {"x-kasada-challenge": "1"}, "status": 429}),
    ("Sucuri", {"headers": {"x-sucuri-block": "GEO02"}, "status": 403}),
    ("Sucuri", {"text": "Access Denied - Sucuri Website Firewall", "status": 403}),
    ("BIG-IP", {"text": "The requested URL was rejected. Please consult with your administrator."}),
    ("Anubis", {"title": "Making sure you're not a bot!"}),
    ("Google", {"text": "Our systems have detected unusual traffic from your computer network."}),
]

ASKED: list[dict[str, Any]] = [
    {"heading": "Please verify you are human"},
    {"heading": "Are you a robot?"},
    {"title": "Human Verification", "status": 405},
    {"heading": "Security check", "text": "Security check"},
    {"heading": "Sind Sie ein Mensch?"},
    {
        "text": "Confirm that you are not a robot",
        "refused_hosts": ("https://www.google.com/recaptcha/api.js",),
    },
    {"status": 403, "refused_hosts": ("https://js.hcaptcha.com/1/api.js",), "title": "shop.example"},
    {"visible_errors": ("reCAPTCHA verification failed, please try again.",), "text": "x " * 400},
]

LET_IN: list[tuple[str, dict[str, Any]]] = [
    ("a protection that let her through", {"headers": {"x-datadome": "protected", "server": "cloudflare"}}),
    ("a protected site whose own servers fail", {"headers": {"server": "AkamaiGHost"}, "status": 503}),
    ("a puzzle in a newsletter form", {"frames": ("https://www.google.com/recaptcha/api2/anchor",)}),
    ("a puzzle for signing in", {"refused_hosts": ("https://client-api.arkoselabs.com/v2/api.js",)}),
    (
        "a page about robots",
        {"title": "Robot vacuums", "heading": "Are you a robot? Toys", "text": "toys " * 200},
    ),
    (
        "an article that quotes one",
        {"text": f"{'Words of an article. ' * 30} Press & hold to confirm you are"},
    ),
]


def met(facts: dict[str, Any], **about: Any) -> Finding:
    """Judge a visit that was stopped on a page that says little but this."""
    health = PageHealth(**{"url": f"{SHOP}/basket?key=1", "status": 200, **facts})
    failed = step(
        1, trouble=trouble("check failed", wanted='"Shop" to appear', health=health), started_ms=61_000
    )
    return judge(visit(step(0, name="Come in"), failed, browser=BROWSER, **about)).findings[0]


@pytest.mark.parametrize(("who", "facts"), TURNED_AWAY)
def test_a_known_protection_is_named_and_operations_are_asked(who: str, facts: dict[str, Any]) -> None:
    finding = met(facts)
    assert (finding.verdict, finding.party, finding.confidence) == (
        Verdict.BLOCKED,
        Party.OPERATIONS,
        "certain",
    )
    assert finding.fingerprint == f"site|blocked|{who}"
    assert finding.detail == f"{who}, which keeps robots off this site, did not let the shopper in."
    assert (
        finding.action == "Ask your operations team to admit the shopper: send them the letter in the report."
    )


@pytest.mark.parametrize("facts", ASKED)
def test_a_page_that_asks_for_a_human_is_likely_a_protection(facts: dict[str, Any]) -> None:
    finding = met(facts)
    assert (finding.party, finding.confidence) == (Party.OPERATIONS, "likely")


@pytest.mark.parametrize("facts", [case[1] for case in LET_IN], ids=[case[0] for case in LET_IN])
def test_a_page_of_the_shop_is_not_a_protection(facts: dict[str, Any]) -> None:
    assert met(facts).verdict != Verdict.BLOCKED


def test_every_sign_is_proven_here_and_says_where_it_is_known_from() -> None:
    for sign in SIGNS:
        assert sign.known_from.startswith("https://"), sign
        assert any(who == sign.who for who, _ in TURNED_AWAY), sign


def test_the_letter_has_what_operations_need() -> None:
    letter = met({"text": AKAMAI, "status": 403}).letter
    for words in (
        "Please let our mystery shopper in at Northfold.",
        "when:       2026-07-01 02:01:01 UTC",
        "where:      https://shop.example/basket\n",
        "reference:  18.e3c1202.1744611336.e02832",
        "her User-Agent, which ends in MysteryShopper/1.0",
        "add the public address of the machine",
    ):
        assert words in letter


def test_a_host_that_asks_for_a_human_is_no_foreign_host() -> None:
    led_to = trouble("foreign host", target="https://geo.captcha-delivery.com/captcha/")
    finding = judge(visit(step(0), step(1, trouble=led_to))).findings[0]
    assert finding.party == Party.OPERATIONS


def test_a_defect_of_ours_brings_its_log() -> None:
    broken = trouble("harness fault", message="KeyError: 'x'", technical="Traceback ...", health=None)
    finding = judge(visit(step(0, trouble=broken))).findings[0]
    assert "Traceback ..." in finding.letter
    assert "KeyError" not in finding.detail
