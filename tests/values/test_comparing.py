from collections.abc import Sequence

import pytest

from harness.values.checks import WORDS, compare
from harness.values.model import ReadingError
from tests.values.site_of_the_tests import site

HOLDS = [
    ("is", "$40.00", "$40", "saw $40.00, expected $40"),
    ("is", "$40.00 incl. VAT", "$40.00", "saw $40.00 incl. VAT, expected $40.00"),
    ("is", "  In\n stock ", "in STOCK", 'saw "In stock", expected "in STOCK"'),
    ("is", "Free", "$0.00", "saw Free, expected $0.00"),
    ("is", "10 %", "10.0%", "saw 10 %, expected 10.0%"),
    ("is", "1,299", "1299", "saw 1,299, expected 1299"),
    ("is", "", "", 'saw "", expected ""'),
    (
        "is",
        "Order no. 123",
        "/Order no. [0-9]+/",
        'saw "Order no. 123", expected text matching /Order no. [0-9]+/',
    ),
    ("is", "ORDER 1", "/order/i", 'saw "ORDER 1", expected text matching /order/i'),
    (
        "is",
        "Tomorrow",
        "22 November",
        "saw Tomorrow (Sunday, November 22, 2026), expected 22 November (Sunday, November 22, 2026)",
    ),
    ("is not", "$40.00", "$36.00", "saw $40.00, expected anything but $36.00"),
    ("is not", "Sold out", "In stock", 'saw "Sold out", expected anything but "In stock"'),
    (
        "contains",
        "Code SAVE10 applied",
        "save10",
        'saw "Code SAVE10 applied", expected text containing "save10"',
    ),
    ("contains", "Code SAVE10", "/SAVE[0-9]+/", 'saw "Code SAVE10", expected text matching /SAVE[0-9]+/'),
    ("less than", "$39.99", "$40", "saw $39.99, expected less than $40"),
    ("more than", "-$4", "-$5", "saw -$4, expected more than -$5"),
    ("at least", "12 results", "12", "saw 12 results, expected at least 12"),
    ("at most", "12%", "12%", "saw 12%, expected at most 12%"),
    (
        "no later than",
        "2-3 working days",
        "in 3 working days",
        (
            "saw 2-3 working days (Tuesday, November 24, 2026 to Wednesday, November 25, 2026), "
            "expected no later than in 3 working days (Wednesday, November 25, 2026)"
        ),
    ),
    (
        "no later than",
        "Arrives by Monday, November 30, 2026",
        "2026-11-30",
        (
            "saw Arrives by Monday, November 30, 2026, "
            "expected no later than 2026-11-30 (Monday, November 30, 2026)"
        ),
    ),
    ("one of", "m", ["S", "M", "L"], 'saw "m", expected one of "S", "M" or "L"'),
    ("one of", "Sold out", ["$5", "Sold out"], 'saw "Sold out", expected one of "$5" or "Sold out"'),
]


@pytest.mark.parametrize(
    ("word", "seen", "expected", "sentence"), HOLDS, ids=[f"{r[0]} {r[2]}" for r in HOLDS]
)
def test_a_check_that_holds(word: str, seen: str, expected: str | Sequence[str], sentence: str) -> None:
    comparison = compare(word, seen, expected, by=None, context=site())
    assert (comparison.holds, comparison.sentence()) == (True, sentence)


HOLDS_NOT = [
    ("is", "$40.00", "$36.00"),
    ("is", "154", "0154"),
    ("is", "Sold out", "In stock"),
    ("is", "Order", "/Order [0-9]/"),
    ("is not", "$40.00", "$40"),
    ("is not", "Order 1", "/Order [0-9]/"),
    ("contains", "Sold out", "stock"),
    ("less than", "$40", "$40.00"),
    ("more than", "$40", "$40.00"),
    ("at least", "2 results", "3"),
    ("at most", "4", "3"),
    ("no later than", "3-5 working days", "in 4 working days"),
    ("less than", "2-3 days", "in 3 days"),
    ("one of", "XL", ["S", "M", "L"]),
]


@pytest.mark.parametrize(("word", "seen", "expected"), HOLDS_NOT, ids=[f"{r[0]} {r[2]}" for r in HOLDS_NOT])
def test_a_check_that_does_not_hold(word: str, seen: str, expected: str | Sequence[str]) -> None:
    assert not compare(word, seen, expected, by=None, context=site()).holds


BY: list[tuple[str, str, str, str, tuple[bool, str]]] = [
    ("less than", "$36.00", "$40.00", "10%", (True, "less than $40.00 by exactly 10% ($36.00)")),
    ("less than", "$40.00", "$40.00", "10%", (False, "less than $40.00 by exactly 10% ($36.00)")),
    ("less than", "$35.99", "$40.00", "10%", (False, "less than $40.00 by exactly 10% ($36.00)")),
    ("less than", "$0.04", "$0.05", "10%", (True, "less than $0.05 by exactly 10% ($0.04)")),
    ("less than", "$17.99", "$19.99", "10%", (True, "less than $19.99 by exactly 10% ($17.99)")),
    (
        "less than",
        "\u00a51,111",
        "\u00a51,235",
        "10%",
        (True, "less than \u00a51,235 by exactly 10% (\u00a51,111)"),
    ),
    ("less than", "40.5", "45", "10%", (True, "less than 45 by exactly 10% (40.5)")),
    ("less than", "$36", "$40.00", "$4.00", (True, "less than $40.00 by exactly $4.00 ($36.00)")),
    (
        "less than",
        "$34",
        "$40.00",
        "at least 10%",
        (True, "less than $40.00 by at least 10% ($36.00 or less)"),
    ),
    (
        "less than",
        "$37",
        "$40.00",
        "at least 10%",
        (False, "less than $40.00 by at least 10% ($36.00 or less)"),
    ),
    ("less than", "$39", "$40.00", "at most 10%", (True, "less than $40.00 by at most 10% ($36.00 or more)")),
    (
        "less than",
        "$40",
        "$40.00",
        "at most 10%",
        (False, "less than $40.00 by at most 10% ($36.00 or more)"),
    ),
    ("more than", "$44.00", "$40.00", "exactly 10%", (True, "more than $40.00 by exactly 10% ($44.00)")),
    ("more than", "$45", "$40", "at most $4", (False, "more than $40 by at most $4 ($44.00 or less)")),
    ("less than", "$0.00", "$0.00", "10%", (False, "less than $0.00 by exactly 10% ($0.00)")),
]


@pytest.mark.parametrize(
    ("word", "seen", "other", "by", "expected"), BY, ids=[f"{r[1]} {r[4][1]}" for r in BY]
)
def test_by_is_a_share_of_the_other_value_rounded_half_up_or_an_amount(
    word: str, seen: str, other: str, by: str, expected: tuple[bool, str]
) -> None:
    comparison = compare(word, seen, other, by=by, context=site())
    assert (comparison.holds, comparison.wanted) == expected


UNCLEAR = [
    ("is", "Calculating", "$40", None, 'cannot read "Calculating" as money: it holds no amount of money.'),
    ("is not", "Sold out", "$40", None, 'cannot read "Sold out" as money: it holds no amount of money.'),
    ("less than", "\u20ac5", "$5", None, 'cannot compare "\u20ac5" with "$5": EUR is not USD.'),
    ("is", "\u20ac5", "$5", None, 'cannot compare "\u20ac5" with "$5": EUR is not USD.'),
    ("at least", "$5", "5", None, 'cannot compare "$5" with "5": only one of them names a currency.'),
    (
        "less than",
        "5",
        "cheap",
        None,
        'cannot compare with "cheap": it holds no money, number, percentage or date.',
    ),
    ("less than", "5", "", None, 'cannot compare with "": it holds no money, number, percentage or date.'),
    ("less than", "5", "$1.299", None, 'cannot read "$1.299" as money: it could be 1299 or 1.299 USD.'),
    ("no later than", "5", "Friday", None, 'cannot read "5" as a date: it holds no date.'),
    ("contains", "anything", " ", None, 'every text contains "". Say what must be there.'),
    (
        "is",
        "x",
        "/(/",
        None,
        '"/(/" is not a valid regular expression: missing ), unterminated subpattern at position 0.',
    ),
    ("is", "x", "/.*/", None, '"/.*/" is true of every text. Say what must be there.'),
    (
        "less than",
        "5",
        "9",
        "ten",
        'cannot read "ten" after "by": write it like "10%", "$4.00" or "at least 10%".',
    ),
    ("less than", "5", "9", "-10%", '"-10%" after "by" is not above zero.'),
    ("less than", "$5", "$9", "\u20ac4", '"by" "\u20ac4" does not fit $9.00.'),
    (
        "less than",
        "Tomorrow",
        "2026-11-30",
        "10%",
        '"by" "10%" needs money, a number or a percentage, not 2026-11-30 (Monday, November 30, 2026).',
    ),
]


@pytest.mark.parametrize(
    ("word", "seen", "expected", "by", "message"), UNCLEAR, ids=[f"{r[1]} {r[0]} {r[2]}" for r in UNCLEAR]
)
def test_what_cannot_be_compared_is_an_error_and_never_an_answer(
    word: str, seen: str, expected: str, by: str | None, message: str
) -> None:
    with pytest.raises(ReadingError) as problem:
        compare(word, seen, expected, by=by, context=site())
    assert str(problem.value) == message


def test_a_plain_number_in_the_journey_is_money_where_money_was_seen_and_the_site_names_it() -> None:
    assert compare("at least", "$40", "3", by=None, context=site(currency="USD")).holds
    assert compare("less than", "$5", "$10", by="5", context=site(currency="USD")).holds


def test_one_of_is_an_error_where_nothing_holds_and_something_could_not_be_read() -> None:
    with pytest.raises(ReadingError) as problem:
        compare("one of", "Pick up", ["$5", "Free"], by=None, context=site())
    assert str(problem.value) == 'cannot read "Pick up" as money: it holds no amount of money.'


@pytest.mark.parametrize(
    ("word", "expected", "by", "message"),
    [
        ("les than", "5", None, f'unknown check "les than". Known checks: {", ".join(WORDS)}.'),
        ("by", "5", None, f'unknown check "by". Known checks: {", ".join(WORDS)}.'),
        ("is", "5", "10%", '"by" goes only with "less than" or "more than", not with "is".'),
        ("is", ["5"], None, '"is" takes a text.'),
        ("one of", "5", None, '"one of" takes a list of texts.'),
    ],
)
def test_a_check_that_the_loader_would_have_refused(
    word: str, expected: str | Sequence[str], by: str | None, message: str
) -> None:
    with pytest.raises(ValueError, match=r".") as problem:
        compare(word, "5", expected, by=by, context=site())
    assert str(problem.value) == message


def test_every_check_word_of_the_language_is_in_the_table() -> None:
    assert list(WORDS) == [
        "is",
        "is not",
        "contains",
        "less than",
        "more than",
        "at least",
        "at most",
        "by",
        "no later than",
        "one of",
    ]
