"""The address of a shop in, what a first journey needs to know of its home page out."""

from dataclasses import dataclass
from importlib.resources import files
from urllib.parse import urlsplit

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.numbers import get_territory_currencies
from playwright.sync_api import Error as BrowserError
from playwright.sync_api import Page, sync_playwright

from harness.browser.found import BrowserFound
from harness.browser.own_name import LAPTOP_AGENTS, user_agent
from harness.language.known.currencies import currency_problem
from harness.language.known.locales import locale_problem

TIMEOUT_MS = 20_000
_CURRENCY_OF = {"€": "EUR", "£": "GBP", "CHF": "CHF", "zł": "PLN", "₹": "INR"}
"""Of signs that stand for one currency only."""


@dataclass(frozen=True)
class HomePage:
    """What was found; empty where the page does not say."""

    name: str = ""
    heading: str = ""
    locale: str = ""
    currency: str = ""


class UnreachableError(Exception):
    """The home page did not come; the message says why."""


def look_at(address: str, browser: BrowserFound) -> HomePage:
    """Open the home page once, as a visitor.

    Raises:
        UnreachableError: It did not come.
    """
    try:
        with sync_playwright() as playwright:
            launched = getattr(playwright, browser.engine).launch(**browser.launch_options())
            page = launched.new_page(user_agent=user_agent(LAPTOP_AGENTS[browser.engine], launched.version))
            answer = page.goto(address, timeout=TIMEOUT_MS)
            if answer is None or not answer.ok:
                raise UnreachableError(f"{address} answered with {answer.status if answer else 'nothing'}")
            found = _found(page, address)
            launched.close()
    except BrowserError as error:
        raise UnreachableError(error.message.splitlines()[0]) from error
    return found


def _found(page: Page, address: str) -> HomePage:
    seen = page.evaluate(files("harness.starter").joinpath("home_page.js").read_text("utf-8"))
    locale = likely_locale(seen["language"], address)
    written = _CURRENCY_OF.get(seen["signs"][0]) if len(seen["signs"]) == 1 else None
    return HomePage(
        name=_one_line(seen["name"]),
        heading=seen["heading"],
        locale=locale,
        currency=written or likely_currency(locale),
    )


def likely_locale(language: str, address: str) -> str:
    """Return the locale of a page: its own word, with the country of the address where it names none.

    Args:
        language: The page's own word: `de`, `en-GB`, or nothing.
        address: Where it is: `https://shop.example.ch`.
    """
    language, _, country = language.replace("_", "-").partition("-")
    ending = (urlsplit(address).hostname or "").rpartition(".")[2].upper()
    likely = get_global("likely_subtags").get(language.casefold(), "").split("_")[-1]
    for candidate in (country, "GB" if ending == "UK" else ending, likely):
        locale = f"{language.casefold()}-{candidate.upper()}"
        if candidate and language and locale_problem(locale) is None:
            return locale
    return ""


def likely_currency(locale: str) -> str:
    """Return the currency of a locale's country; empty for none."""
    try:
        country = Locale.parse(locale, sep="-").territory if locale else None
    except (UnknownLocaleError, ValueError):
        return ""
    known = get_territory_currencies(country) if country else []
    return next((code for code in known if currency_problem(code) is None), "")


def _one_line(text: str) -> str:
    return " ".join(text.split())[:60]
