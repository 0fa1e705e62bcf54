"""A site is not blamed for the network of the machine that looks at it."""

import socket

import pytest

from harness.browser.network import why_no_network
from tests.pages import Page, serving
from tests.walking import Walker

NETWORK = "harness.browser.network"
OPENING = """\
journey: Open it
steps:
  - step: Open it
    do:
      - open: /
    see:
      - heading "Shop"
"""


@pytest.fixture
def walker(request: pytest.FixtureRequest) -> Walker:
    keeper, playwright = request.getfixturevalue("browser_keeper"), request.getfixturevalue("playwright")
    return Walker(keeper, playwright.devices, request.getfixturevalue("tmp_path"))


def no_way_out(monkeypatch: pytest.MonkeyPatch, *, leads_out: bool = False) -> None:
    monkeypatch.setattr(f"{NETWORK}._leads_out", lambda *_asked: leads_out)


def resolver_says(monkeypatch: pytest.MonkeyPatch, error: int) -> None:
    def asked(*_asked: object) -> None:
        raise socket.gaierror(error, "said the resolver")

    no_way_out(monkeypatch, leads_out=True)
    monkeypatch.setattr(f"{NETWORK}.socket.getaddrinfo", asked)


@pytest.mark.parametrize("host", ["127.0.0.1", "::1", "localhost", "shop.localhost"])
def test_this_machine_itself_needs_no_network(monkeypatch: pytest.MonkeyPatch, host: str) -> None:
    no_way_out(monkeypatch)
    assert why_no_network(host) is None


def test_without_a_way_out_it_is_the_network(monkeypatch: pytest.MonkeyPatch) -> None:
    no_way_out(monkeypatch)
    assert why_no_network("shop.example") == "this machine has no way out to any network"


def test_a_resolver_that_is_silent_is_the_network_and_one_that_knows_no_such_name_is_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    resolver_says(monkeypatch, socket.EAI_AGAIN)
    assert why_no_network("shop.example") == (
        "nobody answers this machine when it asks for the address of a name"
    )
    resolver_says(monkeypatch, socket.EAI_NONAME)
    assert why_no_network("shop.example") is None


def test_a_control_address_decides_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    no_way_out(monkeypatch)
    with serving({"/": Page("down", 503)}) as control:
        assert why_no_network("shop.example", control.address) is None
    why = why_no_network("shop.example", control.address)
    assert why == f"{control.address} cannot be reached from here either"


def test_a_visit_without_network_is_the_operators_turn(
    walker: Walker, monkeypatch: pytest.MonkeyPatch
) -> None:
    no_way_out(monkeypatch)
    walked = walker.walk(OPENING, address="http://shop.invalid")
    assert walked.judgement.verdict == "not judged"
    resolver_says(monkeypatch, socket.EAI_NONAME)
    walked = walker.walk(OPENING, address="http://shop.invalid")
    assert walked.judgement.verdict == "site down"
