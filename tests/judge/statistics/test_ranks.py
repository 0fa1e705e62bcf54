"""Ranks give what R and the published tables give."""

import pytest

from harness.judge.statistics.ranks import cliffs_delta, holm, mann_whitney, sure_at

PERMEABILITY_AT_TERM = (0.80, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46)
PERMEABILITY_EARLIER = (1.15, 0.88, 0.90, 0.74, 1.21)
"""Hollander and Wolfe (1973), page 69; the first example of R's `?wilcox.test`."""

OZONE_IN_MAY = (
    *(41, 36, 12, 18, 28, 23, 19, 8, 7, 16, 11, 14, 18, 14, 34, 6, 30, 11, 1, 11, 4, 32, 23, 45, 115, 37),
)
OZONE_IN_AUGUST = (
    *(39, 9, 16, 78, 35, 66, 122, 89, 110, 44, 28, 65, 22, 59, 23, 31, 44, 21, 9, 45, 168, 73, 76, 118),
    *(84, 85),
)
"""R's `airquality`, with equal values; the last example of R's `?wilcox.test`."""


def test_without_equal_values_p_is_exact_as_in_r() -> None:
    u, chance = mann_whitney(PERMEABILITY_AT_TERM, PERMEABILITY_EARLIER)
    assert u == 35  # R: W = 35, p-value = 0.1272 for one side
    assert chance == pytest.approx(2 * 0.1272, abs=1e-4)


def test_with_equal_values_p_is_approximated_as_in_r() -> None:
    u, chance = mann_whitney(OZONE_IN_MAY, OZONE_IN_AUGUST)
    assert u == 127.5  # R: W = 127.5, p-value = 0.0001208
    assert chance == pytest.approx(0.0001208, abs=1e-7)


@pytest.mark.parametrize(
    ("size", "other_size", "critical"), [(5, 5, 2), (5, 8, 6), (8, 8, 13), (10, 10, 23), (5, 20, 20)]
)
def test_the_critical_values_are_those_of_the_tables(size: int, other_size: int, critical: int) -> None:
    """Critical U for two sides and 0.05, as in every textbook (Siegel 1956, table K)."""
    assert _chance_of(critical, size, other_size) <= 0.05 < _chance_of(critical + 1, size, other_size)


def _chance_of(u: int, size: int, other_size: int) -> float:
    """Make two samples without equal values whose U is this, and return its p."""
    above, rest = divmod(u, other_size)
    places = [0] * (size - above - 1) + [rest] + [other_size] * above
    one = [place + (index + 1) / (size + 1) for index, place in enumerate(places)]
    found, chance = mann_whitney(one, list(range(1, other_size + 1)))
    assert found == u
    return chance


def test_nothing_is_sure_where_all_values_are_equal() -> None:
    assert mann_whitney((3, 3, 3), (3, 3, 3, 3)) == (6, 1)
    assert cliffs_delta((3, 3), (3, 3, 3)) == 0


def test_cliffs_delta_tells_how_far_two_samples_are_apart() -> None:
    assert cliffs_delta((4, 5, 6), (1, 2, 3)) == 1
    assert cliffs_delta((1, 2, 3), (4, 5, 6)) == -1
    assert cliffs_delta((1, 3), (2, 2)) == 0


def test_holm_asks_more_of_each_the_more_there_are() -> None:
    """As R's `p.adjust(c(0.04, 0.01, 0.03, 0.02), "holm")`."""
    assert holm([0.04, 0.01, 0.03, 0.02]) == pytest.approx([0.06, 0.04, 0.06, 0.06])
    assert holm([]) == []


def test_the_more_are_looked_at_the_surer_each_must_be() -> None:
    """As R's `p.adjust(c(0.001, 0.012, 0.04), "BH", n = 4) <= 0.05`: the first two."""
    assert sure_at([0.04, 0.001, 0.012], families=4, level=0.05) == pytest.approx(0.025)
    assert sure_at([0.04], families=4, level=0.05) == 0
    assert sure_at([], families=4, level=0.05) == 0
