"""The catalogue holds every sentence a reader may read, in words that need no engineer."""

import re

import pytest

from harness.words.entering import CATALOGUE, catalogue, entries

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


@pytest.mark.parametrize("sentence", SENTENCES)
def test_no_sentence_has_a_technical_word(sentence: str) -> None:
    assert TECHNICAL.findall(re.sub(r"\{\w*\}", "", sentence)) == []


def test_all_of_it_is_easy_to_read() -> None:
    whole = " ".join(text if text.endswith((".", "!", "?")) else f"{text}." for text in SENTENCES)
    assert lix(whole) < HARDEST_LIX
