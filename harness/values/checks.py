"""What was seen and what was asked for to a comparison: whether it holds, and the words to report it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from harness.values.differences import difference_of, distance, is_as_wanted, resized, size_of
from harness.values.folding import same_words
from harness.values.model import Money, Number, Percent, ReadingError, ValueContext, quoted
from harness.values.pairs import Span, pair_of
from harness.values.patterns import found, pattern_in
from harness.values.reading import Kind, kind_of_value, read
from harness.values.showing import shown

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence


@dataclass(frozen=True, slots=True)
class Comparison:
    """Whether a check holds, and both sides as pieces of a sentence."""

    holds: bool
    seen: str
    wanted: str

    def sentence(self) -> str:
        """Return both sides in one sentence: "saw $40.00, expected less than $40.00"."""
        return f"saw {self.seen}, expected {self.wanted}"


@dataclass(frozen=True, slots=True)
class Question:
    """One check: the text on the page, the text (or the list of them) in the journey, and how far apart."""

    word: str
    seen: str
    expected: str
    options: tuple[str, ...]
    by: str | None
    context: ValueContext


@dataclass(frozen=True, slots=True)
class CheckWord:
    """One word of the journey language for a value; without ``compare`` it only refines other words."""

    name: str
    doc: str
    takes: Literal["a text", "a list of texts", "a difference"]
    compare: Callable[[Question], Comparison] | None
    refines: tuple[str, ...] = ()


def compare(
    word: str, seen: str, expected: str | Sequence[str], *, by: str | None, context: ValueContext
) -> Comparison:
    """Compare a text on the page with what a journey asks for.

    Args:
        word: a key of ``WORDS``, such as "less than".
        seen: the text as seen.
        expected: the text of the journey; a list for "one of".
        by: how far apart, only with "less than" and "more than": "10%", "$4.00", "at least 10%".
        context: locale, currency, today and holidays of the site.

    Raises:
        ReadingError: one side cannot be read without guessing, or the two cannot be compared.
        ValueError: the word is no check, takes no ``by``, or takes another kind of right side.
    """
    check = WORDS.get(word)
    if check is None or check.compare is None:
        raise ValueError(f'unknown check "{word}". Known checks: {", ".join(WORDS)}.')
    if by is not None and word not in WORDS["by"].refines:
        raise ValueError(f'"by" goes only with {_listed(WORDS["by"].refines)}, not with "{word}".')
    if isinstance(expected, str) is (check.takes == "a list of texts"):
        raise ValueError(f'"{word}" takes {check.takes}.')
    one, options = (expected, ()) if isinstance(expected, str) else ("", tuple(expected))
    return check.compare(Question(word, seen, one, options, by, context))


def compare_all(
    words: Sequence[tuple[str, str | Sequence[str]]], seen: str, context: ValueContext
) -> list[Comparison]:
    """Compare a text with all that a journey asks of it; `by` belongs to the word that takes it.

    Raises:
        ReadingError: as for `compare`.
    """
    by = next((value for word, value in words if word == "by" and isinstance(value, str)), None)
    refined = WORDS["by"].refines
    return [
        compare(word, seen, expected, by=by if word in refined else None, context=context)
        for word, expected in words
        if word != "by"
    ]


def _is(question: Question) -> Comparison:
    """Compare as money, share, date or number if the whole expected text is one, else as text.

    Texts are compared whole, with white space folded and case ignored.
    """
    if same_words(question.seen) == same_words(question.expected):
        return Comparison(holds=True, seen=quoted(question.seen), wanted=quoted(question.expected))
    pattern = pattern_in(question.expected)
    if pattern:
        wanted = f"text matching {question.expected.strip()}"
        return Comparison(found(pattern, question.seen), quoted(question.seen), wanted)
    kind = kind_of_value(read(question.expected, question.context).value)
    if kind is None:
        return Comparison(holds=False, seen=quoted(question.seen), wanted=quoted(question.expected))
    # A plain number is left open: it is money where money was seen.
    certain = None if kind is Kind.NUMBER else kind
    pair = pair_of(question.seen, question.expected, question.context, certain)
    return Comparison(pair.seen_span == pair.wanted_span, pair.seen_words, pair.wanted_words)


def _is_not(question: Question) -> Comparison:
    same = _is(question)
    return Comparison(not same.holds, same.seen, f"anything but {same.wanted}")


def _contains(question: Question) -> Comparison:
    pattern = pattern_in(question.expected)
    if pattern:
        return _is(question)
    part = same_words(question.expected)
    if not part:
        raise ReadingError(question.seen, 'every text contains "". Say what must be there.')
    wanted = f"text containing {quoted(question.expected)}"
    return Comparison(part in same_words(question.seen), quoted(question.seen), wanted)


def _one_of(question: Question) -> Comparison:
    results: list[Comparison] = []
    unclear: list[ReadingError] = []
    for option in question.options:
        try:
            results.append(_is(replace(question, expected=option)))
        except ReadingError as problem:
            unclear.append(problem)
    if unclear and not any(result.holds for result in results):
        raise unclear[0]
    wanted = f"one of {_listed(question.options)}"
    return Comparison(any(result.holds for result in results), quoted(question.seen), wanted)


def _less_than(question: Question) -> Comparison:
    if question.by is not None:
        return _apart(question, question.by, direction=-1)
    return _ordered(question, lambda seen, wanted: seen.high < wanted.low)


def _more_than(question: Question) -> Comparison:
    if question.by is not None:
        return _apart(question, question.by, direction=1)
    return _ordered(question, lambda seen, wanted: seen.low > wanted.high)


def _at_least(question: Question) -> Comparison:
    return _ordered(question, lambda seen, wanted: seen.low >= wanted.low)


def _at_most(question: Question) -> Comparison:
    return _ordered(question, lambda seen, wanted: seen.high <= wanted.high)


def _no_later_than(question: Question) -> Comparison:
    return _ordered(question, lambda seen, wanted: seen.high <= wanted.high, Kind.DATE)


def _ordered(
    question: Question, in_order: Callable[[Span, Span], bool], kind: Kind | None = None
) -> Comparison:
    pair = pair_of(question.seen, question.expected, question.context, kind)
    wanted = f"{question.word} {pair.wanted_words}"
    return Comparison(in_order(pair.seen_span, pair.wanted_span), pair.seen_words, wanted)


def _apart(question: Question, by: str, *, direction: Literal[-1, 1]) -> Comparison:
    """Compare two amounts that must lie a certain distance apart."""
    pair = pair_of(question.seen, question.expected, question.context)
    seen, other = pair.seen.value, pair.wanted.value
    if not isinstance(seen, Money | Percent | Number) or not isinstance(other, Money | Percent | Number):
        raise ReadingError(
            by, f'"by" {quoted(by)} needs money, a number or a percentage, not {pair.wanted_words}.'
        )
    difference = difference_of(by, question.context)
    wanted_gap = distance(difference, other, seen, question.context)
    gap = (size_of(seen) - size_of(other)) * direction
    border = shown(resized(other, size_of(other) + wanted_gap * direction), question.context.locale)
    limit = f"{border}{_BEYOND_THE_BORDER[difference.precision, direction]}"
    wanted = f"{question.word} {pair.wanted_words} by {difference} ({limit})"
    return Comparison(is_as_wanted(difference, gap, wanted_gap), pair.seen_words, wanted)


_BEYOND_THE_BORDER = {
    ("exactly", -1): "",
    ("exactly", 1): "",
    ("at least", -1): " or less",
    ("at least", 1): " or more",
    ("at most", -1): " or more",
    ("at most", 1): " or less",
}


def _listed(texts: Sequence[str]) -> str:
    *most, last = [quoted(text) for text in texts] or ["nothing"]
    return f"{', '.join(most)} or {last}" if most else last


_TABLE = (
    CheckWord("is", "the same value, or the same whole text, or /regex/ found in it", "a text", _is),
    CheckWord("is not", 'the opposite of "is"', "a text", _is_not),
    CheckWord("contains", "the text is part of it", "a text", _contains),
    CheckWord("less than", "smaller, or an earlier day", "a text", _less_than),
    CheckWord("more than", "greater, or a later day", "a text", _more_than),
    CheckWord("at least", "as much or more, that day or later", "a text", _at_least),
    CheckWord("at most", "as much or less, that day or earlier", "a text", _at_most),
    CheckWord(
        "by", "how far apart: 10%, $4.00, at least 10%", "a difference", None, ("less than", "more than")
    ),
    CheckWord(
        "no later than", "that day or earlier: a date, tomorrow, in 3 working days", "a text", _no_later_than
    ),
    CheckWord("one of", 'the same, as for "is", as one in the list', "a list of texts", _one_of),
)
WORDS: Mapping[str, CheckWord] = MappingProxyType({word.name: word for word in _TABLE})
