"""One trouble of the site is one finding, whichever journeys and steps meet it; two troubles are two."""

from typing import Any

import pytest

from harness.findings.grouping import Judged
from harness.findings.recognising import met_in
from harness.judge import judge
from harness.record import JourneyFacts, Place, VisitRecord
from tests.judge.visits import HEALTHY, SHOP, deed, popup_stuck, step, trouble, view, visit

CHECKOUT = HEALTHY.model_copy(update={"url": f"{SHOP}/checkout/1234?step=2", "status": 500})
SOLD_OUT = HEALTHY.model_copy(update={"url": f"{SHOP}/product/blue-shirt", "text": "Blue shirt. Sold out."})
ELSEWHERE = HEALTHY.model_copy(update={"url": f"{SHOP}/gift-cards"})


def walked(journey: str, *, at: str, trouble: Any, did: str = 'click "Apply"', **facts: Any) -> Judged:
    """Return a visit of a journey that was stopped at a step of its own, after something was done."""
    place = Place(file=f"journeys/buy/{journey}.yaml", line=7)
    of = JourneyFacts(id=f"buy/{journey}", title=journey, stage="buy", touchpoint="buying", place=place)
    action = deed("click").model_copy(update={"sentence": did})
    failed = step(1, name=at, trouble=trouble.model_copy(update={"place": place}), actions=(action,))
    made = visit(step(0, name="Come in", page_views=(view(),)), failed, journey=of, id=journey, **facts)
    return made, judge(made)


def wrong_total(seen: str = "$40.00", **facts: Any) -> Any:
    given = {"verb": "see", "target": "Order total", "wanted": "$36.00", "seen": seen, **facts}
    return trouble("check failed", **given)


def error_page(**facts: Any) -> Any:
    return trouble("not found", target="Continue", health=CHECKOUT, **facts)


SAME = {
    "one check after one deed": (
        walked("code", at="Apply the code", trouble=wrong_total()),
        walked("any-case", at="Type it in small letters", trouble=wrong_total("$41.00")),
    ),
    "one page that fails": (
        walked("order", at="Go to the checkout", trouble=error_page(), did='click "Go to checkout"'),
        walked(
            "total",
            at="Remember the total",
            did='click "Pay"',
            trouble=error_page().model_copy(
                update={
                    "target": "Total",
                    "health": CHECKOUT.model_copy(update={"url": f"{SHOP}/checkout/9"}),
                }
            ),
        ),
    ),
    "one name that is gone": (
        walked("code", at="Apply", trouble=trouble("not found", twin='field "Voucher"')),
        walked(
            "gift", at="Use a gift card", trouble=trouble("not found", twin='field "Voucher"'), did="fill"
        ),
    ),
    "one article that is sold out": (
        walked(
            "order", at="Put it in the basket", trouble=trouble("disabled", target="Size", health=SOLD_OUT)
        ),
        walked(
            "search",
            at="Look at it",
            trouble=trouble(
                "check failed", verb="see", target="In stock", wanted='"In stock" to appear', health=SOLD_OUT
            ),
        ),
    ),
    "one thing pointed at in two ways": (
        walked("code", at="Apply", trouble=trouble("disabled", target="Apply")),
        walked("gift", at="Redeem", trouble=trouble("disabled", target='button "Apply" in row "Gift"')),
    ),
}
DIFFERENT = {
    "one check after two deeds": (
        walked("code", at="Apply the code", trouble=wrong_total()),
        walked("parcel", at="Choose the parcel", trouble=wrong_total(), did='click "Express"'),
    ),
    "two checks on one page": (
        walked("code", at="Apply the code", trouble=wrong_total()),
        walked("parcel", at="Look at the parcel", trouble=wrong_total(target="Delivery")),
    ),
    "two ways in which one thing is out of reach": (
        walked("code", at="Apply", trouble=trouble("disabled")),
        walked("gift", at="Redeem", trouble=trouble("hidden")),
    ),
    "one name on two pages": (
        walked("code", at="Apply", trouble=trouble("disabled")),
        walked("gift", at="Redeem", trouble=trouble("disabled", health=ELSEWHERE)),
    ),
}


@pytest.mark.parametrize("name", SAME)
def test_it_is_one_finding(name: str) -> None:
    (group,) = met_in(SAME[name])
    assert len({hit.visit.journey.id for hit in group}) == 2


@pytest.mark.parametrize("name", DIFFERENT)
def test_they_are_two_findings(name: str) -> None:
    assert len(met_in(DIFFERENT[name])) == 2


def test_a_popup_that_stops_one_and_annoys_another_is_one_finding() -> None:
    stopped = visit(step(0), step(1, trouble=trouble("covered"), friction=(popup_stuck(),)))
    annoyed = visit(step(0, name="Look around", friction=(popup_stuck(),)), id="other")
    (group,) = met_in([(each, judge(each)) for each in (annoyed, stopped)])
    assert [hit.finding.kind for hit in group].count("annoyance") == 2


def test_what_two_groups_have_in_common_makes_them_one() -> None:
    def at(journey: str, path: str) -> Judged:
        health = CHECKOUT.model_copy(update={"url": f"{SHOP}{path}"})
        return walked(journey, at="Pay", trouble=error_page().model_copy(update={"health": health}))

    here, there = at("order", "/pay"), at("gift", "/card")
    both: VisitRecord = at("order", "/card")[0].model_copy(update={"id": "the same journey on a phone"})
    (group,) = met_in([here, there, (both, judge(both))])
    assert len(group) == 3


def test_a_clean_up_that_has_nothing_to_clean_up_is_no_finding_of_its_own() -> None:
    stopped = step(1, trouble=trouble("disabled"))
    cleanup = step(2, name="Empty the basket", part="cleanup", trouble=trouble("not found", target="Remove"))
    both, alone = visit(step(0), stopped, cleanup), visit(step(0), cleanup, id="alone")
    assert [len(met_in([(each, judge(each))])) for each in (both, alone)] == [1, 1]
    assert met_in([(both, judge(both))])[0][0].finding.step == 1


def test_what_is_only_over_in_one_run_is_no_finding_that_lives() -> None:
    cut = visit(step(0, outcome="cut short"), ending="cut short")
    left = visit(ending="left out", reason="-x", id="left")
    assert met_in([(each, judge(each)) for each in (cut, left)]) == []
