"""A size as written in a journey ("2 MB", "500kB") to whole bytes."""

import re
from decimal import Decimal

UNITS_BYTES = {"kB": 1_000, "MB": 1_000_000}
"""As networks and browsers count: a thousand, not 1,024 (ISO 80000-13)."""
_SIZE = re.compile(r"(?P<amount>[0-9]{1,6}(?:\.[0-9]{1,3})?) ?(?P<unit>[^\W\d_]*)")
_KNOWN_UNITS = ", ".join(UNITS_BYTES)


class SizeError(ValueError):
    """A text that is no size; its message says how to write one."""


def size_bytes(text: str) -> int:
    """Return the size in bytes.

    Args:
        text: a number and one unit of ``UNITS_BYTES``: "2 MB", "1.5MB", "500 kB".

    Raises:
        SizeError: no number, no unit, an unknown unit, or nothing at all.
    """
    match = _SIZE.fullmatch(text.strip())
    if match is None:
        raise SizeError(
            f'"{text}" is not a size. Write a number and a unit ({_KNOWN_UNITS}), such as "2 MB".'
        )
    amount, written = match["amount"], match["unit"]
    if not written:
        raise SizeError(
            f'the size "{text}" has no unit. Known units: {_KNOWN_UNITS}. Did you mean "{amount} MB"?'
        )
    unit = {name.lower(): name for name in UNITS_BYTES}.get(written.lower())
    if unit is None:
        raise SizeError(f'unknown unit "{written}" in "{text}". Known units: {_KNOWN_UNITS}.')
    size = int(Decimal(amount) * UNITS_BYTES[unit])
    if not size:
        raise SizeError(f'the size "{text}" is nothing at all. Write more than 0.')
    return size


def size_problem(text: str) -> str | None:
    """Return what is wrong with a size, or None."""
    try:
        size_bytes(text)
    except SizeError as error:
        return str(error)
    return None
