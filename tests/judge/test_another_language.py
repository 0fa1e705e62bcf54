"""In another language the judge decides the same, and no word of English is left in what it says."""

from collections.abc import Iterator
from typing import Literal

import pytest
from hypothesis import given, settings

from harness.judge import Judgement, judge
from harness.judge.cost import Affected, price
from harness.judge.cost.telling import rests_on, told
from harness.judge.surprises import Showed, surprises
from harness.judge.trend import Trend
from harness.record import Friction, Ideal, VisitRecord
from harness.words import Catalogue, speaking
from tests.reports.cx import records as made
from tests.words.made_up import english_in, made_up, texts_of

from .cost.figures import business
from .test_any_facts import failed_visits
from .test_limits import BUDGETS, CASES
from .visits import popup_stuck, step, trouble, view, visit

PROTECTIONS = ("Cloudflare", "Akamai")

FIGURES = (
    *("visits per day", "completion", "order value", "margin", "share who come back", "share who contact"),
    *("contact cost", "churn change", "yearly value", "business.yaml", "personas.yaml"),
    *("promo code", "phone", "tablet", "web analytics", "Finance", "November"),
)
"""As they are called in the company's own files, and what it says there."""

WALKS = (
    *(walked for walked, _ in made.mixed()),
    *(visit(step(page_views=(view(title="Basket", **figures),)), budgets=BUDGETS) for figures, *_ in CASES),
    visit(step(active_ms=61_000), budgets=BUDGETS),
    visit(step(friction=(popup_stuck(), Friction(kind="popup", what="Cookies", duration_ms=20_000)))),
    visit(step(), journey=made.journey("buy/order", "Order", ideal=Ideal(time_ms=1, fields=1, pages=1))),
    visit(step(), ending="could not start"),
    visit(step(), ending="left out", reason="not for this site"),
    visit(step(), ending="lost", reason="the machine stopped"),
    visit(step(), outcome_checks=0),
    visit(step(trouble=trouble("check failed")), again=visit(step())),
)
"""Of each kind one."""


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    return made_up(tmp_path_factory.mktemp("words"))


def read_in(judgement: Judgement) -> Iterator[str]:
    """Yield what a reader reads of it."""
    for finding in judgement.findings:
        yield from (finding.sentence, finding.detail, finding.action)
    if judgement.effort:
        yield judgement.effort.grade_says
        yield from (hassle.what for hassle in judgement.effort.hassles)


def decided(judgement: Judgement) -> list[object]:
    """Return what is kept of it, whatever the words."""
    return [(each.kind, each.verdict, each.fingerprint, each.cause) for each in judgement.findings]


def check(walked: VisitRecord, other: Catalogue) -> None:
    with speaking(other):
        judgement = judge(walked)
    assert decided(judgement) == decided(judge(walked))
    known = (*PROTECTIONS, *texts_of(walked))
    for text in read_in(judgement):
        assert english_in(text, known) == [], text
    assert all("ø" not in finding.letter for finding in judgement.findings)


@pytest.mark.parametrize("walked", WALKS)
def test_no_english_is_left_in_what_is_said_of_a_walk(walked: VisitRecord, other: Catalogue) -> None:
    check(walked, other)


@settings(max_examples=300, deadline=None)
@given(walked=failed_visits())
def test_nor_of_any_failure(walked: VisitRecord, other: Catalogue) -> None:
    check(walked, other)


def test_nor_of_what_it_costs(other: Catalogue) -> None:
    hit = Affected(("promo code",), {"phone": 0.4, "tablet": None}, times_met=3, times_tried=3, days=2.5)
    with speaking(other):
        texts = (told(price(hit, business())), told(price(hit, None)), *rests_on(price(hit, business())))
    for text in texts:
        assert english_in(text, FIGURES) == [], text
    assert "1. November 2026" in texts[-1]
    assert "[[700\N{NO-BREAK SPACE}$ øø 1.600\N{NO-BREAK SPACE}$]]" in texts[0]


@pytest.mark.parametrize("over_nights", [True, False])
@pytest.mark.parametrize("direction", ["slower", "faster"])
def test_nor_of_a_trend(
    other: Catalogue, *, direction: Literal["slower", "faster"], over_nights: bool
) -> None:
    trend = Trend(
        key="",
        told="{}",
        direction=direction,
        median_before_ms=1100,
        median_now_ms=2200,
        p95_before_ms=1500,
        p95_now_ms=3000,
        visits_before=20,
        visits_now=5,
        over_nights=over_nights,
        chance=0,
        effect=1,
    )
    with speaking(other):
        assert english_in(trend.sentence) == english_in(trend.detail) == []
        assert "1,1 " in trend.sentence


def test_nor_of_a_surprise(other: Catalogue) -> None:
    before = Showed('- heading "Basket" [level=1]\n- button "Apply"\n- text: "Order total $40.00"')
    now = Showed('- heading "Basket" [level=1]\n- button "Pay"\n- text: "Order total $41.00"', ("Cookies",))
    with speaking(other):
        said = surprises(now, [before], "en-US")
    assert {each.kind for each in said} == {"popup", "amount", "control"}
    for each in said:
        assert english_in(each.sentence, ("Apply", "Pay", "Cookies", "Order total")) == [], each.sentence
