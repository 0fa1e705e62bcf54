"""Which findings of a run have a price, and from what of their lives it comes."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

from harness.findings.model import Life, Sighting
from harness.findings.pricing import prices_of
from harness.judge import Finding, FindingKind, Judgement, Verdict
from harness.record import RunRecord
from tests.judge.cost.figures import business, said
from tests.judge.visits import step, visit

VISIT = visit(step())
RUN = RunRecord(
    id="2026-07-01-020000",
    started_at=VISIT.started_at,
    site="Northfold",
    address="https://shop.example",
    harness_version="0.1.0",
    business=business(lost_orders_per_second=said("0.02")),
)
ON_A_PHONE = Sighting(
    visit_id=VISIT.id,
    journey="buy/promo-code",
    title="Apply a promo code",
    persona="phone",
    who="A shopper on a phone",
    share=0.4,
    touchpoint="promo code",
    fingerprint="it",
)


def life(kind: FindingKind = "broken step", verdict: Verdict = Verdict.BROKEN, **more: Any) -> Life:
    facts = {
        "runs_met": 3,
        "runs_tried": 3,
        "met_by": (ON_A_PHONE,),
        "first_seen": RUN.started_at - timedelta(days=2),
        **more,
    }
    return Life(
        number=12,
        fingerprints=("it",),
        kind=kind,
        verdict=verdict,
        sentence="It is so.",
        last_seen=RUN.started_at,
        last_run=RUN.id,
        **facts,
    )


def low(priced: Life, *findings: Finding) -> Decimal | None:
    """Return the least that a day of a finding costs; None where it has no entry."""
    found = prices_of([priced], RUN, [(VISIT, Judgement(verdict=Verdict.FINE, findings=findings))])
    assert len(found) <= 1
    return next((price.a_day.low.amount for price in found.values() if price.a_day), None)


def test_what_stops_customers_is_priced_since_it_was_first_seen() -> None:
    (found,) = prices_of([life()], RUN, []).values()
    assert found.a_day
    assert found.so_far
    assert [float(found.a_day.low.amount), float(found.so_far.low.amount)] == [700, 1400]


def test_what_one_of_two_customers_meets_is_met_half_as_often() -> None:
    """3 of 6 is 18.8 % at the least, where 3 of 3 is 43.9 %; that somebody takes it changes nothing."""
    assert low(life(state="flaky", runs_one_of_two=3)) == 300
    assert low(life(state="owned", runs_one_of_two=3)) == 300


def test_a_slow_page_is_priced_by_how_much_too_slow_it_is() -> None:
    slow = life("slow page", Verdict.OVER_BUDGET)
    by_two_seconds = Finding(
        kind="slow page",
        verdict=Verdict.OVER_BUDGET,
        sentence="Customers wait too long.",
        fingerprint="it",
        measured_ms=5000,
        limit_ms=3000,
    )
    assert low(slow, by_two_seconds) == 35
    assert low(slow) is None, "of this night nothing is known"
    once = by_two_seconds.model_copy(update={"confidence": "unsure"})
    assert low(slow, once) is None, "over budget once is not slow yet"


def test_nothing_else_has_a_price_and_what_is_gone_neither() -> None:
    assert prices_of([life("annoyance", Verdict.ANNOYING), life(state="verified")], RUN, []) == {}
