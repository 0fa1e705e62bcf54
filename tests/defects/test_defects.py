"""Each defect of the shop is found where it is, by the right party, in the right words; and only there."""

from pathlib import Path

import pytest

from harness.demo.defects import DEFECTS
from harness.demo.expected import FOUND, Found
from harness.demo.process import DemoShop
from harness.judge import Judgement
from harness.shopper.settings import PATIENCE_MS
from tests.walking import Walker, planned

JOURNEYS = Path(__file__).parents[2] / "journeys"

TOGETHER = ("insurance-ticked", "email-asked-twice", "call-us")
ALIKE = {
    "delivery-endless",
    "label-renamed",
    "no-order-number",
    "promo-slow",
    "search-down",
    "total-grows",
    *TOGETHER,
}
"""Found out in the way another one is: `make soak` proves them."""


def walk(walker: Walker, shop: DemoShop, journey: str) -> Judgement:
    visit = planned(JOURNEYS / f"{journey}.yaml", JOURNEYS)[0]
    return walker.visit(visit, address=shop.address).judgement


def told_of(judgement: Judgement, wanted: Found) -> str:
    """Return what is said of the hassle at the step where it is expected; empty where there is none."""
    effort = judgement.effort
    assert effort
    steps = [step.step for step in effort.steps if step.name == wanted.step]
    return " ".join(h.what for h in effort.hassles if h.kind == wanted.hassle and h.step in steps)


@pytest.fixture(scope="module")
def sound() -> dict[str, Judgement]:
    """What was judged of journeys while nothing was switched on any more, each walked once."""
    return {}


def test_every_defect_of_the_shop_has_its_words_here() -> None:
    assert set(FOUND) == set(DEFECTS)


@pytest.mark.parametrize(
    "defect", [pytest.param(name, marks=pytest.mark.long) if name in ALIKE else name for name in FOUND]
)
def test_a_defect_is_found_while_it_is_on_and_not_after(
    walker: Walker, shop: DemoShop, sound: dict[str, Judgement], defect: str
) -> None:
    wanted = FOUND[defect]
    walker.patience_ms = wanted.patience_ms
    shop.switch(defect, on=True)
    try:
        judgement = walk(walker, shop, wanted.journey)
    finally:
        shop.switch(defect, on=False)
        walker.patience_ms = PATIENCE_MS
    assert judgement.verdict == wanted.verdict, judgement.findings
    if wanted.hassle:
        assert wanted.words in told_of(judgement, wanted), judgement.effort
    else:
        finding = judgement.findings[0]
        assert f'"{wanted.step}"' in finding.sentence or wanted.verdict == "site down", finding.sentence
        assert wanted.words in finding.detail
    if wanted.journey not in sound:
        sound[wanted.journey] = walk(walker, shop, wanted.journey)
    assert sound[wanted.journey].verdict == "fine"
    assert not told_of(sound[wanted.journey], wanted)


def test_three_things_that_make_it_harder_are_hard_work(walker: Walker, shop: DemoShop) -> None:
    wanted = [FOUND[defect] for defect in TOGETHER]
    for defect in TOGETHER:
        shop.switch(defect, on=True)
    try:
        judgement = walk(walker, shop, wanted[0].journey)
    finally:
        for defect in TOGETHER:
            shop.switch(defect, on=False)
    assert judgement.verdict == "annoying"
    assert judgement.findings[0].sentence == (
        "It is hard work for customers to answer all that is asked before paying."
    )
    assert all(each.words in told_of(judgement, each) for each in wanted)
    after = walk(walker, shop, wanted[0].journey)
    assert not any(told_of(after, each) for each in wanted)


def test_what_a_defect_does_not_touch_stays_fine(walker: Walker, shop: DemoShop) -> None:
    shop.switch("promo-ignored", on=True)
    try:
        assert walk(walker, shop, "help/find-the-returns-policy").verdict == "fine"
    finally:
        shop.switch("promo-ignored", on=False)
