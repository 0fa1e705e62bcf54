"""A typed value to the text a reader of that locale would write, for messages and reports."""

from __future__ import annotations

from harness.values.model import Days, Duration, Money, Number, Percent, Value, Words, quoted


def shown(value: Value, locale: str) -> str:
    """Return the canonical text of a value: "$36.00", "10%", "Monday, November 30, 2026".

    Args:
        value: what to show.
        locale: a locale such as ``en-US``.
    """
    from harness.values import cldr, cldr_units  # noqa: PLC0415 - Babel takes 20 ms, and `harness check` seldom needs it

    match value:
        case Money(amount, str(currency)):
            text = cldr.money_text(amount, currency, locale)
        case Money(amount) | Number(amount):
            text = cldr.number_text(amount, locale)
        case Percent(share):
            text = cldr.percent_text(share, locale)
        case Duration(low, high):
            seconds = [cldr_units.seconds_text(each, locale) for each in dict.fromkeys((low, high))]
            text = " to ".join(seconds)
        case Words(words):
            text = quoted(words)
        case Days(first, last):
            text = f"{cldr.day_text(first, locale)} to {cldr.day_text(last, locale)}"
        case _:
            text = cldr.day_text(value.date, locale)
    return text
