"""A day and a number of working days in, the promised day out; and days in words."""

from datetime import date, timedelta
from functools import cache

MONDAY, THURSDAY, SATURDAY = 0, 3, 5


def long_date(day: date) -> str:
    """Write a day as `Monday, November 30, 2026`."""
    return f"{day:%A}, {medium_date(day)}"


def medium_date(day: date) -> str:
    """Write a day as `November 30, 2026`."""
    return f"{day:%B} {day.day}, {day.year}"


def add_working_days(start: date, days: int) -> date:
    """Return the day that is so many working days after `start`, which itself does not count."""
    day = start
    for _ in range(days):
        day = _next_working_day(day)
    return day


def _next_working_day(day: date) -> date:
    following = day + timedelta(days=1)
    while following.weekday() >= SATURDAY or following in holidays(following.year):
        following += timedelta(days=1)
    return following


@cache
def holidays(year: int) -> frozenset[date]:
    """Return the days of a year on which US carriers do not deliver."""
    return frozenset(
        {
            date(year, 1, 1),
            _nth_weekday(year, 6, MONDAY, 1) - timedelta(days=7),  # Memorial Day: last Monday of May
            date(year, 7, 4),
            _nth_weekday(year, 9, MONDAY, 1),
            _nth_weekday(year, 11, THURSDAY, 4),
            date(year, 12, 25),
        }
    )


def _nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))
