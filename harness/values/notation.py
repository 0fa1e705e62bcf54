"""How a locale writes numbers, money and dates, as plain frozen values; Babel is loaded on first use."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from harness.values.vocabulary import Vocabulary, vocabulary_of

if TYPE_CHECKING:
    from collections.abc import Mapping

DateOrder = Literal["dmy", "mdy", "ymd"]


class UnknownLocaleError(ValueError):
    """A locale that Babel does not know."""


@dataclass(frozen=True, slots=True, eq=False)
class Notation:
    """The conventions of one locale; every text in it is in plain characters.

    Args:
        locale: the name as the site file wrote it.
        decimal: the sign between whole and fraction.
        group: the sign between thousands.
        group_sizes: digits in the last group and in the ones before it: (3, 3), in India (3, 2).
        home_currency: the currency of the locale's country, if it names one.
        currency_symbols: what each symbol or code can mean; one entry means it is certain.
        local_symbols: the one currency which this locale means by a symbol.
        date_order: the order of day, month and year in a short numeric date.
        dotted_dates: whether short dates are written with dots.
        months: month names and their abbreviations, case-folded, without full stops, to 1..12.
        weekdays: weekday names, whole and abbreviated, case-folded, to 0 (Monday)..6.
        whole_weekdays: those names which are not abbreviated.
        time_units_s: names of lengths of time, long and short, case-folded, to seconds.
        vocabulary: the words Babel does not tell.
    """

    locale: str
    decimal: str
    group: str
    group_sizes: tuple[int, int]
    home_currency: str | None
    currency_symbols: Mapping[str, frozenset[str]]
    local_symbols: Mapping[str, str]
    date_order: DateOrder
    dotted_dates: bool
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    whole_weekdays: frozenset[str]
    time_units_s: Mapping[str, int]
    vocabulary: Vocabulary

    @property
    def sample_number(self) -> str:
        """Return one number as this locale writes it, for messages."""
        return f"1{self.group}234{self.decimal}56"


@lru_cache(maxsize=32)
def notation_of(locale: str) -> Notation:
    """Return the conventions of a locale.

    Args:
        locale: a locale such as ``en-US`` or ``sv_SE``.

    Raises:
        UnknownLocaleError: Babel does not know it.
    """
    from harness.values import cldr, cldr_units  # noqa: PLC0415 - Babel takes 20 ms, and `harness check` seldom needs it

    try:
        known = cldr.locale_named(locale)
    except ValueError as problem:
        raise UnknownLocaleError(f'unknown locale "{locale}". Write it like "en-US" or "sv-SE".') from problem
    return Notation(
        locale=locale,
        decimal=cldr.decimal_sign(known),
        group=cldr.group_sign(known),
        group_sizes=cldr.group_sizes(known),
        home_currency=cldr.home_currency(known),
        currency_symbols=cldr.currency_symbols(known),
        local_symbols=cldr.local_symbols(known),
        date_order=cldr.date_order(known),
        dotted_dates=cldr.has_dotted_dates(known),
        months=cldr.months(known),
        weekdays=cldr.weekdays(known),
        whole_weekdays=cldr.whole_weekdays(known),
        time_units_s=cldr_units.time_units_s(known),
        vocabulary=vocabulary_of(known.language),
    )
