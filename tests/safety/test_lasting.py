"""The rules outlive what they are held by: another browser, another visit, many at once."""

import time
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Error as BrowserError

from tests.killing import kill_browsers

from .looking import at_the_shop, looking

if TYPE_CHECKING:
    from harness.browser.keeper import BrowserKeeper

    from .internet import Internet


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="processes are found in /proc")
def test_a_browser_that_died_leaves_no_door_and_the_next_one_keeps_the_rules(
    keeper: "BrowserKeeper", internet: "Internet"
) -> None:
    with suppress(BrowserError), looking(keeper, internet.shop_address) as look:
        at_the_shop(look, internet, "")
        kill_browsers()
        until = time.monotonic() + 10
        while time.monotonic() < until:  # until its end is noticed, which raises
            look.page.wait_for_timeout(20)
    with looking(keeper, internet.shop_address, third_parties="block all") as look:
        assert len(keeper.doors._open) == 1
        assert keeper._documents is not None
        assert not keeper._documents._is_asked  # the door alone keeps them
        at_the_shop(look, internet, f"<a id=go href={internet.at('evil.example')}/>Go</a>")
        look.wait_for_refusal()
        assert look.refused() == {"evil.example": "not allowed"}
    assert internet.evil.visited == []


def test_visits_of_two_sites_at_once_keep_their_own_rules(
    keeper: "BrowserKeeper", internet: "Internet"
) -> None:
    evil = internet.at("evil.example")
    with ExitStack() as open_ones:
        theirs = open_ones.enter_context(looking(keeper, evil))
        ours = open_ones.enter_context(looking(keeper, internet.shop_address))
        theirs.page.goto(f"{evil}/")
        at_the_shop(ours, internet, f"<a id=go href={evil}/>Go</a>")
        ours.wait_for_refusal()
        assert (theirs.page.title(), theirs.refused()) == ("Elsewhere", {})
        assert ours.refused() == {"evil.example": "not allowed"}
    assert internet.evil.visited.count("/") == 1


def test_a_visit_that_is_over_has_no_door(keeper: "BrowserKeeper", internet: "Internet") -> None:
    with looking(keeper, internet.shop_address) as look:
        at_the_shop(look, internet, "")
    assert keeper.doors._open == {}
    assert keeper._documents is not None
    assert keeper._documents._gates == {}
