"""Several things as they were seen in, and what a journey asks of them; a comparison out."""

from __future__ import annotations

import operator
import re
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from harness.values.checks import Comparison
from harness.values.folding import same_words
from harness.values.model import Number, ReadingError, ValueContext, quoted
from harness.values.patterns import found, pattern_in
from harness.values.reading import Kind, read_as

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

SHOWN = 8
LONGEST_SHOWN = 60
_DIGITS = re.compile(r"[0-9]{1,6}")
_PLACEHOLDER = "${"


@dataclass(frozen=True, slots=True)
class ManyWord:
    """One word of the journey language for several things; one without ``compare`` asks for an order."""

    name: str
    doc: str
    takes: Literal["a number", "a list of texts"]
    compare: Callable[[int, int], bool] | None = None
    has_an_end: bool = False
    """Whether one more could make it untrue, so that it is only sure once the page has come to rest."""


_TABLE = (
    ManyWord("is", "there are so many", "a number", operator.eq, has_an_end=True),
    ManyWord("at least", "there are so many or more", "a number", operator.ge),
    ManyWord("at most", "there are so many or fewer", "a number", operator.le, has_an_end=True),
    ManyWord("more than", "there are more", "a number", operator.gt),
    ManyWord("less than", "there are fewer", "a number", operator.lt, has_an_end=True),
    ManyWord("in order", "these come in this order; others may stand between", "a list of texts"),
    ManyWord("exactly", "these come in this order, and no others", "a list of texts", has_an_end=True),
)
MANY_WORDS: Mapping[str, ManyWord] = MappingProxyType({word.name: word for word in _TABLE})
_LITERAL = re.compile(rf"(?P<word>{'|'.join(w.name for w in _TABLE if w.compare)})\s+(?P<number>\S.*)")


def words_of(literal: str) -> tuple[str, str]:
    """Return the word and the number in a literal: `at least 3`, and `12` for `is 12`."""
    said = _LITERAL.fullmatch(literal.strip())
    return (said["word"], said["number"]) if said else ("is", literal.strip())


def problem_of(word: str, right: str | Sequence[str]) -> str | None:
    """Return what is wrong with one word and what stands behind it, before any page is seen."""
    check = MANY_WORDS[word]
    if isinstance(right, str) is (check.compare is None):
        return f'"{word}" takes {check.takes}.'
    return _problem_of_number(word, right) if isinstance(right, str) else _problem_of_list(word, right)


def _problem_of_number(word: str, right: str) -> str | None:
    if _PLACEHOLDER in right:
        return None
    if not _DIGITS.fullmatch(right.strip()):
        return f"{quoted(right)} is no number of things."
    if word == "at least" and not int(right):
        return 'every page has "at least 0".'
    if word == "less than" and not int(right):
        return 'no page has "less than 0".'
    return None


def _problem_of_list(word: str, texts: Sequence[str]) -> str | None:
    if not texts or not all(text.strip() for text in texts):
        return f'"{word}" needs at least one text, and none that is empty.'
    try:
        for text in texts:
            pattern_in("" if _PLACEHOLDER in text else text)
    except ReadingError as error:
        return str(error)
    return None


def can_hold(words: Iterable[tuple[str, str | Sequence[str]]]) -> bool:
    """Whether any number of things passes all checks; texts in their order are at least so many things."""
    sure = [(word, number) for word, right in words if (number := _number_of(right)) is not None]
    worth_trying = {0, *(many for _, number in sure for many in (number - 1, number, number + 1))} - {-1}
    return any(all(_allows(word, many, number) for word, number in sure) for many in worth_trying)


def _allows(word: str, many: int, number: int) -> bool:
    compare = MANY_WORDS[word].compare
    if compare is None:
        return many == number if word == "exactly" else many >= number
    return compare(many, number)


def _number_of(right: str | Sequence[str]) -> int | None:
    if not isinstance(right, str):
        return len(right)
    return int(right) if _DIGITS.fullmatch(right.strip()) else None


def may_be_none(words: Iterable[tuple[str, str | Sequence[str]]]) -> bool:
    """Whether all this may be true where there is nothing at all; a number not known yet may be 0."""
    return all(_may_be_none(word, right) for word, right in words)


def _may_be_none(word: str, right: str | Sequence[str]) -> bool:
    if not isinstance(right, str):
        return False
    if word == "more than":
        return False
    return word in {"at most", "less than"} or not _DIGITS.fullmatch(right.strip()) or int(right) == 0


def compare_many(
    word: str, seen: Sequence[str], expected: str | Sequence[str], context: ValueContext
) -> Comparison:
    """Compare things on the page with what a journey asks for.

    Args:
        word: a key of ``MANY_WORDS``.
        seen: the text of each thing, in the order of the page.
        expected: a number, or the texts that must come.
        context: how the site writes numbers.

    Raises:
        ReadingError: what was expected is no number after all.
    """
    compare = MANY_WORDS[word].compare
    if compare is None or not isinstance(expected, str):
        holds = _are_exactly if word == "exactly" else _are_in_order
        then = ", then ".join(quoted(text) for text in expected)
        return Comparison(
            holds(seen, expected), listed(seen), f"exactly {then}" if word == "exactly" else then
        )
    number = read_as(Kind.NUMBER, expected, context).value
    if not isinstance(number, Number) or number.amount != int(number.amount):
        raise ReadingError(expected, f"{quoted(expected)} is no number of things.")
    wanted = str(int(number.amount))
    return Comparison(
        compare(len(seen), int(number.amount)), told(seen), wanted if word == "is" else f"{word} {wanted}"
    )


def told(seen: Sequence[str]) -> str:
    """Return how many were seen, and the first of them: `2: Blue shirt; Green shirt`."""
    return f"{len(seen)}: {listed(seen)}" if any(seen) else str(len(seen))


def listed(seen: Sequence[str]) -> str:
    """Return the first texts of many, each cut where it is long."""
    if not seen:
        return "nothing of the kind"
    texts = [" ".join(text.split()) for text in seen[:SHOWN]]
    cut = [text if len(text) <= LONGEST_SHOWN else f"{text[: LONGEST_SHOWN - 1].rstrip()}…" for text in texts]
    return "; ".join(cut) + ("; …" if len(seen) > SHOWN else "")


def _are_in_order(seen: Sequence[str], expected: Sequence[str]) -> bool:
    rest = iter(seen)
    return all(any(_fits(text, one) for one in rest) for text in expected)


def _are_exactly(seen: Sequence[str], expected: Sequence[str]) -> bool:
    return len(seen) == len(expected) and all(map(_fits, expected, seen))


def _fits(expected: str, seen: str) -> bool:
    pattern = pattern_in(expected)
    return found(pattern, seen) if pattern else same_words(expected) in same_words(seen)
