"""The catalogue holds every sentence a reader may read, in words that need no engineer."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from harness.words.entering import CATALOGUE, PACKAGE, catalogue, entries

TECHNICAL = re.compile(
    r"\b(selectors?|locators?|assert\w*|time-?outs?|http|status codes?|dom|exceptions?|stack|null|json"
    r"|traceback|elements?|requests?|xpath|playwright|pytest|viewport|regex)\b",
    re.IGNORECASE,
)
HARDEST_LIX = 55
"""From here on a text is very hard to read (Björnsson 1968); newspapers have 40 to 50."""
LONG_WORD = 6

SENTENCES = sorted({text for said in entries() for text in ((said,) if isinstance(said, str) else said)})


def lix(text: str) -> float:
    """Return Björnsson's readability index: words a sentence, and words of over six letters in a hundred."""
    words = re.findall(r"[^\W\d_]+", text)
    sentences = max(1, len(re.findall(r"[.!?:](?:\s|$)", text)))
    return len(words) / sentences + 100 * sum(len(word) > LONG_WORD for word in words) / max(1, len(words))


def test_the_catalogue_is_up_to_date() -> None:
    assert CATALOGUE.read_bytes() == catalogue(), "a sentence has changed: make words"


def said_in(module: Path) -> Iterator[tuple[int, str]]:
    """Yield the sentences that a module says, with their lines, however they stand there."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in {"phrase", "phrase_many", "entry"}:
            told = (each.value for each in node.args if isinstance(each, ast.Constant))
            yield from ((node.lineno, each) for each in told if isinstance(each, str) and each)


def test_every_sentence_that_is_said_is_in_the_catalogue() -> None:
    left_out = [
        f"{file}:{line}: {sentence}"
        for file in PACKAGE.rglob("*.py")
        for line, sentence in said_in(file)
        if sentence not in SENTENCES
    ]
    assert left_out == [], "within the braces of an f-string it is not found: say it before"


@pytest.mark.parametrize("sentence", SENTENCES)
def test_no_sentence_has_a_technical_word(sentence: str) -> None:
    assert TECHNICAL.findall(re.sub(r"\{\w*\}", "", sentence)) == []


def test_all_of_it_is_easy_to_read() -> None:
    whole = " ".join(text if text.endswith((".", "!", "?")) else f"{text}." for text in SENTENCES)
    assert lix(whole) < HARDEST_LIX
