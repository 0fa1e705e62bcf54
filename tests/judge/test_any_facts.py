"""Whatever the facts: a finding with a party, plain words and an action; no numbers in what is kept."""

import re
from typing import Any, get_args

from hypothesis import given, settings
from hypothesis import strategies as st

from harness.judge import Finding, Party, judge
from harness.judge.verdicts import TURNS
from harness.record import ActionRecord, PageHealth, TroubleKind, VisitRecord

from .visits import PLACE, popup_stuck, step, trouble, view, visit

TECHNICAL = re.compile(
    r"selector|locator|timeout|\bHTTPS?\b(?!:)|\bDOM\b|exception|\bnull\b|net::|ERR_|TypeError|javascript|\bXHR\b"
    r"|traceback|\bstatus\b|\b[45]\d\d\b|stack|element|\bAPI\b",
    re.IGNORECASE,
)
STATUSES = st.sampled_from([None, 200, 202, 301, 401, 403, 404, 405, 410, 429, 500, 502, 503])
URLS = (
    "https://shop.example/api/7",
    "https://pay.example/charge",
    "https://www.google.com/recaptcha/api2",
    "not one",
)
ENDS = ("500", "429", "404", "net::ERR_NAME_NOT_RESOLVED", "")
WORDS = st.sampled_from(
    ["", "Just a moment...", "We'll be back soon", "Something went wrong", "Page not found", "Access denied",
     "Are you a robot?", "Your basket", "Your card was declined", "Free shipping"]
)  # fmt: skip
SAID_NO, NOTED = "and the customer said no", "and the customer took note"
DIALOGS = st.sampled_from([f'"Remove it?", {SAID_NO}', f'"Sorry, that failed", {NOTED}'])
SCRIPTS = st.sampled_from(["TypeError: x is null", "gtag is not defined", "grecaptcha is not defined"])
FAILED = st.builds(lambda url, end: f"POST {url} {end}".strip(), st.sampled_from(URLS), st.sampled_from(ENDS))


def few(what: st.SearchStrategy[str]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(what, max_size=2).map(tuple)


HEALTH = st.none() | st.builds(
    PageHealth,
    url=st.sampled_from(["https://shop.example/basket", "about:blank", "chrome-error://chromewebdata/"]),
    status=STATUSES,
    title=WORDS,
    heading=WORDS,
    text=WORDS | st.just("Words of a page. " * 40),
    script_errors=few(SCRIPTS),
    failed_requests=few(FAILED),
    third_party_failures=few(FAILED),
    refused_hosts=few(st.sampled_from([*URLS, "https://static.shop.example/a.js"])),
    unanswered=few(st.sampled_from([f"GET {url}" for url in URLS])),
    lost_page=st.none() | st.just("the page sent the customer round in circles"),
    visible_errors=few(WORDS),
    headers=st.sampled_from([{}, {"cf-mitigated": "challenge"}, {"server": "AkamaiGHost"}]),
    frames=few(st.sampled_from(URLS)),
    dead_click=st.none() | st.just('click "Apply"'),
    dialogs=few(DIALOGS),
)
TROUBLE = st.fixed_dictionaries(
    {
        "kind": st.sampled_from(get_args(TroubleKind)),
        "target": st.sampled_from(["Apply", 'button "Apply" in frame "Card"', "Order 4711", ""]),
        "wanted": st.none() | st.sampled_from(['"Paid" to appear', "$36.00", "Total to be different"]),
        "near": few(st.just('button "Apply it"')),
        "twin": st.none() | st.just('button "Redeem"'),
        "matches": few(st.just('button "Apply" near "Gift"')),
        "gone": few(st.just("City")),
        "usable": few(st.just('textbox "Address"')),
        "cover": st.sampled_from(["", "Cookies"]),
        "ways_out": few(st.sampled_from(["Accept all", "Basket"])),
        "health": HEALTH,
    }
)
DEEDS = few(st.sampled_from(["open", "click", "fill", "see"]))


@st.composite
def failed_visits(draw: st.DrawFn) -> VisitRecord:
    facts: dict[str, Any] = draw(TROUBLE)
    kind = facts.pop("kind")
    facts["seen"] = draw(
        STATUSES.map(lambda s: str(s or 500)) if kind == "error page" else st.none() | st.just("$4")
    )
    actions = tuple(
        ActionRecord(verb=verb, sentence=verb, place=PLACE, started_ms=n, duration_ms=1)
        for n, verb in enumerate(draw(DEEDS))
    )
    stuck = (popup_stuck(),) if draw(st.booleans()) else ()
    seen = (view(status=draw(STATUSES)),) if draw(st.booleans()) else ()
    failed = step(0, trouble=trouble(kind, **facts), actions=actions, friction=stuck, page_views=seen)
    return visit(failed)


def told(finding: Finding) -> str:
    return f"{finding.sentence} {finding.detail} {finding.action}"


@settings(max_examples=600, deadline=None)
@given(failed_visits())
def test_any_failure_has_a_party_plain_words_and_a_steady_fingerprint(failed: VisitRecord) -> None:
    finding = judge(failed).findings[0]
    assert finding.party is not Party.NOBODY
    assert finding.sentence.endswith(".")
    assert finding.detail.endswith((".", '"'))
    assert finding.action.endswith((".", '".', ":"))
    assert TURNS[finding.verdict].exit_code
    assert not TECHNICAL.search(re.sub(r'"[^"]*"', "", told(finding))), told(finding)
    assert not re.search(r"\d", finding.fingerprint), finding.fingerprint
    assert "  " not in told(finding)
    assert ".." not in told(finding).replace("...", "")
    assert judge(failed) == judge(failed)
