from datetime import date
from decimal import Decimal

import pytest

from harness.demo.rules.promo import PromoRefusedError, Situation, accept_code, discount, refusals

TODAY = date(2026, 11, 21)


def situation(subtotal: str = "40.00", *, is_new: bool = True, applied: tuple[str, ...] = ()) -> Situation:
    return Situation(Decimal(subtotal), TODAY, is_new_customer=is_new, applied=applied)


@pytest.mark.parametrize("typed", ["SAVE10", "save10", " Save10 "])
def test_a_code_works_in_any_case_and_is_named_in_its_own(typed: str) -> None:
    assert accept_code(typed, situation()).code == "SAVE10"


@pytest.mark.parametrize(
    ("typed", "where", "reason"),
    [
        ("", situation(), "Enter a promo code."),
        ("save11", situation(), "Promo code SAVE11 is not known. Check the spelling."),
        ("SUMMER24", situation(), "Promo code SUMMER24 has expired on 31 August 2024."),
        ("WELCOME", situation(is_new=False), "Promo code WELCOME is for new customers only."),
        (
            "BIG20",
            situation("149.99"),
            "Promo code BIG20 needs a subtotal of at least $150.00. Add $0.01 more.",
        ),
        ("SAVE10", situation(applied=("SAVE10",)), "Promo code SAVE10 is already applied."),
        ("STAFF", situation(applied=("SAVE10",)), "Promo code STAFF cannot be combined with SAVE10."),
        ("SAVE10", situation(applied=("STAFF",)), "Promo code SAVE10 cannot be combined with STAFF."),
    ],
)
def test_a_code_that_cannot_be_used_is_refused_with_the_reason(
    typed: str, where: Situation, reason: str
) -> None:
    with pytest.raises(PromoRefusedError) as refusal:
        accept_code(typed, where)

    assert str(refusal.value) == reason


def test_the_minimum_itself_is_enough() -> None:
    assert accept_code("BIG20", situation("150.00")).code == "BIG20"


def test_a_code_expires_after_its_last_day() -> None:
    last_day = Situation(Decimal(40), date(2024, 8, 31), is_new_customer=True)

    assert accept_code("SUMMER24", last_day).code == "SUMMER24"


@pytest.mark.parametrize(
    ("subtotal", "code", "off"),
    [
        ("40.00", "SAVE10", "4.00"),
        ("0.05", "SAVE10", "0.01"),
        ("0.04", "SAVE10", "0.00"),
        ("99.90", "WELCOME", "14.99"),
    ],
)
def test_a_discount_rounds_half_a_cent_upwards(subtotal: str, code: str, off: str) -> None:
    assert discount((code,), Decimal(subtotal)) == Decimal(off)


def test_each_of_two_codes_takes_its_share_of_the_full_subtotal() -> None:
    assert discount(("SAVE10", "WELCOME"), Decimal("40.00")) == Decimal("10.00")


def test_an_applied_code_is_refused_once_its_condition_no_longer_holds() -> None:
    assert refusals(situation("40.00", applied=("SAVE10", "BIG20"))) == {
        "BIG20": "Promo code BIG20 needs a subtotal of at least $150.00. Add $110.00 more."
    }
