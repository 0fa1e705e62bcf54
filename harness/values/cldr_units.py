"""A locale to its names for lengths of time, as Unicode's CLDR has them, in plain characters."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import product
from typing import TYPE_CHECKING, Literal

from babel.units import format_unit

from harness.values.cldr import locale_named
from harness.values.folding import plain

if TYPE_CHECKING:
    from collections.abc import Mapping

    from babel import Locale

_UNITS_S = {
    "second": 1,
    "minute": 60,
    "hour": 3600,
    "day": 86_400,
    "week": 604_800,
    "month": 2_629_746,
    "year": 31_556_952,  # the mean of the Gregorian calendar
}
# What shops write besides: the symbols of ISO 80000-3, and forms that CLDR gives for no number.
_MORE_UNITS_S = {
    "h": 3600,
    "min": 60,
    "hrs": 3600,
    "mins": 60,
    "tagen": 86_400,
    "monaten": 2_629_746,
    "jahren": 31_556_952,
}
_ONE_OF_EACH_FORM = (Decimal(0), Decimal(1), Decimal(2), Decimal(5), Decimal(20), Decimal("1.5"))
"""Numbers that between them stand with every form of a word: https://cldr.unicode.org, plural rules."""
_WIDTHS: tuple[Literal["short", "long"], ...] = ("short", "long")
_WORD = re.compile(r"[\d.,]+ ?(?P<word>[^\d\s]+)")


def time_units_s(locale: Locale) -> Mapping[str, int]:
    """Return the names of lengths of time as they stand after a number, case-folded, to seconds."""
    names = dict(_MORE_UNITS_S)
    for (unit, seconds), width, number in product(_UNITS_S.items(), _WIDTHS, _ONE_OF_EACH_FORM):
        written = _WORD.fullmatch(plain(format_unit(number, f"duration-{unit}", width, locale=locale)))
        name = written["word"].casefold().rstrip(".") if written else ""
        if len(name) > 1 or not name.isascii():  # a single letter may mean anything
            names[name] = seconds
    return names


def seconds_text(seconds: Decimal, locale: str) -> str:
    """Return a length of time in seconds."""
    return str(format_unit(seconds, "duration-second", locale=locale_named(locale)))
