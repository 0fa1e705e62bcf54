"""What doing nothing costs: worked out by hand once, and never without a figure of the company's own."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from harness.judge.cost import Affected, Input, Price, Range, price
from harness.judge.cost.telling import rests_on, told
from harness.record import BusinessFacts
from harness.values.model import Money

from .figures import CONTACTS, business, said

EVERY_NIGHT = Affected(
    touchpoints=("promo code",), personas={"phone": 0.4}, times_met=3, times_tried=3, days=2.5
)


def dollars(found: Range | None) -> tuple[float, float]:
    assert found
    assert found.low.currency == found.high.currency == "USD"
    return float(found.low.amount), float(found.high.amount)


def test_a_day_is_orders_lost_times_what_they_are_worth() -> None:
    """1000 x 0.4 x (0.4385 to 1) x 0.5 x 0.8 = 70.2 to 160 orders, at 40 x 0.25 = $10 each."""
    found = price(EVERY_NIGHT, business())
    assert found.orders_a_day == (Decimal(70), Decimal(160))
    assert dollars(found.a_day) == (700, 1600)
    assert dollars(found.so_far) == (1700, 4000)  # 1754 to 4000
    assert dollars(found.next_30_days) == (21_000, 48_000)  # 21,048 to 48,000
    assert found.failure_rate == pytest.approx((0.4385, 1), abs=1e-4)


def test_contacts_are_added_where_the_company_says_what_they_cost() -> None:
    """Besides, 1000 x 0.4 x (0.4385 to 1) x 0.05 x $6 = 52.6 to 120."""
    facts = business(contact_cost=CONTACTS["contact cost"], share_who_contact=CONTACTS["share who contact"])
    found = price(EVERY_NIGHT, facts)
    assert dollars(found.a_day) == (750, 1800)  # 754 to 1720
    assert found.left_out == ("churn change", "yearly value")


def test_those_who_leave_for_good_are_added_too() -> None:
    """Besides, 1000 x 0.4 x (0.4385 to 1) x 0.01 x $100 = 175 to 400."""
    found = price(EVERY_NIGHT, business(churn_change=said("0.01"), yearly_value=said("100")))
    assert dollars(found.a_day) == (870, 2000)  # 877 to 2000


def test_where_nobody_orders_it_costs_nothing_but_what_the_company_does_not_say() -> None:
    facts = business(completion=said("0"), churn_change=said("0"), yearly_value=said("100"))
    assert told(price(EVERY_NIGHT, facts)) == (
        "Costs nothing by the company's own figures."
        " It may be more: business.yaml does not say share who contact and contact cost."
    )


def test_a_range_of_the_company_widens_the_price_at_both_ends() -> None:
    """70.2 to 160 orders become, with 10 to 30 % who come back, 61.4 to 180; at 40 x (0.2 to 0.3)."""
    facts = business(margin=said("0.2", "0.3"), share_who_come_back=said("0.1", "0.3"))
    assert dollars(price(EVERY_NIGHT, facts).a_day) == (490, 2200)  # 491 to 2160


def test_the_nearest_figure_counts_and_so_does_the_companys_own_share() -> None:
    facts = business()
    facts = facts.model_copy(
        update={
            "touchpoints": {"promo code": {**facts.touchpoints["promo code"], "completion": said("0.25")}},
            "shares": {"phone": said("0.2")},
        }
    )
    assert dollars(price(EVERY_NIGHT, facts).a_day) == (170, 400)  # a quarter of 702 to 1600


def test_several_personas_are_no_more_than_all_customers() -> None:
    everybody = replace(EVERY_NIGHT, personas={"phone": 0.7, "laptop": 0.6})
    assert dollars(price(everybody, business()).a_day) == (1700, 4000)  # 1754 to 4000, of 1000 customers


def test_a_persona_without_a_share_is_left_out_and_named() -> None:
    found = price(replace(EVERY_NIGHT, personas={"phone": 0.4, "tablet": None}), business())
    assert dollars(found.a_day) == (700, 1600)
    assert found.left_out[0] == 'share of "tablet"'


def test_at_several_touchpoints_the_dearest_counts_as_a_customer_is_lost_once() -> None:
    facts = business()
    dearer = {**facts.touchpoints, "buying": {"visits per day": said("2000")}}
    everywhere = replace(EVERY_NIGHT, touchpoints=("help", "promo code", "buying"))
    found = price(everywhere, facts.model_copy(update={"touchpoints": dearer}))
    assert dollars(found.a_day) == (1400, 3200)
    assert found.left_out[-1] == 'visits per day of "help"', "it may be dearer there"


NOT_SAID = ('visits per day of "promo code"', "completion", "order value", "margin", "share who come back")


@pytest.mark.parametrize(
    ("affected", "facts", "missing"),
    [
        (EVERY_NIGHT, None, NOT_SAID),
        (replace(EVERY_NIGHT, touchpoints=("buying",)), business(), ('visits per day of "buying"',)),
        (replace(EVERY_NIGHT, personas={"phone": None}), business(), ('share of "phone"',)),
        (replace(EVERY_NIGHT, seconds_over=2.0), business(), ("lost orders per second",)),
    ],
    ids=["nothing said", "of another touchpoint", "no share", "no slope"],
)
def test_what_is_missing_is_named_and_nothing_is_assumed(
    affected: Affected, facts: BusinessFacts | None, missing: tuple[str, ...]
) -> None:
    assert price(affected, facts) == Price(missing=missing)


@pytest.mark.parametrize("left_out", ["completion", "order value", "margin", "share who come back"])
def test_without_any_one_of_its_figures_there_is_no_price(left_out: str) -> None:
    facts = business()
    some = {name: figure for name, figure in facts.everywhere.items() if name != left_out}
    found = price(EVERY_NIGHT, facts.model_copy(update={"everywhere": some}))
    assert (found.is_priced, found.missing) == (False, (left_out,))


def test_a_slow_page_costs_by_the_companys_own_slope_and_nothing_else() -> None:
    """1000 x 0.4 x (0.4385 to 1) x 0.5 x (0.02 to 0.04 a second) x 2 seconds, at $10: 35.1 to 160."""
    facts = business(lost_orders_per_second=said("0.02", "0.04"), contact_cost=said("6"))
    found = price(replace(EVERY_NIGHT, seconds_over=2.0), facts)
    assert dollars(found.a_day) == (35, 160)
    assert found.left_out == ()


def test_it_is_told_in_one_line_with_what_it_rests_on() -> None:
    found = price(EVERY_NIGHT, business())
    assert told(found, "Tuesday") == (
        "About $700 to $1,600 a day; $1,700 to $4,000 since Tuesday;"
        " $21,000 to $48,000 in the next 30 days if nothing is done."
        " It may be more: business.yaml does not say share who contact, contact cost, churn change"
        " and yearly value."
    )
    assert rests_on(found)[:3] == (
        "how often it is met: 3 of 3 times: 44% to 100% (our own visits)",
        'share of "phone": 40% (personas.yaml)',
        'visits per day of "promo code": 1000 (web analytics, November 1, 2026)',
    )


def test_a_file_with_a_mistake_is_no_missing_figure() -> None:
    assert told(price(EVERY_NIGHT, BusinessFacts(is_faulty=True))) == (
        "Not priced: business.yaml has a mistake. Once it is mended, it counts from the next run on."
    )


def test_what_is_not_priced_says_what_to_give() -> None:
    assert told(price(replace(EVERY_NIGHT, touchpoints=("buying",)), business())) == (
        'Not priced: give visits per day of "buying" in business.yaml.'
    )
    assert told(Price()) == ""


def test_on_the_first_day_nothing_is_told_of_the_past() -> None:
    found = price(replace(EVERY_NIGHT, days=0.1), business())
    assert found.so_far is None
    assert "since" not in told(found)


def test_small_amounts_are_told_to_the_cent_and_inputs_carry_their_date() -> None:
    facts = business(order_value=said("0.10"))
    found = price(EVERY_NIGHT, facts)
    assert dollars(found.a_day) == (1.7, 4)
    assert found.a_day
    assert told(found).startswith("About $1.70 to $4.00 a day")
    last = found.inputs[-1]
    assert isinstance(last, Input)
    assert last.as_of == date(2026, 11, 1)
    assert found.a_day.low == Money(Decimal("1.7"), "USD")
