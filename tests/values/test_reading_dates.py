from datetime import date

import pytest

from harness.values.calendar import holiday_problem, holidays_around
from harness.values.dates import read_day
from harness.values.model import Day, Days, ReadingError
from tests.values.site_of_the_tests import SATURDAY, site

ONE_DAY = [
    ("en-US", "2026-07-12", date(2026, 7, 12)),
    ("en-US", "2026-07-12T18:00", date(2026, 7, 12)),
    ("en-US", "07/12/2026", date(2026, 7, 12)),
    ("en-US", "7/12/26", date(2026, 7, 12)),
    ("en-GB", "07/12/2026", date(2026, 12, 7)),
    ("de-DE", "12.07.2026", date(2026, 7, 12)),
    ("de-DE", "Mo. 30.11.", date(2026, 11, 30)),
    ("en-US", "13.07.2026", date(2026, 7, 13)),
    ("en-US", "Sun 12 July", date(2026, 7, 12)),
    ("en-US", "12 May", date(2027, 5, 12)),
    ("en-US", "22 May", date(2026, 5, 22)),
    ("en-US", "30th of November", date(2026, 11, 30)),
    ("en-US", "Nov. 30", date(2026, 11, 30)),
    ("en-US", "Arrives by Monday, November 30, 2026", date(2026, 11, 30)),
    ("en-US", "November 30 10:30", date(2026, 11, 30)),
    ("en-US", "30 November (Monday)", date(2026, 11, 30)),
    ("en-US", "Tomorrow, Sunday, 22 November", date(2026, 11, 22)),
    ("en-US", "Today", SATURDAY),
    ("en-US", "Delivered yesterday.", date(2026, 11, 20)),
    ("en-US", "Tomorrow by 6 pm", date(2026, 11, 22)),
    ("en-US", "Monday", date(2026, 11, 23)),
    ("en-US", "Saturday", date(2026, 11, 28)),
    ("en-US", "3 days ago", date(2026, 11, 18)),
    ("en-US", "in 3 days", date(2026, 11, 24)),
    ("en-US", "in 3 working days", date(2026, 11, 25)),
    ("de-DE", "vor 3 Tagen", date(2026, 11, 18)),
    ("fr-FR", "1er d\u00e9cembre", date(2026, 12, 1)),
    ("fr-FR", "Aujourd\u2019hui", SATURDAY),
    ("ja-JP", "2026\u5e749\u67082\u65e5\u6c34\u66dc\u65e5", date(2026, 9, 2)),
    ("ja-JP", "\u660e\u65e5\u307e\u3067", date(2026, 11, 22)),
]


@pytest.mark.parametrize(("locale", "text", "day"), ONE_DAY, ids=[f"{row[0]} {row[1]}" for row in ONE_DAY])
def test_a_day_is_read_as_the_locale_writes_it(locale: str, text: str, day: date) -> None:
    assert read_day(text, site(locale)) == Day(day)


SPANS = [
    ("en-US", "2-3 working days", date(2026, 11, 24), date(2026, 11, 25)),
    ("en-US", "within 3 days", SATURDAY, date(2026, 11, 24)),
    ("en-US", "1 to 2 days", date(2026, 11, 22), date(2026, 11, 23)),
    ("en-US", "12\u201314 July", date(2026, 7, 12), date(2026, 7, 14)),
    ("en-US", "July 12 - 14, 2026", date(2026, 7, 12), date(2026, 7, 14)),
    ("en-US", "Sat 28 - Mon 30 November", date(2026, 11, 28), date(2026, 11, 30)),
    ("en-US", "28 Nov - 2 Dec", date(2026, 11, 28), date(2026, 12, 2)),
    ("de-DE", "in 2\u20133 Werktagen", date(2026, 11, 24), date(2026, 11, 25)),
    ("sv-SE", "inom 2-3 arbetsdagar", SATURDAY, date(2026, 11, 25)),
    ("ja-JP", "2\uff5e3\u55b6\u696d\u65e5", date(2026, 11, 24), date(2026, 11, 25)),
]


@pytest.mark.parametrize(
    ("locale", "text", "first", "last"), SPANS, ids=[f"{row[0]} {row[1]}" for row in SPANS]
)
def test_a_span_of_days_keeps_both_ends(locale: str, text: str, first: date, last: date) -> None:
    assert read_day(text, site(locale)) == Days(first, last)


def test_a_holiday_without_a_year_is_every_year() -> None:
    days = holidays_around(["12-25", "02-29", "2030-01-01"], SATURDAY)
    christmas = {date(year, 12, 25) for year in (2025, 2026, 2027)}
    assert days == christmas | {date(2030, 1, 1)}


def test_working_days_leave_out_weekends_and_holidays() -> None:
    holidays = frozenset({date(2026, 11, 23), date(2026, 11, 26)})
    assert read_day("3 working days", site(holidays=holidays)) == Day(date(2026, 11, 27))


UNREADABLE = [
    ("en-US", "", "it holds no date"),
    ("en-US", "soon", "it holds no date"),
    ("en-US", "version 1.2.3", "it holds no date"),
    ("de-DE", "So liefern wir", "it holds no date"),
    ("en-US", "12.07.2026", "en-US does not say whether 12 or 07 is the day"),
    ("sv-SE", "7/12/2026", "sv-SE does not say whether 7 or 12 is the day"),
    ("en-US", "13/07/2026", "there is no day 7 of month 13 in 2026"),
    ("en-US", "February 30, 2026", "there is no day 30 of month 2 in 2026"),
    ("en-US", "29 Feb", "there is no day 29 of month 2 in the year around 2026-11-21"),
    ("en-US", "Tuesday, November 30, 2026", "2026-11-30 is no Tuesday"),
    ("en-US", "Nov 30 or Dec 1", 'it names two, "Nov 30" and "Dec 1"'),
    ("en-US", "Order by Friday, arrives 30 November", 'it names two, "Friday" and "30 November"'),
    ("en-US", "next Friday", '"next Friday" may be this week or the week after'),
    ("en-US", "5 March 12 items", "two dates run into each other"),
    ("en-US", "3-2 days", '"3-2 days" ends before it begins'),
    ("en-US", "2 Dec - 28 Nov", "the span ends before it begins"),
    ("en-US", "2 working days ago", "working days are counted from today on"),
]


@pytest.mark.parametrize(
    ("locale", "text", "reason"), UNREADABLE, ids=[f"{row[0]} {row[1]}" for row in UNREADABLE]
)
def test_a_date_that_is_not_certain_is_an_error_with_the_text_as_seen(
    locale: str, text: str, reason: str
) -> None:
    with pytest.raises(ReadingError) as problem:
        read_day(text, site(locale))
    assert str(problem.value) == f'cannot read "{text}" as a date: {reason}.'


def test_a_text_that_must_be_whole_is_nothing_but_the_date() -> None:
    assert read_day("Tomorrow.", site(), whole=True) == Day(date(2026, 11, 22))
    with pytest.raises(ReadingError, match="it is more than a date"):
        read_day("Arrives tomorrow", site(), whole=True)


def test_a_country_stands_for_its_public_holidays() -> None:
    bavaria, germany = holidays_around(["DE-BY"], SATURDAY), holidays_around(["DE", "12-24"], SATURDAY)

    assert {date(SATURDAY.year, 1, 6), date(SATURDAY.year, 12, 25)} <= bavaria
    assert date(SATURDAY.year, 1, 6) not in germany
    assert date(SATURDAY.year, 12, 24) in germany


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("DE", None),
        ("US-CA", None),
        ("QQ", 'no holidays are known of "QQ". Write a country in two letters, such as DE or US.'),
        ("DE-BX", 'no holidays are known of "BX" in DE. Known: Augsburg, BB, BE'),
        ("SE-X", 'no holidays are known of "X" in SE. Write only: SE'),
    ],
)
def test_a_country_that_nobody_knows_is_told(text: str, problem: str | None) -> None:
    told = holiday_problem(text)
    assert told is None if problem is None else (told or "").startswith(problem)
