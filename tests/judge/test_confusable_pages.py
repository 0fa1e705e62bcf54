"""Pages that look alike: the shop's own, a protection's, closed for a while, failed, not there."""

from typing import Any

import pytest

from harness.judge import Party, judge
from harness.record import PageHealth

from .visits import LONG, SHOP, cause, ruled, step, trouble, view, visit

NOT_THERE = {"kind": "not found"}
MISSED = {"kind": "check failed", "wanted": '"Paid" to appear'}
WRONG = {"kind": "check failed", "wanted": "$36.00", "seen": "$40.00"}
FELL_THROUGH = "check failed: Apply"
CAPTCHA = "https://www.google.com/recaptcha/api.js"

PAIRS: list[tuple[str, dict[str, Any], dict[str, Any], str, str]] = [
    # A page of the site, or one that stands in its place.
    ("a page that only shows a puzzle in a form", MISSED, {"frames": (CAPTCHA,)}, "click", FELL_THROUGH),
    ("a refusal beside a puzzle", MISSED, {"status": 403, "frames": (CAPTCHA,)}, "click", "puzzle"),
    ("a challenge", MISSED, {"headers": {"cf-mitigated": "challenge"}, "status": 403}, "click", "Cloudflare"),
    ("a bare refusal later", MISSED, {"status": 403, "title": "403 Forbidden"}, "click", "dead page"),
    ("a refusal in words later", MISSED, {"status": 403, "title": "Access denied"}, "click", "refused"),
    ("too often, by the page", MISSED, {"status": 429}, "click", "too often"),
    (
        "too often, by an answer",
        MISSED,
        {"failed_requests": (f"POST {SHOP}/api/basket 429",)},
        "click",
        "too often",
    ),
    (
        "too often, and yet the value is wrong",
        WRONG,
        {"failed_requests": (f"POST {SHOP}/api 429",)},
        "click",
        FELL_THROUGH,
    ),
    (
        "closed with status 503",
        MISSED,
        {"status": 503, "heading": "We'll be back soon"},
        "click",
        "maintenance",
    ),
    (
        "closed with status 200",
        MISSED,
        {"heading": "Down for maintenance", "text": "Come back later."},
        "open",
        "maintenance",
    ),
    (
        "an ordinary page that announces it",
        MISSED,
        {"heading": "Scheduled maintenance on Sunday"},
        "open",
        FELL_THROUGH,
    ),
    (
        "a part that is closed",
        MISSED,
        {"status": 503, "heading": "The checkout is under maintenance"},
        "click",
        "error page",
    ),
    (
        "an error page with status 200",
        NOT_THERE,
        {"heading": "Something went wrong", "text": "Sorry."},
        "click",
        "error page",
    ),
    (
        "no such page with status 200",
        NOT_THERE,
        {"heading": "Page not found", "text": "Sorry."},
        "click",
        "dead page",
    ),
]


@pytest.mark.parametrize(
    ("facts", "health", "deed_done", "wanted"), [case[1:] for case in PAIRS], ids=[case[0] for case in PAIRS]
)
def test_what_looks_alike_is_told_apart(
    facts: dict[str, Any], health: dict[str, Any], deed_done: str, wanted: str
) -> None:
    assert cause(ruled(facts, health, deed_done)) == wanted


@pytest.mark.parametrize(
    ("status", "party", "words"),
    [
        (403, Party.OPERATIONS, "refused the page"),
        (429, Party.OPERATIONS, "asked too often"),
        (404, Party.COMPANY, "does not exist"),
        (503, Party.COMPANY, "The very first page did not come."),
    ],
)
def test_the_first_page_tells_by_its_status(status: int, party: Party, words: str) -> None:
    health = PageHealth(url=SHOP, status=status, text=LONG)
    missed = trouble("check failed", wanted='"Shop" to appear', health=health)
    finding = judge(visit(step(0, trouble=missed, page_views=(view(status=status),)))).findings[0]
    assert (finding.party, words in finding.detail) == (party, True)


def test_a_page_the_journey_opens_by_its_address_may_have_been_taken_away_on_purpose() -> None:
    opened = ruled(MISSED, {"status": 404}, "open")
    clicked = ruled(MISSED, {"status": 404}, "click")
    assert (opened.confidence, clicked.confidence) == ("unsure", "certain")
    assert "change the address in journeys/buy/promo-code.yaml, line 20" in opened.action
    assert clicked.action == "Mend the link that leads here, or bring the page back."
