"""Hours of the week such as `Mon-Fri 09:00-17:00, Sat 10:00-14:00` in, each with its days out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import time

from harness.grammar.near import did_you_mean
from harness.language.reading.nodes import Node
from harness.language.reading.reading import Reading
from harness.language.safety import ContactHours
from harness.language.shapes.plain import PlainText

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SHORT = tuple(day[:3] for day in DAYS)
_HOURS = re.compile(
    r"(?P<first>[A-Za-z]+)(?: ?[-–] ?(?P<last>[A-Za-z]+))?"  # noqa: RUF001 -- as spreadsheets write it
    r" +(?P<begin>\d\d?:\d\d) ?[-–] ?(?P<end>\d\d?:\d\d)",  # noqa: RUF001 -- as spreadsheets write it
    re.ASCII,
)
_REMEDY = "Write it like: Mon-Fri 09:00-17:00"


class _HoursError(ValueError):
    """Hours that cannot be read."""


@dataclass(frozen=True)
class ContactTimes:
    """Hours of the week, several separated by commas."""

    def read(self, node: Node, reading: Reading) -> tuple[ContactHours, ...]:
        """Return the hours."""
        text = PlainText("the hours").read(node, reading)
        try:
            return tuple(_hours(each.strip()) for each in text.split(",")) if text else ()
        except _HoursError as error:
            reading.problem(node, str(error))
            return ()


def _hours(text: str) -> ContactHours:
    found = _HOURS.fullmatch(text)
    if not found:
        raise _HoursError(f'"{text}" is no hours of the week. {_REMEDY}')
    begin, end = _time(found["begin"]), _time(found["end"])
    if end <= begin:
        message = f'"{text}" ends before it begins. Write hours over midnight as two, with a comma between:'
        raise _HoursError(f"{message} Fri 22:00-23:59, Sat 00:00-02:00")
    return ContactHours(frozenset(_days(found["first"], found["last"])), begin, end, text)


def _days(first: str, last: str | None) -> Iterator[int]:
    """Yield the days from the first to the last; `Sat-Mon` goes on over Sunday."""
    day, end = _day(first), _day(last or first)
    yield day
    while day != end:
        day = (day + 1) % len(DAYS)
        yield day


def _day(text: str) -> int:
    day = text.capitalize()
    if day not in DAYS and day not in _SHORT:
        raise _HoursError(f'unknown day "{text}". {did_you_mean(text, _SHORT)}')
    return _SHORT.index(day[:3])


def _time(text: str) -> time:
    hour, minute = map(int, text.split(":"))
    try:
        return time(hour, minute)
    except ValueError as error:
        raise _HoursError(f'"{text}" is no time of a day. Write it from 00:00 to 23:59.') from error
