"""Incomplete dates to calendar days: working days from today, the year that is left out, the next Monday."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from harness.values.model import UnclearError
from harness.values.public_holidays import country_problem, public_holidays

if TYPE_CHECKING:
    from collections.abc import Collection

_ONE_DAY = timedelta(days=1)
_SATURDAY = 5
_DAYS_IN_A_WEEK = 7
# A page that leaves out the year means a day close by; "12 July" in November is the one four months ago.
FURTHEST_PAST = timedelta(days=183)
_HOLIDAY = re.compile(r"(?:(?P<year>\d{4})-)?(?P<month>\d{2})-(?P<day>\d{2})", re.ASCII)
_COUNTRY = re.compile(r"[A-Z]{2}(?:-\w{1,5})?", re.ASCII)
_LEAP_YEAR = 2000
_WHOLE_DAY = len("2026-12-25")


def holiday_problem(text: str) -> str | None:
    """Return what is wrong with a holiday; None when nothing is.

    Args:
        text: `2026-12-25`, `12-25` for every year, or a country, or a part of one: `DE`, `DE-BY`.
    """
    if _COUNTRY.fullmatch(text):
        return country_problem(text)
    written = _HOLIDAY.fullmatch(text)
    if not written:
        return (
            f'"{text}" is not a day. Write it like 2026-12-25, or 12-25 for every year;'
            " or name a country, such as DE or DE-BY, for its public holidays."
        )
    if not _day(text if written["year"] else f"{_LEAP_YEAR}-{text}"):
        turned = re.sub(r"(\d{2})-(\d{2})$", r"\2-\1", text)
        is_day = _day(turned if written["year"] else f"{_LEAP_YEAR}-{turned}")
        remedy = f'The month comes first: did you mean "{turned}"?' if is_day else "Look it up."
        return f'no calendar has the day "{text}". {remedy}'
    return None


def holidays_around(texts: Collection[str], today: date) -> frozenset[date]:
    """Return the days that holidays are, this year and in those beside it."""
    years = (today.year - 1, today.year, today.year + 1)
    countries = [text for text in texts if _COUNTRY.fullmatch(text)]
    days = [text for text in texts if text not in countries]
    written = (text if len(text) == _WHOLE_DAY else f"{year}-{text}" for text in days for year in years)
    public = (day for country in countries for day in public_holidays(country, years))
    return frozenset((*public, *(day for text in written if (day := _day(text)))))


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:  # February 29 of other years
        return None


def after_working_days(today: date, count: int, holidays: frozenset[date]) -> date:
    """Return the day that is a number of working days (Monday to Friday, no holiday) after today."""
    day = today
    while count > 0:
        day += _ONE_DAY
        count -= day.weekday() < _SATURDAY and day not in holidays
    return day


def in_the_nearest_year(month: int, day: int, today: date) -> date:
    """Return the first such day that is not more than six months past.

    Raises:
        UnclearError: there is no such day in the year around today.
    """
    for year in (today.year - 1, today.year, today.year + 1):
        try:
            candidate = date(year, month, day)
        except ValueError:
            continue
        if candidate >= today - FURTHEST_PAST:
            return candidate
    raise UnclearError(f"there is no day {day} of month {month} in the year around {today.isoformat()}")


def next_weekday(weekday: int, today: date) -> date:
    """Return the next such weekday after today; a page that means today says so."""
    return today + _ONE_DAY * ((weekday - today.weekday() - 1) % _DAYS_IN_A_WEEK + 1)


def calendar_day(year: int, month: int, day: int) -> date:
    """Return the day; raises UnclearError where the calendar has none, such as February 30."""
    try:
        return date(year, month, day)
    except ValueError as problem:
        raise UnclearError(f"there is no day {day} of month {month} in {year}") from problem
