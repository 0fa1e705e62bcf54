from pathlib import Path

import pytest

from harness.language.shapes.check_examples import EXAMPLES, with_example
from harness.values.checks import WORDS

from .cases import project_with


def test_every_check_has_an_example() -> None:
    assert set(EXAMPLES) == set(WORDS)


@pytest.mark.parametrize("example", EXAMPLES.values())
def test_every_example_is_right(example: str, tmp_path: Path) -> None:
    text = f"journey: Look\nsteps:\n  - step: Look\n    see:\n      - Value: {example}\n"

    assert project_with(text, tmp_path).problems == ()


def test_a_problem_that_says_how_to_write_it_gets_no_second_example() -> None:
    assert with_example("by", "wrong: write it like 10%.") == "wrong: write it like 10%."
    assert with_example("", "no check is named.") == "no check is named."
