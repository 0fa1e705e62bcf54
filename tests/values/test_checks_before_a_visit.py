from collections.abc import Mapping, Sequence

import pytest

from harness.values.checks import WORDS
from harness.values.problems import Problem, problems_of
from tests.values.site_of_the_tests import site

FAULTY: list[tuple[Mapping[str, str | Sequence[str]], str, str]] = [
    ({}, "", f"no check is named. Known checks: {', '.join(WORDS)}."),
    ({"by": "10%"}, "by", '"by" goes with exactly one of "less than" and "more than".'),
    ({"is": "5", "by": "10%"}, "by", '"by" goes with exactly one of "less than" and "more than".'),
    (
        {"less than": "5", "more than": "2", "by": "1"},
        "by",
        '"by" goes with exactly one of "less than" and "more than".',
    ),
    (
        {"less than": "5", "by": "ten"},
        "by",
        'cannot read "ten" after "by": write it like "10%", "$4.00" or "at least 10%".',
    ),
    (
        {"is": "/(/"},
        "is",
        '"/(/" is not a valid regular expression: missing ), unterminated subpattern at position 0.',
    ),
    ({"is": "/.*/"}, "is", '"/.*/" is true of every text. Say what must be there.'),
    ({"is": ["a"]}, "is", '"is" takes a text.'),
    ({"one of": "a"}, "one of", '"one of" takes a list of texts.'),
    ({"one of": []}, "one of", '"one of" needs at least one text.'),
    (
        {"one of": ["a", "/(/"]},
        "one of",
        '"/(/" is not a valid regular expression: missing ), unterminated subpattern at position 0.',
    ),
    ({"contains": ""}, "contains", 'every text contains "". Say what must be there.'),
    ({"at most": "/x/"}, "at most", '"at most" compares amounts or dates, not the regular expression "/x/".'),
]


@pytest.mark.parametrize(("words", "word", "text"), FAULTY, ids=[str(row[0]) for row in FAULTY])
def test_a_faulty_check_is_told_without_knowing_the_site(
    words: Mapping[str, str | Sequence[str]], word: str, text: str
) -> None:
    assert problems_of(words) == problems_of(words, site()) == [Problem(word, text)]


@pytest.mark.parametrize(
    ("words", "text"),
    [
        (
            {"less than": "cheap"},
            'cannot compare with "cheap": it holds no money, number, percentage or date.',
        ),
        ({"no later than": "5"}, 'cannot read "5" as a date: it holds no date.'),
        ({"less than": "$5", "by": "0%"}, '"0%" after "by" is not above zero.'),
        (
            {"at least": "1.299,00"},
            'cannot read "1.299,00" as a number: "1.299,00" is not how en-US writes a number (1,234.56).',
        ),
    ],
    ids=str,
)
def test_an_amount_is_judged_where_the_locale_is_known(words: dict[str, str], text: str) -> None:
    assert problems_of(words) == []
    assert [problem.text for problem in problems_of(words, site())] == [text]


@pytest.mark.parametrize(
    "words",
    [
        {"less than": "${before}", "by": "${by}"},
        {"less than": "$40.00", "by": "at least 10%"},
        {"more than": "$40.00", "by": "$4"},
        {"at least": "3", "at most": "5"},
        {"no later than": "in 3 working days"},
        {"one of": ["S", "${size}", "/X+L/"]},
        {"is": ""},
        {"is": "/product/blue-shirt"},
    ],
    ids=str,
)
def test_a_sound_check_has_no_problem(words: Mapping[str, str | Sequence[str]]) -> None:
    assert problems_of(words, site()) == []
