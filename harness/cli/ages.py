"""An age as it was typed in, such as 30d or 2y, a span of days out."""

import re
from datetime import timedelta

from harness.cli.trouble import AskedError

_AGE = re.compile(r"(\d{1,4})([dwy])")
_DAYS = {"d": 1, "w": 7, "y": 365}


def age_of(option: str, typed: str) -> timedelta:
    """Return how long it is.

    Raises:
        AskedError: It is no age.
    """
    found = _AGE.fullmatch(typed.strip())
    if found is None:
        raise AskedError(f'{option}: "{typed}" is no age. Write days, weeks or years: 30d, 8w, 2y.')
    return timedelta(days=int(found[1]) * _DAYS[found[2]])
