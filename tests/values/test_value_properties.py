import contextlib
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from babel.dates import format_date
from babel.numbers import format_currency, format_decimal, format_percent
from hypothesis import given
from hypothesis import strategies as st

from harness.values.checks import WORDS, compare
from harness.values.currencies import minor_unit_digits, rounded
from harness.values.dates import read_day
from harness.values.durations import DurationError, duration_ms
from harness.values.folding import plain
from harness.values.model import Day, Money, ReadingError
from harness.values.money import read_money, read_number, read_percent
from harness.values.notation import notation_of
from harness.values.problems import problems_of
from harness.values.reading import read
from harness.values.showing import shown
from tests.values.site_of_the_tests import SATURDAY, site

LOCALES = [
    "en-US",
    "en-GB",
    "de-DE",
    "de-CH",
    "fr-FR",
    "sv-SE",
    "nb-NO",
    "da-DK",
    "pl-PL",
    "es-ES",
    "it-IT",
    "ja-JP",
    "pt-BR",
    "hi-IN",
]
CENTS = st.integers(-(10**9), 10**9)
# Letters that mean something to a reader, so that what hypothesis writes comes close to money and dates.
TELLING = (
    "0123456789.,'-\u2212\u2013()+:/% $\u20ac\u00a3\u00a5krUSDz\u0142\u00a0\u202f"
    "MondayJulyinworkingfree\u5e74\u6708\u65e5"
)
TEXTS = st.one_of(st.text(max_size=40), st.text(TELLING, max_size=25))


@pytest.mark.parametrize("locale", LOCALES)
@given(cents=CENTS)
def test_money_that_the_locale_writes_is_read_back_whole(locale: str, cents: int) -> None:
    currency = notation_of(locale).home_currency
    assert currency is not None
    amount = Decimal(cents).scaleb(-minor_unit_digits(currency))
    written = format_currency(amount, currency, locale=locale.replace("-", "_"))
    assert read_money(written, site(locale), whole=True) == Money(amount, currency)


@pytest.mark.parametrize("locale", LOCALES)
@given(cents=CENTS)
def test_numbers_and_shares_that_the_locale_writes_are_read_back(locale: str, cents: int) -> None:
    amount, babel_locale = Decimal(cents).scaleb(-3), locale.replace("-", "_")
    number = format_decimal(amount, locale=babel_locale, decimal_quantization=False)
    share = format_percent(amount, locale=babel_locale, decimal_quantization=False)
    assert read_number(number, site(locale), whole=True).amount == amount
    assert read_percent(share, site(locale), whole=True).share == amount


@pytest.mark.parametrize("width", ["full", "long", "medium"])
@pytest.mark.parametrize("locale", [locale for locale in LOCALES if locale != "hi-IN"])
@given(days=st.integers(-20_000, 20_000))
def test_a_date_that_the_locale_writes_with_its_year_is_read_back(locale: str, width: str, days: int) -> None:
    day = SATURDAY + timedelta(days=days)
    written = format_date(day, width, locale=locale.replace("-", "_"))
    assert read_day(written, site(locale), whole=True) == Day(day)


@given(cents=CENTS)
def test_what_is_shown_is_read_as_the_same_value(cents: int) -> None:
    money = Money(Decimal(cents).scaleb(-2), "USD")
    assert read(shown(money, "en-US"), site()).value == money


@given(text=TEXTS, locale=st.sampled_from(LOCALES), currency=st.sampled_from([None, "USD", "SEK"]))
def test_no_text_ends_in_a_traceback(text: str, locale: str, currency: str | None) -> None:
    for reader in (read_money, read_percent, read_number, read_day):
        with contextlib.suppress(ReadingError):
            reader(text, site(locale, currency))
    read(text, site(locale, currency))


@given(word=st.sampled_from(sorted(WORDS)), seen=TEXTS, expected=TEXTS, by=st.none() | TEXTS)
def test_no_check_ends_in_a_traceback(word: str, seen: str, expected: str, by: str | None) -> None:
    right = [expected] if word == "one of" else expected
    refined = by if word in WORDS["by"].refines else None
    if word != "by":
        with contextlib.suppress(ReadingError):
            compare(word, seen, right, by=refined, context=site())
    problems_of({word: right} if refined is None else {word: right, "by": refined}, site())


@given(word=st.sampled_from(["less than", "more than", "at least", "at most"]), expected=TEXTS)
def test_a_check_that_is_sound_before_the_visit_can_be_made(word: str, expected: str) -> None:
    if not problems_of({word: expected}, site()) and "${" not in expected:
        assert compare(word, expected, expected, by=None, context=site()).seen


@given(text=TEXTS)
def test_no_duration_ends_in_a_traceback(text: str) -> None:
    with contextlib.suppress(DurationError):
        assert duration_ms(text) > 0


@given(text=st.text(max_size=60))
def test_plain_characters_stay_as_they_are(text: str) -> None:
    assert plain(plain(text)) == plain(text)


@given(thousandths=st.integers(-(10**9), 10**9), digits=st.integers(0, 3))
def test_rounding_is_half_up_and_never_off_by_more_than_half_a_unit(thousandths: int, digits: int) -> None:
    amount = Decimal(thousandths).scaleb(-4)
    exact, unit = Fraction(amount), Fraction(1, 10**digits)
    result = Fraction(rounded(amount, digits))
    assert abs(result - exact) <= unit / 2
    assert (result / unit).denominator == 1
    assert rounded(-amount, digits) == -rounded(amount, digits)
    if abs(result - exact) == unit / 2:
        assert abs(result) > abs(exact)


@given(cents=st.integers(1, 10**8), percent=st.integers(1, 99))
def test_a_total_lowered_by_a_share_as_a_shop_rounds_it_is_less_by_exactly_that_share(
    cents: int, percent: int
) -> None:
    discount = (2 * cents * percent + 100) // 200
    before, after = Decimal(cents).scaleb(-2), Decimal(cents - discount).scaleb(-2)
    comparison = compare("less than", f"${after}", f"${before}", by=f"{percent}%", context=site())
    assert comparison.holds is (discount > 0)
    one_cent_off = compare(
        "less than", f"${after + Decimal('0.01')}", f"${before}", by=f"{percent}%", context=site()
    )
    assert not one_cent_off.holds


@given(days=st.integers(0, 60), day=st.dates(date(2026, 1, 1), date(2030, 1, 1)))
def test_more_working_days_never_come_earlier(days: int, day: date) -> None:
    context = site(holidays=frozenset({day}))
    sooner, later = (read_day(f"in {count} working days", context) for count in (days, days + 1))
    assert sooner.last < later.last
    assert later.last.weekday() < 5
    assert later.last != day
