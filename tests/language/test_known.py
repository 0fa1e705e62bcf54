from importlib import metadata

from babel.core import get_global
from babel.localedata import locale_identifiers
from playwright.sync_api import Playwright

from harness.grammar.target import parse_target
from harness.language.known.commitments import COMMITMENTS, includes
from harness.language.known.committing_names import CommittingNames
from harness.language.known.currencies import CURRENCIES, currency_problem
from harness.language.known.devices import DEVICES
from harness.language.known.locales import LOCALES, locale_problem
from harness.language.known.networks import NETWORKS
from harness.language.known.stages import TOUCHPOINT_OF_STAGE, TOUCHPOINTS
from harness.record.experienced import MOBILE_SITE


def test_the_listed_devices_are_those_of_the_installed_playwright(playwright: Playwright) -> None:
    assert set(playwright.devices) == DEVICES, (
        f"list them anew for Playwright {metadata.version('playwright')}"
    )


def test_the_listed_locales_are_those_of_the_installed_babel() -> None:
    assert {name.replace("_", "-") for name in locale_identifiers()} == LOCALES


def test_the_listed_currencies_are_those_of_the_installed_babel() -> None:
    assert set(get_global("all_currencies")) == CURRENCIES


def test_common_slips_in_locales_are_understood() -> None:
    assert locale_problem("en-GB") is None
    assert locale_problem("en_us") == 'unknown locale "en_us". Did you mean "en-US"?'
    assert locale_problem("sv-SW") == 'unknown locale "sv-SW". Did you mean "sv-SE"?'
    assert locale_problem("") == 'unknown locale "". Write language and country, such as en-US.'


def test_common_slips_in_currencies_are_understood() -> None:
    assert currency_problem("SEK") is None
    assert currency_problem("usd") == 'unknown currency "usd". Did you mean "USD"?'


def test_an_order_and_a_return_include_all_but_each_other() -> None:
    included = {level: [other for other in COMMITMENTS if includes(level, other)] for level in COMMITMENTS}

    assert included == {
        "nothing": ["nothing"],
        "cart": ["nothing", "cart"],
        "message": ["nothing", "cart", "message"],
        "account": ["nothing", "cart", "message", "account"],
        "order": ["nothing", "cart", "message", "account", "order"],
        "return": ["nothing", "cart", "message", "account", "return"],
    }


def test_names_that_sound_committing() -> None:
    for name in (
        "Place order",
        "PLACE  ORDER »",
        "Pay now",
        "Pay $42.00",
        "Pay 42,00 €",
        "Pay USD 42",
        "Pay ${total}",
        "Order now!",
        "Betala 199 kr",
        "Zahlungspflichtig bestellen",
        "Bestellung abschließen",
        "Send message",
        "Zamawiam i płacę",
        "注文を確定する",
        "Vahvista tilaus",
    ):
        assert CommittingNames().sound(name), name


def test_names_that_sound_harmless() -> None:
    for name in (
        "Add to basket",
        "Orders",
        "Payment",
        "Resend",
        "Paypal",
        "Send me the newsletter",
        "42",
        "",
    ):
        assert not CommittingNames().sound(name), name


def test_a_site_says_which_other_names_commit_and_which_do_not() -> None:
    names = CommittingNames.at(committing=["Zur Kasse und zahlen"], harmless=["Send"])

    assert names.sound("ZUR KASSE UND ZAHLEN »")
    assert names.sound_in(parse_target("button /kasse und/"))
    assert not names.sound("Send")
    assert not names.sound_in(parse_target("button /^send$/"))
    assert not CommittingNames().sound("Zur Kasse und zahlen")


def test_every_stage_has_a_known_touchpoint() -> None:
    assert set(TOUCHPOINT_OF_STAGE.values()) <= set(TOUCHPOINTS)


def test_no_network_is_the_connection_of_this_machine() -> None:
    assert [name for name, network in NETWORKS.items() if network is None] == ["none"]


def test_records_call_the_mobile_site_as_journeys_do() -> None:
    assert MOBILE_SITE in TOUCHPOINTS
