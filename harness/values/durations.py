"""A duration as written in a journey ("3s", "800ms", "2 min") to whole milliseconds."""

from __future__ import annotations

import re
from decimal import Decimal
from difflib import get_close_matches

UNITS_MS = {"ms": 1, "s": 1_000, "min": 60_000}
LONGEST_WAIT_MS = 10 * UNITS_MS["min"]
SHORTEST_WAIT_MS = 10 * UNITS_MS["s"]
"""So long a customer waits for one thing in any case."""
_OTHER_NAMES = {
    "m": "min",
    "mins": "min",
    "minute": "min",
    "minutes": "min",
    "sec": "s",
    "secs": "s",
    "second": "s",
    "seconds": "s",
    "msec": "ms",
    "millis": "ms",
    "milliseconds": "ms",
}
_SURELY_MS = 100
_DURATION = re.compile(r"(?P<amount>[0-9]{1,9}(?:\.[0-9]{1,6})?) ?(?P<unit>[^\W\d_]*)")
_KNOWN_UNITS = ", ".join(UNITS_MS)


class DurationError(ValueError):
    """A text that is no duration; its message says how to write one."""


def duration_ms(text: str) -> int:
    """Return the duration in milliseconds.

    Args:
        text: a number and one unit of ``UNITS_MS``: "3s", "1.5 s", "800ms", "2 min".

    Raises:
        DurationError: no number, no unit, an unknown unit, nothing at all, or a fraction of a millisecond.
    """
    match = _DURATION.fullmatch(text.strip())
    if match is None:
        raise DurationError(
            f'"{text}" is not a duration. Write a number and a unit ({_KNOWN_UNITS}), such as "1.5s".'
        )
    amount, unit = match["amount"], match["unit"]
    if not unit:
        meant = "ms" if Decimal(amount) >= _SURELY_MS else "s"
        raise DurationError(
            f'the duration "{text}" has no unit. Known units: {_KNOWN_UNITS}. Did you mean "{amount}{meant}"?'
        )
    if unit not in UNITS_MS:
        raise DurationError(
            f'unknown unit "{unit}" in "{text}". Known units: {_KNOWN_UNITS}.{_suggestion(unit)}'
        )
    exact_ms = Decimal(amount) * UNITS_MS[unit]
    if exact_ms != int(exact_ms):
        raise DurationError(f'the duration "{text}" is not a whole number of milliseconds.')
    if not exact_ms:
        raise DurationError(f'the duration "{text}" is no time at all. Write more than 0.')
    return int(exact_ms)


def wait_problem(text: str) -> str | None:
    """Return what is wrong with how long a customer waits when there is a reason to, or None."""
    try:
        wait_ms = duration_ms(text)
    except DurationError as error:
        return str(error)
    if wait_ms > LONGEST_WAIT_MS:
        return f'"{text}" is longer than anybody waits at a page. Write 10 min at the most.'
    if wait_ms <= SHORTEST_WAIT_MS:
        return f'"{text}" is no longer than a customer waits for anything. Write more than 10s, or use "see".'
    return None


def _suggestion(unit: str) -> str:
    known = _OTHER_NAMES.get(unit.lower())
    near = [known] if known else get_close_matches(unit.lower(), UNITS_MS, n=1)
    return f' Did you mean "{near[0]}"?' if near else ""
