"""When a finding counts as gone, and when it counts as one that came back."""

import pytest

from .nights import PHONE, Nights, said

BOTH_HIT = {"promo phone": "broken", "promo laptop": "broken"}


def test_what_was_only_said_to_be_fixed_never_went_and_so_did_not_come_back() -> None:
    shop = Nights()
    shop.walk(1, {"promo phone": "broken"})
    (life,) = shop.walk(2, {"promo phone": "broken"}, [said(2, 1, state="fixed")])
    assert (life.state, life.reopened) == ("reopened", 0)


@pytest.mark.parametrize("outcome", ["early", "unwalked"])
def test_it_is_gone_only_when_all_who_had_met_it_came_past(outcome: str) -> None:
    shop = Nights()
    shop.walk(1, BOTH_HIT)
    for number in (2, 3, 4):
        lives = shop.walk(number, {"promo phone": outcome, "promo laptop": "fine"})
    assert (lives[0].state, lives[0].change, lives[0].good_runs) == ("new", "not tried", 0)


def test_who_is_not_to_walk_any_more_is_named_and_keeps_nothing_open() -> None:
    shop = Nights()
    shop.walk(1, BOTH_HIT)
    for number in (2, 3, 4):
        lives = shop.walk(number, {"promo laptop": "fine"})
    assert (lives[0].state, lives[0].untried) == ("verified", (PHONE.who,))


def test_who_walked_in_one_good_run_is_not_named() -> None:
    shop = Nights()
    shop.walk(1, BOTH_HIT)
    shop.walk(2, {"promo phone": "fine", "promo laptop": "fine"})
    (life,) = shop.walk(3, {"promo laptop": "fine"})
    assert (life.good_runs, life.untried) == (2, ())


def test_one_who_gets_in_shows_that_a_site_is_not_down() -> None:
    shop = Nights()
    shop.walk(1, {"promo phone": "down", "promo laptop": "down"})
    lives = shop.walk(2, {"promo phone": "unwalked", "promo laptop": "fine"})
    assert (lives[0].change, lives[0].good_runs) == ("not met", 1)
