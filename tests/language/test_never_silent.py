"""Whatever stands in a file: it is a journey, or its problems are told; never neither, never a traceback."""

import random
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from harness.language.project import Project

from .cases import TESTS, project_with

GOOD = sorted((TESTS / "good").glob("*.yaml"))
BAD = sorted((TESTS / "bad").glob("*.yaml"))
PIECES = [
    *("journey:", "steps:", "- step: x", "do:", "see:", "click: A", "fill:", "{", "}", "[", "]", "- ", ": "),
    *(
        "'",
        '"',
        "\n",
        "  ",
        "    ",
        "${a}",
        "${",
        "#",
        " #x",
        "&a ",
        "*a",
        "!t ",
        "|",
        ">",
        "\t",
        "<<:",
        "---",
    ),
    *('button "A"', "/x/", "in ", "less than:", "use: Sign in", "with:", "\ufeff", "\r", "\x85", "é", "\x00"),
]


def outcome(content: str | bytes) -> Project:
    with TemporaryDirectory() as folder:
        return project_with(content, Path(folder))


def assert_not_silent(content: str | bytes) -> None:
    project = outcome(content)

    assert len(project.journeys) + bool(project.problems) == 1
    for problem in project.problems:
        assert problem.place.file == "journeys/buy/journey.yaml"
        assert problem.place.line >= 1
        assert problem.place.column >= 1
        assert "\n" not in problem.message


@given(st.text())
@settings(deadline=None, max_examples=100)
def test_any_text(text: str) -> None:
    assert_not_silent(text)


@given(st.binary())
@settings(deadline=None, max_examples=100)
def test_any_bytes(content: bytes) -> None:
    assert_not_silent(content)


@given(st.lists(st.sampled_from(PIECES), max_size=40))
@settings(deadline=None, max_examples=200)
def test_any_mixture_of_pieces_of_the_language(pieces: list[str]) -> None:
    assert_not_silent("".join(pieces))


@given(st.data())
@settings(deadline=None, max_examples=150)
def test_any_file_with_a_piece_put_somewhere(data: st.DataObject) -> None:
    text = data.draw(st.sampled_from(GOOD + BAD)).read_bytes().decode("utf-8", errors="replace")
    at = data.draw(st.integers(0, len(text)))
    cut = data.draw(st.integers(0, 5))
    piece = data.draw(st.sampled_from(PIECES))

    assert_not_silent(text[:at] + piece + text[at + cut :])


def delete(lines: list[str], at: int) -> None:
    del lines[at]


def double(lines: list[str], at: int) -> None:
    lines.insert(at, lines[at])


def misspell(lines: list[str], at: int) -> None:
    key, colon, rest = lines[at].partition(":")
    lines[at] = f"{key}x{colon}{rest}" if colon else lines[at] + "x"


def put_a_tab(lines: list[str], at: int) -> None:
    lines[at] = "\t" + lines[at]


def indent(lines: list[str], at: int) -> None:
    lines[at] = " " + lines[at]


def outdent(lines: list[str], at: int) -> None:
    lines[at] = lines[at].removeprefix("  ")


def open_a_quote(lines: list[str], at: int) -> None:
    lines[at] = lines[at].replace(": ", ': "', 1)


def close_a_brace(lines: list[str], at: int) -> None:
    lines[at] += "}"


def take_a_colon(lines: list[str], at: int) -> None:
    lines[at] = lines[at].replace(":", "", 1)


def empty_the_value(lines: list[str], at: int) -> None:
    lines[at] = lines[at].partition(":")[0] + ":"


MISTAKES: list[Callable[[list[str], int], None]] = [
    delete,
    double,
    misspell,
    put_a_tab,
    indent,
    outdent,
    open_a_quote,
    close_a_brace,
    take_a_colon,
    empty_the_value,
]


def mistaken(mistake: Callable[[list[str], int], None], count: int) -> Iterator[str]:
    chance = random.Random(mistake.__name__)  # noqa: S311 -- the same mistakes in every run
    for _ in range(count):
        lines = chance.choice(GOOD).read_text(encoding="utf-8").splitlines()
        mistake(lines, chance.randrange(len(lines)))
        yield "\n".join(lines)


@pytest.mark.parametrize("mistake", MISTAKES)
def test_three_hundred_mistakes(mistake: Callable[[list[str], int], None]) -> None:
    for text in mistaken(mistake, 30):
        assert_not_silent(text)


def test_a_tab_is_always_a_problem() -> None:
    for text in mistaken(put_a_tab, 30):
        assert outcome(text).problems, text
