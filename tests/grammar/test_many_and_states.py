"""Words for several things, for states and lines of snapshots: read, or told; never anything else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harness.grammar.many import ROLE_OF, parse_many, refuse_near_misses
from harness.grammar.snapshot_lines import entry_problem
from harness.grammar.states import STATES, parse_state
from harness.grammar.target import ARIA_ROLES, TargetError

PIECES = [
    "rows",
    "items",
    "button",
    '"A"',
    "/a/",
    " in ",
    " on the page",
    "2nd ",
    " is ",
    "not ",
    "checked",
    '"',
    "/",
]


def test_several_things_have_a_role_a_name_and_a_place() -> None:
    target = parse_many('items "Blue" in last list "Results"')
    assert target is not None
    assert (target.word, target.name, target.many) == ("listitem", "Blue", True)
    assert target.inside is not None
    assert (target.inside.word, target.inside.nth) == ("list", -1)


@pytest.mark.parametrize(
    "text", ["Items", "items", "items in your basket", "link items", "3 rows on the page"]
)
def test_other_words_are_no_several_things(text: str) -> None:
    assert parse_many(text) is None


def test_every_word_for_several_things_has_a_role() -> None:
    assert set(ROLE_OF.values()) <= ARIA_ROLES


@pytest.mark.parametrize(
    "text", ["Your account is disabled", 'Your "gold" account is disabled', 'He says "no" is no']
)
def test_a_sentence_on_the_page_is_no_state(text: str) -> None:
    assert parse_state(text) is None


@given(st.lists(st.sampled_from(PIECES), max_size=7).map("".join))
def test_any_words_are_read_or_told(text: str) -> None:
    try:
        many, state = parse_many(text), parse_state(text)
        refuse_near_misses(text)
    except TargetError:
        return
    assert many is None or many.word in ARIA_ROLES
    assert state is None or state[1] in STATES


@given(st.text(alphabet='abheading "/[]=level1\\ ', max_size=30))
def test_any_line_of_a_snapshot_is_right_or_told(text: str) -> None:
    problem = entry_problem(f"nothing {text}")
    assert problem is not None
    assert ". " in problem or ": " in problem
