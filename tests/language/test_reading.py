from contextlib import suppress

import pytest

from harness.language.model import Place
from harness.language.reading.reading import PROBLEM_LIMIT, Reading, TooManyProblemsError
from harness.language.reading.source import Source
from harness.language.reading.stops import Spot

TEXT = "one\n  two: ${x}\n'quoted': y\n|block\n"


def reading() -> Reading:
    return Reading(Source("f.yaml", TEXT))


def test_a_full_reading_takes_no_more_problems() -> None:
    full = reading()
    with suppress(TooManyProblemsError):
        for number in range(PROBLEM_LIMIT):
            full.problem(Spot(1, 1), f"wrong {number}.")

    with pytest.raises(TooManyProblemsError):
        full.problem(Spot(2, 1), "one more.")

    assert len(full.problems) == PROBLEM_LIMIT


def test_an_offset_counts_inside_quotes_and_stays_at_the_mark_of_a_block() -> None:
    assert reading().place(Spot(1, 1), 2) == Place("f.yaml", 1, 3)
    assert reading().place(Spot(3, 1), 2) == Place("f.yaml", 3, 4)
    assert reading().place(Spot(4, 1), 2) == Place("f.yaml", 4, 1)
    assert reading().place(Spot(1, 1), 99) == Place("f.yaml", 1, 4)


def test_a_text_is_found_at_or_after_a_place() -> None:
    assert reading().find("${x}", Place("f.yaml", 1)) == Place("f.yaml", 2, 8)
    assert reading().find("one", Place("f.yaml", 1, 2)) == Place("f.yaml", 1, 2)


def test_a_long_message_is_cut_and_stays_on_one_line() -> None:
    told = reading()

    told.problem(Spot(1, 1), f"unknown key {'x' * 5000}\n in a journey. Did you mean this?")

    (problem,) = told.problems
    assert len(problem.message) < 600
    assert problem.message.endswith("x in a journey. Did you mean this?")


def test_a_snippet_shows_the_line_before_and_a_caret() -> None:
    told = reading()

    told.problem(Spot(2, 8), "unknown name.")

    assert str(told.problems[0]) == (
        "f.yaml:2:8: unknown name.\n      1 | one\n  >   2 |   two: ${x}\n                 ^"
    )
