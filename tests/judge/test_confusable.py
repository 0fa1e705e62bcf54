"""Causes that look alike: for pairs of rules that could be mistaken, what tells them apart."""

from typing import Any

import pytest

from harness.judge import Party, judge

from .visits import SHOP, cause, popup_stuck, ruled, step, trouble, visit

TWIN = {"kind": "not found", "twin": 'button "Redeem"'}
NOT_THERE = {"kind": "not found"}
MISSED = {"kind": "check failed", "wanted": '"Paid" to appear'}
WRONG = {"kind": "check failed", "wanted": "$36.00", "seen": "$40.00"}
LOGGED = ("TypeError: x is null",)
FELL_THROUGH = "check failed: Apply"
CAPTCHA = "https://www.google.com/recaptcha/api.js"
PAY = "POST https://pay.example/charge"

PAIRS: list[tuple[str, dict[str, Any], dict[str, Any], str, str]] = [
    # Renamed, or broken.
    ("renamed", TWIN, {}, "click", "renamed"),
    (
        "renamed, on a page with a notice",
        TWIN,
        {"visible_errors": ("Free shipping today",)},
        "click",
        "renamed",
    ),
    ("an error shown", TWIN, {"visible_errors": ("Sorry, that failed",)}, "click", "not found: Apply"),
    ("an error in what the customer did", TWIN, {"script_errors": LOGGED}, "click", "script error"),
    ("an error while a page opened", TWIN, {"script_errors": LOGGED}, "open", "renamed"),
    (
        "renamed while another service failed",
        TWIN,
        {"third_party_failures": (f"{PAY} 503",)},
        "click",
        "renamed",
    ),
    ("a click without effect", TWIN, {"dead_click": 'click "Apply"'}, "click", "dead click"),
    (
        "a click that stopped in an error",
        MISSED,
        {"dead_click": 'click "Apply"', "script_errors": LOGGED},
        "click",
        "script error",
    ),
    (
        "made anew",
        {**NOT_THERE, "gone": ("City", "Street"), "usable": ('textbox "Address"',)},
        {},
        "open",
        "redesigned",
    ),
    ("one thing gone", NOT_THERE, {}, "open", "not found: Apply"),
    # Whose failure it was.
    (
        "another's service",
        MISSED,
        {"third_party_failures": (f"{PAY} 503",)},
        "click",
        "other service: pay.example",
    ),
    (
        "another's picture",
        MISSED,
        {"third_party_failures": ("GET https://img.example/a.png 503",)},
        "click",
        FELL_THROUGH,
    ),
    ("another's refusal", MISSED, {"third_party_failures": (f"{PAY} 402",)}, "click", FELL_THROUGH),
    (
        "the site's own servers",
        MISSED,
        {"failed_requests": (f"POST {SHOP}/api/basket 500",)},
        "click",
        "server error",
    ),
    ("another's silence", MISSED, {"unanswered": (PAY,)}, "click", "other service: pay.example"),
    ("the site's own silence", MISSED, {"unanswered": (f"POST {SHOP}/pay",)}, "click", "no answer"),
    (
        "silence, and words",
        MISSED,
        {"unanswered": (f"GET {SHOP}/poll",), "visible_errors": ("Card declined",)},
        "click",
        FELL_THROUGH,
    ),
    # What our own site file keeps away.
    (
        "a counter kept away",
        MISSED,
        {"refused_hosts": ("https://metrics.shop.example/c",)},
        "click",
        FELL_THROUGH,
    ),
    (
        "its own programs kept away",
        NOT_THERE,
        {"refused_hosts": ("https://static.shop.example/app.js",)},
        "open",
        "kept away",
    ),
    (
        "a handler that lacks what is kept away",
        MISSED,
        {"refused_hosts": ("https://tags.example/t.js",), "script_errors": ("gtag is not defined",)},
        "click",
        "kept away",
    ),
    (
        "a page that lacks the same while it opens",
        MISSED,
        {"refused_hosts": ("https://tags.example/t.js",), "script_errors": ("gtag is not defined",)},
        "open",
        FELL_THROUGH,
    ),
    (
        "a handler that lacks its puzzle",
        MISSED,
        {"refused_hosts": (CAPTCHA,), "script_errors": ("grecaptcha is not defined",)},
        "click",
        "puzzle",
    ),
    (
        "a wrong value while things are kept away",
        WRONG,
        {"refused_hosts": ("https://static.shop.example/a.js",)},
        "click",
        FELL_THROUGH,
    ),
    (
        "an article that is sold out",
        {"kind": "not found", "twin": 'button "Notify me"'},
        {},
        "open",
        "sold out",
    ),
    (
        "a field of a sold out article",
        {"kind": "disabled"},
        {"text": "Blue shirt. Sold out."},
        "open",
        "sold out",
    ),
    ("a field that waits", {"kind": "disabled"}, {}, "click", "disabled"),
    # What lies over the page.
    (
        "a banner that customers close",
        {"kind": "covered", "cover": "Cookies", "ways_out": ("Accept all",)},
        {},
        "click",
        "interruption",
    ),
    (
        "a bar that nobody closes",
        {"kind": "covered", "cover": "Menu", "ways_out": ("Basket",)},
        {},
        "click",
        "covered",
    ),
    # Questions.
    (
        "a question without an answer",
        MISSED,
        {"dialogs": ('"Remove it?", and the customer said no',)},
        "click",
        "question",
    ),
    ("a notice", MISSED, {"dialogs": ('"Added", and the customer took note',)}, "click", FELL_THROUGH),
]


@pytest.mark.parametrize(
    ("facts", "health", "deed_done", "wanted"), [case[1:] for case in PAIRS], ids=[case[0] for case in PAIRS]
)
def test_what_looks_alike_is_told_apart(
    facts: dict[str, Any], health: dict[str, Any], deed_done: str, wanted: str
) -> None:
    assert cause(ruled(facts, health, deed_done)) == wanted


def test_a_popup_that_cannot_be_closed_is_the_companys_even_if_it_has_buttons() -> None:
    covered = trouble("covered", cover="Newsletter", ways_out=("No thanks",))
    finding = judge(visit(step(0), step(1, trouble=covered, friction=(popup_stuck(),)))).findings[0]
    assert finding.party == Party.COMPANY


def test_a_service_of_others_is_named_with_what_it_does() -> None:
    finding = ruled(
        MISSED, {"third_party_failures": ("POST https://pay.example/charge net::ERR_FAILED",)}, "click"
    )
    assert finding.party == Party.COMPANY
    assert finding.detail.startswith("The payment service pay.example did not answer.")
    assert 'at "Apply the code", the payment service pay.example does not answer.' in finding.sentence


def test_hosts_of_one_owner_are_not_somebody_else() -> None:
    failed = {"failed_requests": ("GET https://api.shop.example/total 500",)}
    assert cause(ruled(MISSED, failed, "click")) == "server error"


def test_a_puzzle_on_the_page_is_mentioned_when_something_else_is_wrong() -> None:
    finding = ruled(MISSED, {"refused_hosts": (CAPTCHA,)}, "click")
    assert (finding.party, finding.confidence) == (Party.COMPANY, "certain")
    assert finding.detail.endswith("it may have kept the shopper from going on.")
