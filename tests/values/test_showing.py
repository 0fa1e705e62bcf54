from datetime import date
from decimal import Decimal

import pytest

from harness.values.model import Day, Days, Money, Number, Percent, Value, Words
from harness.values.showing import shown


@pytest.mark.parametrize(
    ("value", "locale", "text"),
    [
        (Money(Decimal(36), "USD"), "en-US", "$36.00"),
        (Money(Decimal("-1299.5"), "SEK"), "sv-SE", "-1\u00a0299,50\u00a0kr"),
        (Money(Decimal("1.299"), "EUR"), "de-DE", "1,299\u00a0\u20ac"),
        (Money(Decimal(1235), "JPY"), "ja-JP", "\uffe51,235"),
        (Money(Decimal(0), None), "en-US", "0"),
        (Number(Decimal("1299.5")), "de-DE", "1.299,5"),
        (Percent(Decimal("0.125")), "en-US", "12.5%"),
        (Day(date(2026, 11, 30)), "en-US", "Monday, November 30, 2026"),
        (
            Days(date(2026, 11, 30), date(2026, 12, 1)),
            "en-GB",
            "Monday, 30 November 2026 to Tuesday, 1 December 2026",
        ),
        (Words("Sold  out"), "en-US", '"Sold out"'),
    ],
)
def test_a_value_is_shown_as_its_locale_writes_it(value: Value, locale: str, text: str) -> None:
    assert shown(value, locale) == text
