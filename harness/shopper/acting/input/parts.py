"""A day or a time as HTML writes it in, the keys that give it to a field of the browser's own out."""

import re
from collections.abc import Iterator
from itertools import permutations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Locator

MOST_PARTS = 7
"""Day, month, year, hour, minute, half of the day, and one more."""
_MONTH = re.compile(r"(\d{4})-(\d{2})")
_NOON = 12
Keys = tuple[str, ...]


def types_to(field: "Locator", value: str, parts: Keys) -> bool:
    """Type the parts into a field that has the focus, from the first on; return whether it says so then."""
    keyboard = field.page.keyboard
    for _ in range(MOST_PARTS):
        keyboard.press("ArrowLeft")
    for part in parts:
        keyboard.type(part)
        if len(part) == len("2026"):
            keyboard.press("ArrowRight")  # a year may have six digits: nobody else says that it is over
    return field.input_value() == value


def turns_to(field: "Locator", value: str) -> bool:
    """Turn a field for a month, which is shown by its name, up from January; return whether it does."""
    found, keyboard = _MONTH.fullmatch(value), field.page.keyboard
    if not found:
        return False
    for key in ("Delete", *["ArrowUp"] * int(found[2]), "ArrowRight"):
        keyboard.press(key)
    keyboard.type(found[1])
    return field.input_value() == value


def ways_to_type(value: str) -> Iterator[Keys]:
    """Yield the parts in each order in which a browser may ask for them, the likeliest first."""
    day, time = ("", value) if value[2:3] == ":" else value.partition("T")[::2]
    for of_day in _days(day):
        for of_time in _times(time):
            yield (*of_day, *of_time)


def _days(day: str) -> Iterator[Keys]:
    year, *others = re.findall(r"\d+", day) or [""]
    likeliest = (*others, year) if year else ()
    yield likeliest
    yield from (order for order in permutations(likeliest) if order not in {likeliest, ()})


def _times(time: str) -> Iterator[Keys]:
    if not time:
        yield ()
        return
    hour, minute = time.split(":")
    half = "PM" if int(hour) >= _NOON else "AM"
    yield (f"{int(hour) % _NOON or _NOON:02}", minute, half)
    yield (hour, minute)
