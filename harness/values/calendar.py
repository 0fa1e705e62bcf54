"""Incomplete dates to calendar days: working days from today, the year that is left out, the next Monday."""

from __future__ import annotations

from datetime import date, timedelta

from harness.values.model import UnclearError

_ONE_DAY = timedelta(days=1)
_SATURDAY = 5
_DAYS_IN_A_WEEK = 7
# A page that leaves out the year means a day close by; "12 July" in November is the one four months ago.
FURTHEST_PAST = timedelta(days=183)


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
