"""No page of a shop on the Internet reaches this machine or its network, by whatever name it asks."""

from typing import TYPE_CHECKING

import pytest

from harness.browser.gate.addresses import is_inside, is_public

from .looking import at_the_shop, looking

if TYPE_CHECKING:
    from harness.browser.keeper import BrowserKeeper

    from .internet import Internet

INSIDE = [
    "127.0.0.1",
    "127.0.0.11",
    "localhost",
    "localhost.",
    "shop.localhost",
    "2130706433",
    "0x7f000001",
    "0177.0.0.1",
    "127.1",
    "0.0.0.0",  # noqa: S104 -- nobody listens there: it is asked for
    "[::1]",
    "[::ffff:127.0.0.1]",
    "[::ffff:7f00:1]",
    "[64:ff9b::7f00:1]",
    "169.254.169.254",
    "[fd00:ec2::254]",
    "192.168.1.1",
    "inside.example",
    "mixed.example",
    "mapped.example",
    "wrapped.example",
    "metadata.example",
]


@pytest.mark.parametrize("host", INSIDE)
def test_a_page_reaches_nothing_inside(keeper: "BrowserKeeper", internet: "Internet", host: str) -> None:
    with looking(keeper, internet.shop_address) as look:
        at_the_shop(look, internet, "")
        url = internet.at(host, internet.inside)
        look.page.evaluate("url => fetch(url, {mode: 'no-cors'}).catch(() => 0)", url)
        refused = look.refused()
    assert internet.inside.visited == []
    assert set(refused.values()) == {"private address"}


@pytest.mark.parametrize("host", ["inside.example", "127.0.0.1", "metadata.example"])
def test_not_even_a_host_that_a_public_site_lists_is_one_inside(
    keeper: "BrowserKeeper", internet: "Internet", host: str
) -> None:
    with looking(keeper, internet.shop_address, host) as look:
        at_the_shop(look, internet, f"<img src={internet.at(host, internet.inside)}/>")
        look.wait_for_refusal()
        assert look.refused() == {host: "private address"}
    assert internet.inside.visited == []


def test_a_name_that_answers_differently_the_second_time_is_asked_once(
    keeper: "BrowserKeeper", internet: "Internet"
) -> None:
    internet.ways["93.184.216.35"] = "127.0.0.12"
    url = internet.at("rebinding.example", internet.evil)
    with looking(keeper, internet.shop_address) as look:
        at_the_shop(look, internet, "")
        for _ in range(3):
            look.page.evaluate("url => fetch(url, {cache: 'no-store'})", url)
        other_port = internet.at("rebinding.example", internet.inside)
        look.page.evaluate("url => fetch(url).catch(() => 0)", other_port)
    assert internet.asked.count("rebinding.example") == 1
    assert internet.evil.visited == ["/"] * 3
    assert internet.inside.visited == []


def test_a_shop_inside_is_visited_and_nothing_beside_it(
    keeper: "BrowserKeeper", internet: "Internet"
) -> None:
    with looking(keeper, internet.at("staging.example", internet.shop)) as look:
        internet.pages["/"] = f"<title>Staging</title><img src={internet.inside.address}/>"
        look.page.goto(f"{internet.at('staging.example', internet.shop)}/")
        assert look.page.title() == "Staging"
        assert look.refused() == {"127.0.0.1": "private address"}
    assert internet.inside.visited == []


def test_a_shop_of_this_machine_has_its_own_port_and_those_that_are_listed(
    keeper: "BrowserKeeper", internet: "Internet"
) -> None:
    shop, other = internet.inside.address, internet.evil.address
    with looking(keeper, shop, other.removeprefix("http://")) as look:
        look.page.goto(shop)
        for url in (other, internet.shop.address):
            look.page.evaluate("url => fetch(url, {mode: 'no-cors'}).catch(() => 0)", url)
        assert look.refused() == {"127.0.0.11": "private address"}
    assert (internet.evil.visited, internet.shop.visited) == (["/"], [])


PLACES = [
    ("93.184.216.34", "public"),
    ("2606:2800:220:1::1", "public"),
    ("64:ff9b::5db8:d822", "public"),
    ("10.0.0.1", "inside"),
    ("172.31.255.255", "inside"),
    ("192.168.0.1", "inside"),
    ("100.64.0.1", "inside"),
    ("127.8.8.8", "inside"),
    ("::1", "inside"),
    ("fd12::1", "inside"),
    ("::ffff:10.0.0.1", "inside"),
    ("64:ff9b::a00:1", "inside"),
    ("2002:a00:1::", "inside"),
    ("169.254.169.254", "neither"),
    ("fe80::1%eth0", "neither"),
    ("fd00:ec2::254", "neither"),
    ("100.100.100.200", "neither"),
    ("168.63.129.16", "neither"),
    ("224.0.0.1", "neither"),
    ("ff02::1", "neither"),
    ("255.255.255.255", "neither"),
    ("240.0.0.1", "neither"),
    ("198.18.0.1", "neither"),
    ("192.0.2.1", "neither"),
]


@pytest.mark.parametrize(("address", "where"), PLACES)
def test_where_an_address_is(address: str, where: str) -> None:
    assert (is_public(address), is_inside(address)) == (where == "public", where == "inside")
