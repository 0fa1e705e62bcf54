from decimal import Decimal

import pytest

from harness.values.checks import compare
from harness.values.lengths_of_time import read_length
from harness.values.model import Duration, ReadingError
from tests.values.site_of_the_tests import site

HOUR = 3600
READ = [
    ("en-US", "2 hours", 2 * HOUR, 2 * HOUR),
    ("en-US", "1 h 30 min", 5400, 5400),
    ("en-US", "1 hour and 30 minutes", 5400, 5400),
    ("en-US", "within 24 hours", 24 * HOUR, 24 * HOUR),
    ("en-US", "24-hour delivery", 24 * HOUR, 24 * HOUR),
    ("en-US", "2 to 4 hrs.", 2 * HOUR, 4 * HOUR),
    ("en-US", "2\u20134 weeks", 14 * 24 * HOUR, 28 * 24 * HOUR),
    ("de-DE", "1,5 Stunden", 5400, 5400),
    ("de-DE", "30 Min.", 1800, 1800),
    ("pl-PL", "5 godzin", 5 * HOUR, 5 * HOUR),
    ("ja-JP", "3\u6642\u9593\u4ee5\u5185", 3 * HOUR, 3 * HOUR),
]


@pytest.mark.parametrize(("locale", "text", "low", "high"), READ)
def test_a_length_of_time_is_read(locale: str, text: str, low: int, high: int) -> None:
    assert read_length(text, site(locale)) == Duration(Decimal(low), Decimal(high))


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("soon", "it holds no length of time"),
        ("1:30 h", "it holds no length of time"),
        ("2 hours, 3 hours", 'it names two, "2 hours" and "3 hours"'),
        ("4-2 hours", '"4-2 hours" ends before it begins'),
    ],
)
def test_what_is_no_certain_length_is_told(text: str, why: str) -> None:
    with pytest.raises(ReadingError) as problem:
        read_length(text, site())
    assert str(problem.value) == f'cannot read "{text}" as a length of time: {why}.'


@pytest.mark.parametrize(
    ("word", "seen", "wanted"),
    [
        ("at most", "45 min", "2 hours"),
        ("is", "90 minutes", "1 h 30 min"),
        ("at least", "2 years", "24 months"),
        ("less than", "3 days", "1 week"),
    ],
)
def test_lengths_are_compared_whatever_their_units(word: str, seen: str, wanted: str) -> None:
    assert compare(word, seen, wanted, by=None, context=site()).holds


def test_a_longer_time_with_a_smaller_number_is_not_shorter() -> None:
    compared = compare("at most", "3 hours", "45 min", by=None, context=site())
    assert not compared.holds
    assert compared.sentence() == "saw 3 hours, expected at most 45 min"
