"""Whose turn it is, decided from the evidence of a failed step."""

from typing import Any, get_args

import pytest

from harness.judge import Party, Verdict, judge
from harness.record import PageHealth, StepRecord, TroubleKind

from .visits import popup_stuck, step, trouble, view, visit

ERROR_PAGE = PageHealth(url="https://shop.example/checkout", status=500)
DEAD_PAGE = PageHealth(url="https://shop.example/checkout", status=404)
SCRIPT_ERROR = PageHealth(url="https://shop.example/", status=200, script_errors=("TypeError: x is null",))
SAYS_SO = PageHealth(url="https://shop.example/", status=200, visible_errors=("Your card was declined.",))
WAITING = PageHealth(url="https://shop.example/", status=200, unanswered=("POST https://shop.example/pay",))
A_FILE = PageHealth(url="https://shop.example/", status=200, downloads=("invoice.pdf",))
IN_CIRCLES = PageHealth(url="https://shop.example/", lost_page="the page sent the customer round in circles")

CASES = [
    ("check failed", {"wanted": '"Paid" to appear'}, Verdict.BROKEN, 'Customers expect "Paid" to appear'),
    ("check failed", {"wanted": "$36.00", "seen": "$40.00"}, Verdict.BROKEN, 'the page shows "$40.00"'),
    ("check failed", {"health": ERROR_PAGE}, Verdict.BROKEN, "answered with an error page"),
    ("check failed", {"health": DEAD_PAGE}, Verdict.BROKEN, "does not exist"),
    ("check failed", {"health": SCRIPT_ERROR}, Verdict.BROKEN, "own program stopped with an error"),
    ("check failed", {"health": SAYS_SO}, Verdict.BROKEN, 'The page said: "Your card was declined."'),
    ("check failed", {"health": WAITING}, Verdict.BROKEN, "never answered"),
    ("check failed", {"health": IN_CIRCLES}, Verdict.BROKEN, "round in circles"),
    ("not found", {"twin": 'button "Redeem"'}, Verdict.OUTDATED, 'In its place: button "Redeem".'),
    ("not found", {"near": ('button "Apply it"',)}, Verdict.OUTDATED, 'In its place: button "Apply it".'),
    ("not found", {}, Verdict.BROKEN, "It did not work."),
    ("not found", {"twin": 'button "Redeem"', "health": ERROR_PAGE}, Verdict.BROKEN, "error page"),
    ("not found", {"twin": 'button "Redeem"', "health": SAYS_SO}, Verdict.BROKEN, "declined"),
    ("not found", {"twin": 'button "Redeem"', "health": SCRIPT_ERROR}, Verdict.BROKEN, "own program"),
    ("ambiguous", {"matches": ('button "Apply" near "Gift"',)}, Verdict.OUTDATED, 'near "Gift"'),
    ("covered", {}, Verdict.BROKEN, '"Apply" cannot be reached. Something lies over it.'),
    ("disabled", {}, Verdict.BROKEN, '"Apply" is there but cannot be used.'),
    (
        "out of reach",
        {"seen": "after 9 presses of Tab the focus stays"},
        Verdict.BROKEN,
        '"Apply" cannot be reached with the keyboard: after 9 presses of Tab the focus stays.',
    ),
    ("hidden", {}, Verdict.BROKEN, '"Apply" is there but cannot be seen.'),
    ("no answer", {}, Verdict.BROKEN, "The customer waited and nothing came."),
    ("unreachable", {}, Verdict.BROKEN, "It did not work."),
    ("page crashed", {}, Verdict.BROKEN, "The page broke down in the customer's hands."),
    ("page hung", {}, Verdict.BROKEN, "never comes to rest"),
    ("tab closed", {}, Verdict.BROKEN, "The page closed itself"),
    ("download", {"health": A_FILE}, Verdict.BROKEN, 'It is called "invoice.pdf".'),
    ("error page", {"seen": "503"}, Verdict.BROKEN, "answered with an error page"),
    ("value unreadable", {"seen": "soon"}, Verdict.BROKEN, "It did not work."),
    ("foreign host", {"target": "https://other.example/"}, Verdict.OUTDATED, "not a host of this site"),
    ("journey fault", {}, Verdict.OUTDATED, "It did not work"),
    ("missing value", {}, Verdict.NOT_JUDGED, "It did not work"),
    ("no ledger", {}, Verdict.NOT_JUDGED, "It did not work"),
    ("browser lost", {}, Verdict.NOT_JUDGED, "The browser ended in the middle of the walk."),
    ("no network", {}, Verdict.NOT_JUDGED, "reaches nothing at all"),
    ("no room", {}, Verdict.NOT_JUDGED, "The disk or the memory of the machine"),
    ("harness fault", {}, Verdict.NOT_JUDGED, "a defect of her own"),
]
PARTIES = {
    Verdict.BROKEN: Party.COMPANY,
    Verdict.OUTDATED: Party.AUTHOR,
    Verdict.NOT_JUDGED: Party.OPERATOR,
    Verdict.SITE_DOWN: Party.COMPANY,
}


def seen_before() -> StepRecord:
    return step(0, name="Fill the basket")


@pytest.mark.parametrize(
    ("kind", "facts", "verdict", "words"), CASES, ids=[f"{c[0]}-{n}" for n, c in enumerate(CASES)]
)
def test_the_evidence_decides_whose_turn_it_is(
    kind: str, facts: dict[str, Any], verdict: Verdict, words: str
) -> None:
    judgement = judge(visit(seen_before(), step(1, trouble=trouble(kind, **facts))))
    finding = judgement.findings[0]
    assert (judgement.verdict, finding.party) == (verdict, PARTIES[verdict])
    assert words in finding.detail
    assert finding.place == "journeys/buy/promo-code.yaml:20"
    assert finding.action


@pytest.mark.parametrize("kind", ["unreachable", "no answer"])
def test_a_first_page_that_never_comes_means_the_site_is_down(kind: str) -> None:
    stopped = step(0, trouble=trouble(kind, health=PageHealth(url="about:blank")), page_views=())
    judgement = judge(visit(stopped))
    assert judgement.verdict == Verdict.SITE_DOWN
    assert judgement.headline == "Northfold is down: customers see no shop at all."


def test_a_site_whose_address_is_not_known_may_have_a_wrong_one() -> None:
    unknown = trouble("unreachable", message="the address could not be found", health=None)
    finding = judge(visit(step(0, trouble=unknown, page_views=()))).findings[0]
    assert (finding.verdict, finding.confidence) == (Verdict.SITE_DOWN, "likely")
    assert finding.action.endswith("If its address is wrong, mend it in site.yaml.")


def test_a_first_page_that_goes_round_in_circles_is_a_broken_page() -> None:
    circles = trouble("unreachable", message="the page sent the customer round in circles", health=None)
    judgement = judge(visit(step(0, trouble=circles, page_views=())))
    assert judgement.verdict == Verdict.BROKEN
    assert judgement.headline.endswith('at "Apply the code", the page sends them round in circles.')


def test_a_text_that_is_nearly_there_may_only_be_worded_anew() -> None:
    missing = {"target": "Code applied", "wanted": '"Code applied" to appear'}
    one = judge(visit(seen_before(), step(1, trouble=trouble("check failed", **missing)))).findings[0]
    near = trouble("check failed", near=('text "Code was applied"',), **missing)
    other = judge(visit(seen_before(), step(1, trouble=near))).findings[0]
    assert (one.confidence, other.confidence) == ("certain", "likely")
    assert 'If text "Code was applied" is the same in other words, change it in journeys/' in other.action


def test_an_error_on_the_first_page_means_the_site_is_down() -> None:
    stopped = step(0, trouble=trouble("error page", seen="503", health=None), page_views=(view(status=503),))
    assert judge(visit(stopped)).verdict == Verdict.SITE_DOWN


def test_an_outage_has_one_fingerprint_for_all_journeys() -> None:
    down = trouble("unreachable", health=PageHealth(url="about:blank"))
    one = judge(visit(step(0, trouble=down, page_views=()))).findings[0]
    other = judge(visit(step(0, name="Other step", trouble=down, page_views=()))).findings[0]
    assert one.fingerprint == other.fingerprint


def test_a_popup_that_cannot_be_closed_is_named_as_what_covers_the_page() -> None:
    stopped = step(1, trouble=trouble("covered"), friction=(popup_stuck(),))
    judgement = judge(visit(seen_before(), stopped))
    assert judgement.findings[0].detail.endswith(
        '"Newsletter popup" lies over the page and cannot be closed.'
    )


def test_a_popup_that_cannot_be_closed_annoys_where_it_stops_nobody() -> None:
    judgement = judge(visit(step(0, friction=(popup_stuck(),))))
    assert judgement.verdict == Verdict.ANNOYING
    assert judgement.headline == '"Newsletter popup" cannot be closed.'


def test_what_would_be_nice_is_told_and_changes_nothing() -> None:
    judgement = judge(visit(step(0, missing_nice_to_see=('expected "You save" to appear',))))
    assert judgement.verdict == Verdict.FINE
    assert judgement.findings[0].kind == "missing nicety"


def test_a_fingerprint_holds_no_numbers_and_no_wording_of_the_day() -> None:
    stopped = [
        step(1, trouble=trouble("check failed", seen=seen, wanted="x")) for seen in ("$40.00", "$41.00")
    ]
    one, other = (judge(visit(seen_before(), each)).findings[0].fingerprint for each in stopped)
    assert one == other


def test_every_kind_of_trouble_is_in_the_table() -> None:
    assert {case[0] for case in CASES} == set(get_args(TroubleKind))
