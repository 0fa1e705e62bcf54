from decimal import Decimal

import pytest

from harness.values.model import Money, Number, Percent, ReadingError
from harness.values.money import read_marked_money, read_money, read_number, read_percent
from tests.values.site_of_the_tests import site

READ = [
    ("en-US", "$1,299.00", "1299.00", "USD"),
    ("en-US", "-$4", "-4", "USD"),
    ("en-US", "\u2212$4.00", "-4.00", "USD"),
    ("en-US", "$-4.00", "-4.00", "USD"),
    ("en-US", "\u2013 $4.00", "-4.00", "USD"),
    ("en-US", "($4.00)", "-4.00", "USD"),
    ("en-US", "+$4.00", "4.00", "USD"),
    ("en-US", "US$ 5", "5", "USD"),
    ("en-US", "$5 USD", "5", "USD"),
    ("en-US", "$5 CAD", "5", "CAD"),
    ("en-US", "$.99", "0.99", "USD"),
    ("en-US", "$0.299", "0.299", "USD"),
    ("en-US", "Order total: $40.00*", "40.00", "USD"),
    ("en-US", "$40.00 incl. 20% VAT", "40.00", "USD"),
    ("en-US", "You save $4.00 (10%)", "4.00", "USD"),
    ("en-US", "$40.00 now, $40 later", "40.00", "USD"),
    ("en-CA", "$5", "5", "CAD"),
    ("en-IN", "\u20b912,34,567.50", "1234567.50", "INR"),
    ("de-DE", "12 \u20ac", "12", "EUR"),
    ("de-DE", "1.299,00\u00a0\u20ac", "1299.00", "EUR"),
    ("de-DE", "$5", "5", "USD"),
    ("de-CH", "CHF 12.\u2013", "12", "CHF"),
    ("de-CH", "CHF 1\u2019299.50", "1299.50", "CHF"),
    ("nl-NL", "\u20ac 3,50", "3.50", "EUR"),
    ("fr-FR", "1\u202f299,00\u00a0\u20ac", "1299.00", "EUR"),
    ("fr-CA", "5,00 $", "5.00", "CAD"),
    ("sv-SE", "1.299,00 kr", "1299.00", "SEK"),
    ("sv-SE", "1 299:-", "1299", "SEK"),
    ("nb-NO", "kr 49,-", "49", "NOK"),
    ("da-DK", "1.299,00 kr.", "1299.00", "DKK"),
    ("pl-PL", "1 299,00 z\u0142", "1299.00", "PLN"),
    ("ja-JP", "\uffe51,235", "1235", "JPY"),
    ("ja-JP", "\u5408\u8a08\uff11\uff0c235\u5186", "1235", "JPY"),
    ("pt-BR", "R$\u00a01.234,56", "1234.56", "BRL"),
]


@pytest.mark.parametrize(
    ("locale", "text", "amount", "currency"), READ, ids=[f"{row[0]} {row[1]}" for row in READ]
)
def test_money_is_read_as_the_locale_writes_it(locale: str, text: str, amount: str, currency: str) -> None:
    assert read_money(text, site(locale)) == Money(Decimal(amount), currency)


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en-US", "Free"),
        ("en-GB", "FREE!"),
        ("sv-SE", "Gratis"),
        ("de-DE", "kostenlos"),
        ("fr-FR", "Offert"),
        ("ja-JP", "無料"),
    ],
)
def test_free_is_no_money_at_all_in_the_words_of_the_language(locale: str, text: str) -> None:
    assert read_money(text, site(locale, "EUR")) == Money(Decimal(0), "EUR")


UNREADABLE = [
    ("en-US", "", "it holds no amount of money"),
    ("en-US", "Sold out", "it holds no amount of money"),
    ("en-US", "Free shipping", "it holds no amount of money"),
    ("en-US", "40.00", "it holds no amount of money"),
    ("en-US", "5\u00b2", "it holds no amount of money"),
    ("en-US", "$1.299", "it could be 1299 or 1.299 USD"),
    ("en-US", "$1 299", '"1 299" is not how en-US writes a number (1,234.56)'),
    ("en-US", "12,50 $", '"12,50" is not how en-US writes a number (1,234.56)'),
    ("en-US", "$1.299,00", '"1.299,00" is not how en-US writes a number (1,234.56)'),
    ("en-US", "$0,500", '"0,500" is not how en-US writes a number (1,234.56)'),
    ("en-US", "$007", '"007" begins with a zero, which no amount does'),
    ("en-US", "Was $50.00 Now $40.00", 'it names two, "$50.00" and "$40.00"'),
    ("en-US", "$10\u2013$20", '"-" may join two things or be a sign'),
    ("en-US", "Standard - $4.00", '"-" may join two things or be a sign'),
    ("en-US", "-$-4", "it has two signs"),
    ("en-US", "(-$4)", "it has two signs"),
    ("en-US", "Gift ($4.00)", "brackets within a text may mean minus or a remark"),
    ("en-US", "$4.00-", "the dash after it may be a minus"),
    ("en-US", "$5k", "write the amount out in digits"),
    ("en-US", "$1.2 million", "write the amount out in digits"),
    ("en-US", "$5 \u20ac", '"$" and "\u20ac" are different currencies'),
    ("en-US", f"${'9' * 30}", "a number has at most 24 signs"),
    ("en-US", "kr 5", '"kr" could be DKK, ISK, NOK, SEK; name the currency under "money:" in the site file'),
    ("sv-SE", "1.299 kr", '"1.299" is not how sv-SE writes a number (1 234,56)'),
    ("de-DE", "1,299 \u20ac", "it could be 1299 or 1.299 EUR"),
]


@pytest.mark.parametrize(
    ("locale", "text", "reason"), UNREADABLE, ids=[f"{row[0]} {row[1][:30]}" for row in UNREADABLE]
)
def test_money_that_is_not_certain_is_an_error_with_the_text_as_seen(
    locale: str, text: str, reason: str
) -> None:
    with pytest.raises(ReadingError) as problem:
        read_money(text, site(locale))
    assert str(problem.value) == f'cannot read "{text}" as money: {reason}.'
    assert problem.value.seen == text


@pytest.mark.parametrize(("locale", "currency"), [("en-US", "CAD"), ("en-GB", "USD"), ("de-DE", "AUD")])
def test_the_site_file_decides_what_a_symbol_means(locale: str, currency: str) -> None:
    assert read_money("$5", site(locale, currency)) == Money(Decimal(5), currency)


def test_a_plain_number_is_money_only_where_the_site_names_its_currency_and_nothing_else_is_said() -> None:
    assert read_money("40.00", site(currency="USD")) == Money(Decimal("40.00"), "USD")
    for text, read in (("40 items", read_money), ("40.00", read_marked_money)):
        with pytest.raises(ReadingError):
            read(text, site(currency="USD"))


def test_a_text_that_must_be_whole_is_nothing_but_the_amount() -> None:
    assert read_money(" $40.00 ", site(), whole=True).amount == 40
    with pytest.raises(ReadingError, match="it is more than an amount of money"):
        read_money("Total $40.00", site(), whole=True)


@pytest.mark.parametrize(
    ("locale", "text", "share"),
    [
        ("en-US", "10%", "0.1"),
        ("en-US", "Save 12.5 % today", "0.125"),
        ("de-DE", "-12,5\u00a0%", "-0.125"),
        ("en-US", "\uff11\uff10\uff05", "0.1"),
    ],
)
def test_a_percentage_is_read_as_a_share(locale: str, text: str, share: str) -> None:
    assert read_percent(text, site(locale)) == Percent(Decimal(share))


@pytest.mark.parametrize(
    ("locale", "text", "amount"),
    [
        ("en-US", "1,299", "1299"),
        ("de-DE", "1,299", "1.299"),
        ("en-US", "3 items", "3"),
        ("ja-JP", "3件", "3"),
        ("sv-SE", "1 299", "1299"),
    ],
)
def test_a_number_is_read_as_the_locale_writes_it(locale: str, text: str, amount: str) -> None:
    assert read_number(text, site(locale)) == Number(Decimal(amount))


@pytest.mark.parametrize(
    "text", ["A4", "4G", "3 of 12", "12:30", "007", "10%", "$5", "2026-07-12", "1.299,00", "", "three"]
)
def test_what_is_not_one_plain_number_is_an_error(text: str) -> None:
    with pytest.raises(ReadingError, match="cannot read"):
        read_number(text, site())


def test_a_text_that_fills_a_page_is_no_value() -> None:
    with pytest.raises(ReadingError, match=r"it is longer than 1,000 characters\.$"):
        read_money("$5 " * 1_000, site())
