"""How often something may be met, after so few nights."""

import pytest

from harness.judge.statistics.wilson import wilson


@pytest.mark.parametrize(
    ("met", "tried", "low", "high"),
    [
        (3, 3, 0.4385, 1),
        (1, 1, 0.2065, 1),
        (0, 10, 0, 0.2775),
        (81, 263, 0.2553, 0.3662),  # Newcombe, Statistics in Medicine 17 (1998), table I, method 3
        (15, 148, 0.0624, 0.1605),  # the same
        (0, 20, 0, 0.1611),  # the same
        (1, 29, 0.0061, 0.1718),  # the same
    ],
)
def test_the_interval_is_wilsons(met: int, tried: int, low: float, high: float) -> None:
    assert wilson(met, tried) == pytest.approx((low, high), abs=5e-5)


def test_without_a_try_nothing_is_known() -> None:
    assert wilson(0, 0) == (0, 1)
