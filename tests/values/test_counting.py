"""Several things compared with what a journey asks for."""

import pytest

from harness.values.counting import compare_many, may_be_none, words_of
from harness.values.model import ReadingError
from tests.values.site_of_the_tests import site

SHIRTS = ("Blue shirt $20", "Green  shirt", "Red hat")


@pytest.mark.parametrize(
    ("literal", "words"),
    [("12", ("is", "12")), ("at least 3", ("at least", "3")), ("less than ${n}", ("less than", "${n}"))],
)
def test_a_literal_may_hold_its_word(literal: str, words: tuple[str, str]) -> None:
    assert words_of(literal) == words


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("is", "3"),
        ("at least", "3 results"),
        ("less than", "1,000"),
        ("in order", ("blue shirt", "/hat$/")),
        ("exactly", ("Blue", "Green", "Red")),
    ],
)
def test_things_are_as_many_and_in_the_order_asked_for(word: str, expected: str | tuple[str, ...]) -> None:
    assert compare_many(word, SHIRTS, expected, site()).holds


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("more than", "3"),
        ("in order", ("Green shirt", "Blue shirt")),
        ("in order", ("shirt", "shirt", "shirt")),
        ("exactly", ("Blue", "Green")),
    ],
)
def test_things_are_not_as_asked_for(word: str, expected: str | tuple[str, ...]) -> None:
    assert not compare_many(word, SHIRTS, expected, site()).holds


def test_a_remembered_text_without_a_number_is_no_count() -> None:
    with pytest.raises(ReadingError, match="holds no number"):
        compare_many("is", SHIRTS, "several", site())


@pytest.mark.parametrize("words", [[("is", "0")], [("is", "${n}")], [("at most", "3"), ("less than", "9")]])
def test_what_may_be_nothing_is_known(words: list[tuple[str, str]]) -> None:
    assert may_be_none(words)


@pytest.mark.parametrize("words", [[("at most", "3"), ("at least", "1")], [("more than", "0")]])
def test_what_cannot_be_nothing_is_known(words: list[tuple[str, str]]) -> None:
    assert not may_be_none(words)
