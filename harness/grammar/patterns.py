"""A `/pattern/` of a target in, what is wrong with it out: it is read by us and by the browser."""

import re

IGNORING_CASE = "(?i)"
"""Begins the name of a target whose pattern was written with an `i` behind it."""

_OF_PYTHON_ONLY = re.compile(r"(?<!\\)(?:\\\\)*(?:\(\?(?:P|#|\(|[aiLmsux]+[):-])|\\[AZ])")


def pattern_problem(source: str) -> str | None:
    """Say why a pattern cannot be used; None when it can."""
    foreign = _OF_PYTHON_ONLY.search(source)
    if foreign:
        return f'browsers know no "{foreign.group()}" in /{source}/. Write it without, as in JavaScript.'
    try:
        re.compile(source)
    except (re.error, OverflowError, RecursionError) as error:
        return f"/{source}/ is not a regular expression: {error}. Mend it, or put the name in double quotes."
    return None


def as_browsers_read(name: str, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    """Return the pattern of a target; what it ignores is a flag, as browsers know none within the text."""
    source = name.removeprefix(IGNORING_CASE)
    return re.compile(slashes_escaped(source), flags if source == name else flags | re.IGNORECASE)


def slashes_escaped(source: str) -> str:
    """Return a pattern that browsers read to its end: for them a plain slash ends it."""
    return re.sub(r"(?<!\\)/", r"\/", source)


def as_written(name: str) -> str:
    """Return the pattern of a target between its slashes."""
    source = name.removeprefix(IGNORING_CASE)
    return f"/{source}/" if source == name else f"/{source}/i"
