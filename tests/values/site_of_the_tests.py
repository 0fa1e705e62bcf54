"""The site that the tests of values read for: what it says of itself, on a Saturday in November."""

from datetime import date

from harness.values.model import ValueContext

SATURDAY = date(2026, 11, 21)


def site(
    locale: str = "en-US", currency: str | None = None, holidays: frozenset[date] = frozenset()
) -> ValueContext:
    return ValueContext(locale, currency, SATURDAY, holidays)
