"""A text between slashes to a regular expression, as in Playwright's aria snapshots."""

from __future__ import annotations

import re
from functools import lru_cache

from harness.grammar.patterns import PatternTooSlowError, search_in_time
from harness.values.model import ReadingError, quoted

_SLASHED = re.compile(r"/(?P<pattern>.+)/(?P<flag>i?)", re.DOTALL)
# `^NF-\d+$` and `NF-[0-9]+`; a page hardly says so.
_LIKE_A_PATTERN = re.compile(
    r"/?\^.+\$/?|.*(?:\\[dDsSwW](?![A-Za-z])|\[(?:\^|0-9|a-z|A-Z)[^\]]*\]|\.\*).*", re.DOTALL
)
# No page shows it: a pattern that finds something here and in nothing at all finds something everywhere.
_UNUSUAL_TEXT = "\ue000"


@lru_cache(maxsize=256)
def pattern_in(text: str) -> re.Pattern[str] | None:
    """Return the expression of "/Order [0-9]+/" or, ignoring case, "/order/i"; None for any other text.

    Raises:
        ReadingError: the expression is not valid, or is true of every text.
    """
    slashed = _SLASHED.fullmatch(text.strip())
    if slashed is None:
        return None
    try:
        pattern = re.compile(slashed["pattern"], re.IGNORECASE if slashed["flag"] else 0)
    except (re.error, OverflowError, RecursionError) as problem:
        raise ReadingError(text, f"{quoted(text)} is not a valid regular expression: {problem}.") from problem
    if _search(pattern, "") and _search(pattern, _UNUSUAL_TEXT):
        raise ReadingError(text, f"{quoted(text)} is true of every text. Say what must be there.")
    return pattern


def found(pattern: re.Pattern[str], text: str) -> bool:
    """Say whether the expression is found anywhere in the text, its white space folded.

    Raises:
        ReadingError: it takes too long to look for.
    """
    return _search(pattern, " ".join(text.split())) is not None


def _search(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    try:
        return search_in_time(pattern, text)
    except PatternTooSlowError as slow:
        raise ReadingError(text, str(slow)) from slow


def meant_as_pattern(text: str) -> str | None:
    """Return the pattern that a text was probably meant as, which lacks one slash or both."""
    folded = text.strip()
    if _SLASHED.fullmatch(folded) or not _LIKE_A_PATTERN.fullmatch(folded):
        return None
    return f"/{folded.strip('/')}/"
