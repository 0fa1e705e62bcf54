"""Hours such as `22:00-07:00` and moments such as `Monday 08:00` in, values or what is wrong out."""

import re
from datetime import time

from harness.grammar.near import did_you_mean
from harness.language.notify import QuietHours, WeeklyMoment
from harness.language.shapes.contact_times import DAYS

_QUIET = re.compile(r"(\d\d):(\d\d) ?[-–] ?(\d\d):(\d\d)", re.ASCII)  # noqa: RUF001 -- as people write it
_WEEKLY = re.compile(r"([A-Za-z]+) +(\d\d):(\d\d)", re.ASCII)


def quiet_problem(text: str) -> str | None:
    """Return what is wrong with hours of the day, or None."""
    hours = quiet_hours(text)
    if hours is None or hours.begin == hours.end:
        return f'"{text}" is no part of a day. Write it like 22:00-07:00'
    return None


def weekly_problem(text: str) -> str | None:
    """Return what is wrong with a moment of the week, or None."""
    found = _WEEKLY.fullmatch(text)
    if not found or _time(found[2], found[3]) is None:
        return f'"{text}" is no moment of a week. Write it like Monday 08:00'
    return (
        None if found[1].capitalize() in DAYS else f'unknown day "{found[1]}". {did_you_mean(found[1], DAYS)}'
    )


def quiet_hours(text: str) -> QuietHours | None:
    """Return the hours, None where there are none to read."""
    found = _QUIET.fullmatch(text)
    begin, end = (_time(found[1], found[2]), _time(found[3], found[4])) if found else (None, None)
    return QuietHours(begin, end) if begin is not None and end is not None else None


def weekly_moment(text: str) -> WeeklyMoment:
    """Return the moment; the usual one where there is none to read."""
    found = _WEEKLY.fullmatch(text)
    if not found or weekly_problem(text):
        return WeeklyMoment()
    return WeeklyMoment(DAYS.index(found[1].capitalize()), _time(found[2], found[3]) or time())


def _time(hour: str, minute: str) -> time | None:
    try:
        return time(int(hour), int(minute))
    except ValueError:
        return None
