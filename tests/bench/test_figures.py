"""The arithmetic of the measurements; the measurements themselves are never asserted."""

import pytest

from .figures import Cost, Figure, Spread, interleave, ratio


def test_one_disturbed_repetition_does_not_move_the_middle() -> None:
    assert Spread.of([2.0, 1.0, 90.0]) == Spread(middle=2.0, low=1.0, high=90.0)


def test_a_ratio_is_that_of_the_medians_with_the_spread_of_the_rounds() -> None:
    assert ratio([2.0, 3.0, 4.0], [2.0, 2.0, 1.0]) == Spread(middle=1.5, low=1.0, high=4.0)


def test_ratios_are_only_taken_of_the_same_rounds() -> None:
    with pytest.raises(ValueError, match="shorter"):
        ratio([1.0, 2.0], [1.0])


def test_candidates_take_turns_and_none_is_always_first() -> None:
    order: list[str] = []

    def candidate(name: str) -> Cost:
        order.append(name)
        return Cost(wall_s=1, cpu_s=1)

    costs = interleave({name: lambda name=name: candidate(name) for name in "ab"}, rounds=2)  # type: ignore[misc]

    assert "".join(order) == "ba" + "ab" + "ba"
    assert {name: len(each) for name, each in costs.items()} == {"a": 2, "b": 2}


def test_a_target_is_met_by_the_median() -> None:
    spread = Spread(middle=1.2, low=1.0, high=2.0)
    assert Figure("a", "x", spread, at_most=1.25).within
    assert not Figure("a", "x", spread, at_most=1.1).within
    assert Figure("a", "x", spread).within is None
