"""A locale to what Unicode's CLDR says of it, in plain characters; Babel is loaded here."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Literal, cast

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton
from babel.numbers import (
    format_currency,
    format_decimal,
    format_percent,
    get_currency_precision,
    get_decimal_symbol,
    get_group_symbol,
    get_territory_currencies,
)

from harness.values.folding import plain

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from decimal import Decimal

_DOLLARS = ("USD", "AUD", "CAD", "NZD", "HKD", "SGD", "MXN", "TWD", "CLP", "COP", "ARS")
_KRONER = ("SEK", "NOK", "DKK", "ISK")
# Symbols shops write that CLDR gives in one locale only, each with every currency it is used for.
_SYMBOLS: dict[str, tuple[str, ...]] = {
    "$": _DOLLARS,
    "US$": ("USD",),
    "CA$": ("CAD",),
    "C$": ("CAD",),
    "A$": ("AUD",),
    "AU$": ("AUD",),
    "NZ$": ("NZD",),
    "HK$": ("HKD",),
    "S$": ("SGD",),
    "R$": ("BRL",),
    "€": ("EUR",),
    "Euro": ("EUR",),
    "euro": ("EUR",),
    "euros": ("EUR",),
    "£": ("GBP", "EGP", "GIP", "FKP", "SHP", "LBP"),
    "¥": ("JPY", "CNY"),
    "円": ("JPY",),
    "元": ("CNY",),
    "kr": _KRONER,
    "kr.": _KRONER,
    "Kr": _KRONER,
    "Kr.": _KRONER,
    "KR": _KRONER,
    "zł": ("PLN",),
    "Zł": ("PLN",),
    "ZŁ": ("PLN",),
    "Fr.": ("CHF",),
    "SFr.": ("CHF",),
    "Kč": ("CZK",),
    "Ft": ("HUF",),
    "lei": ("RON",),
    "₹": ("INR",),
    "₩": ("KRW",),
    "₺": ("TRY",),
    "₴": ("UAH",),
    "₽": ("RUB",),
    "₪": ("ILS",),
    "฿": ("THB",),
    "₫": ("VND",),
    "₱": ("PHP",),
}
_SHORTEST_PREFIX = 3


@lru_cache(maxsize=32)
def locale_named(name: str) -> Locale:
    """Return Babel's locale for ``en-US`` or ``en_US``; raises ValueError for a name it does not know."""
    try:
        return Locale.parse(name.replace("-", "_"))
    except (UnknownLocaleError, TypeError) as problem:
        raise ValueError(name) from problem


def decimal_sign(locale: Locale) -> str:
    """Return the sign between whole and fraction."""
    return plain(get_decimal_symbol(locale))


def group_sign(locale: Locale) -> str:
    """Return the sign between thousands; a space of any width is a plain space."""
    return plain(get_group_symbol(locale)) or " "


def group_sizes(locale: Locale) -> tuple[int, int]:
    """Return the number of digits in the last group and in the ones before it."""
    return cast("tuple[int, int]", locale.decimal_formats[None].grouping)


def home_currency(locale: Locale) -> str | None:
    """Return the currency in use in the locale's country."""
    if not locale.territory:
        return None
    return next((str(code) for code in get_territory_currencies(locale.territory)), None)


def local_symbols(locale: Locale) -> dict[str, str]:
    """Return what this locale means by each currency symbol, where it means exactly one."""
    meanings: dict[str, set[str]] = {}
    for code, symbol in locale.currency_symbols.items():
        meanings.setdefault(plain(str(symbol)), set()).add(str(code))
    return {symbol: codes.pop() for symbol, codes in meanings.items() if len(codes) == 1}


def currency_symbols(locale: Locale) -> dict[str, frozenset[str]]:
    """Return every known symbol and code with all the currencies it may stand for."""
    symbols = {code: frozenset({code}) for code in map(str, locale.currencies) if code.isalpha()}
    for symbol, code in local_symbols(locale).items():
        symbols[symbol] = frozenset({code, *_SYMBOLS.get(symbol, ())})
    for symbol, codes in _SYMBOLS.items():
        symbols[symbol] = symbols.get(symbol, frozenset()) | frozenset(codes)
    return symbols


def date_order(locale: Locale) -> Literal["dmy", "mdy", "ymd"]:
    """Return the order of day, month and year in the locale's short date."""
    pattern = locale.date_formats["short"].pattern
    order = "".join(sorted("dMy", key=pattern.find)).lower()
    return cast('Literal["dmy", "mdy", "ymd"]', order) if order in {"dmy", "mdy", "ymd"} else "ymd"


def has_dotted_dates(locale: Locale) -> bool:
    """Say whether the locale writes short dates with dots: 12.07.2026."""
    return "." in locale.date_formats["short"].pattern


def months(locale: Locale) -> dict[str, int]:
    """Return month names, case-folded and without full stops, to 1..12; three letters do if unique."""
    whole = {_name(text): number for text, number in _names(locale.months, "wide")}
    prefixes: dict[str, set[int]] = {}
    for name, number in whole.items():
        prefixes.setdefault(name[:_SHORTEST_PREFIX], set()).add(number)
    short = {name: numbers.pop() for name, numbers in prefixes.items() if len(numbers) == 1}
    abbreviated = {_name(text): number for text, number in _names(locale.months, "abbreviated")}
    return {name: number for name, number in (short | abbreviated | whole).items() if name.isalpha()}


def weekdays(locale: Locale) -> dict[str, int]:
    """Return weekday names, whole and abbreviated, case-folded and without full stops, to 0 (Monday)..6."""
    return {
        _name(text): number
        for width in ("abbreviated", "wide")
        for text, number in _names(locale.days, width)
    }


def whole_weekdays(locale: Locale) -> frozenset[str]:
    """Return the weekday names that are not abbreviated, case-folded."""
    return frozenset(_name(text) for text, _ in _names(locale.days, "wide"))


def _names(table: object, width: str) -> Iterator[tuple[str, int]]:
    widths = cast("dict[str, dict[str, dict[int, str]]]", table)
    for use in ("stand-alone", "format"):
        for number, text in widths[use][width].items():
            yield text, number


def _name(text: str) -> str:
    return plain(text).casefold().rstrip(".")


def minor_unit_digits(currency: str) -> int:
    """Return how many decimals a currency has: 2 for USD, 0 for JPY."""
    return int(get_currency_precision(currency))


def money_text(amount: Decimal, currency: str, locale: str) -> str:
    """Return money as the locale writes it; decimals beyond the minor unit are not hidden."""
    digits = max(minor_unit_digits(currency), decimals_of(amount))
    spread = amount.quantize(amount.__class__(1).scaleb(-digits))
    exact = digits > minor_unit_digits(currency)
    return str(format_currency(spread, currency, locale=locale_named(locale), decimal_quantization=not exact))


def decimals_of(amount: Decimal) -> int:
    """Return how many decimals are needed to write the amount."""
    return max(0, -int(amount.normalize().as_tuple().exponent))


def number_text(amount: Decimal, locale: str) -> str:
    """Return a number as the locale writes it, unrounded."""
    return str(format_decimal(amount, locale=locale_named(locale), decimal_quantization=False))


def percent_text(share: Decimal, locale: str) -> str:
    """Return a share as the locale writes percentages, unrounded."""
    return str(format_percent(share, locale=locale_named(locale), decimal_quantization=False))


def day_text(day: date, locale: str) -> str:
    """Return a day in full, with its weekday."""
    return str(format_date(day, "full", locale=locale_named(locale)))


def day_in_numbers(day: date, locale: str) -> str:
    """Return a day in numbers, with the whole year: "12/24/2026", "24.12.2026"."""
    return str(format_skeleton("yMd", day, locale=locale_named(locale)))
