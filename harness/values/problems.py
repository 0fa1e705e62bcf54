"""The checks of a journey file to what is wrong with them, before any page is seen."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from harness.values.checks import WORDS
from harness.values.differences import difference_of, split_precision
from harness.values.model import ReadingError, quoted
from harness.values.patterns import pattern_in
from harness.values.reading import Kind, kind_of, read_as

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from harness.values.checks import CheckWord
    from harness.values.model import ValueContext

_PLACEHOLDER = "${"
_ORDER_WORDS = ("less than", "more than", "at least", "at most")
# Certain in every locale, and so common that it is not worth waking Babel for.
_PLAIN_SHARE = re.compile(r"[1-9][0-9]{0,2} ?%")


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with the checks on a value, and the word whose right side is at fault."""

    word: str
    text: str


def problems_of(
    words: Mapping[str, str | Sequence[str]], context: ValueContext | None = None
) -> list[Problem]:
    """Return what is wrong with the checks on one value; a text that still holds ``${name}`` is not judged.

    Args:
        words: check words and their right sides as in the journey; unknown words are left to the loader.
        context: locale and currency of the site; without it amounts and dates are not judged.
    """
    known = {word: WORDS[word] for word in words if word in WORDS}
    if not words:
        return [Problem("", f"no check is named. Known checks: {', '.join(WORDS)}.")]
    problems = _problems_of_by(known) if "by" in known else []
    for word, check in known.items():
        problem = _problem_of(check, words[word], context)
        problems += [Problem(word, problem)] if problem else []
    return problems


def _problems_of_by(known: Mapping[str, CheckWord]) -> list[Problem]:
    refined = [word for word in WORDS["by"].refines if word in known]
    if len(refined) == 1:
        return []
    return [Problem("by", '"by" goes with exactly one of "less than" and "more than".')]


def _problem_of(check: CheckWord, right: str | Sequence[str], context: ValueContext | None) -> str | None:
    is_text = isinstance(right, str)
    if is_text is (check.takes == "a list of texts"):
        return f'"{check.name}" takes {check.takes}.'
    texts = [right] if isinstance(right, str) else list(right)
    if not texts:
        return f'"{check.name}" needs at least one text.'
    for text in texts:
        try:
            problem = None if _PLACEHOLDER in text else _problem_of_text(check.name, text, context)
        except ReadingError as error:
            problem = str(error)
        if problem:
            return problem
    return None


def _problem_of_text(word: str, text: str, context: ValueContext | None) -> str | None:
    """Return a problem with one literal; raises ReadingError with the rest of them."""
    if word == "by":
        return _problem_of_difference(text, context)
    if word in _ORDER_WORDS or word == "no later than":
        if _is_slashed(text):
            return f'"{word}" compares amounts or dates, not the regular expression {quoted(text)}.'
        if context and word == "no later than":
            read_as(Kind.DATE, text, context)
        elif context:
            kind_of(text, context)
        return None
    if word == "contains" and not text.strip():
        return 'every text contains "". Say what must be there.'
    pattern_in(text)
    return None


def _problem_of_difference(text: str, context: ValueContext | None) -> str | None:
    if _PLAIN_SHARE.fullmatch(split_precision(text)[1]):
        return None
    if context:
        difference_of(text, context)
    elif not any(char.isdigit() for char in text):
        return f'cannot read {quoted(text)} after "by": write it like "10%", "$4.00" or "at least 10%".'
    return None


def _is_slashed(text: str) -> bool:
    return len(text) > 1 and text.startswith("/") and text.endswith("/")
