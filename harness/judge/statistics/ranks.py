"""Two samples in, whether and how much the values of one are above the other's out."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from functools import cache
from math import erfc, sqrt

EXACT_MOST = 50
"""Samples smaller than this are counted out exactly where no values are equal, as R's `wilcox.test` does."""


def mann_whitney(one: Sequence[float], other: Sequence[float]) -> tuple[float, float]:
    """Return U of the first sample and the two-sided p of Mann and Whitney (1947).

    Exact for small samples without equal values; else the normal approximation, corrected for equal values
    and for continuity.

    Args:
        one: At least one value.
        other: At least one value.
    """
    u = _u(one, other)
    values = Counter((*one, *other))
    if len(values) == len(one) + len(other) and max(len(one), len(other)) < EXACT_MOST:
        return u, _exact(round(u), len(one), len(other))
    return u, _approximate(u, len(one), len(other), tuple(values.values()))


def cliffs_delta(one: Sequence[float], other: Sequence[float]) -> float:
    """Return how much oftener a value of the first sample is above one of the other's than below: -1 to 1.

    Cliff, Dominance statistics, Psychological Bulletin 114 (1993).
    """
    return 2 * _u(one, other) / (len(one) * len(other)) - 1


def holm(chances: Sequence[float]) -> list[float]:
    """Return each p as it stands among so many, so that all of them together are wrong as rarely as one.

    Holm, A simple sequentially rejective multiple test procedure, Scand. J. Statist. 6 (1979).
    """
    adjusted = [1.0] * len(chances)
    least = 0.0
    for done, index in enumerate(sorted(range(len(chances)), key=chances.__getitem__)):
        least = max(least, min(1.0, (len(chances) - done) * chances[index]))
        adjusted[index] = least
    return adjusted


def sure_at(chances: Sequence[float], families: int, level: float) -> float:
    """Return how likely chance may be at most, so that few of the families that are told are false alarms.

    Benjamini and Hochberg, J. R. Statist. Soc. B 57 (1995), over families; what is told within one is held to
    the same, after Benjamini and Bogomolov, J. R. Statist. Soc. B 76 (2014).

    Args:
        chances: The least p of each family that has a small one.
        families: How many there were in all.
        level: What part of those that are told may be false.
    """
    ordered = sorted(chances)
    passed = [
        level * rank / families for rank, chance in enumerate(ordered, 1) if chance <= level * rank / families
    ]
    return passed[-1] if passed else 0.0


def _u(one: Sequence[float], other: Sequence[float]) -> float:
    """Count the pairs in which the first one's value is greater; equal ones count half."""
    ordered = sorted(other)
    return sum((bisect_left(ordered, value) + bisect_right(ordered, value)) / 2 for value in one)


def _exact(u: int, size: int, other_size: int) -> float:
    counts = _ways(size, other_size)
    at_most = sum(counts[: min(u, size * other_size - u) + 1])
    return min(1.0, 2 * at_most / sum(counts))


@cache
def _ways(size: int, other_size: int) -> tuple[int, ...]:
    """Return in how many orders of all values each U comes about: a Gaussian binomial coefficient."""
    ways = [1] + [0] * (size * other_size)
    for factor in range(1, size + 1):
        step = other_size + factor
        for u in range(len(ways) - 1, step - 1, -1):
            ways[u] -= ways[u - step]
        for u in range(factor, len(ways)):
            ways[u] += ways[u - factor]
    return tuple(ways)


def _approximate(u: float, size: int, other_size: int, equal: Sequence[int]) -> float:
    pairs, together = size * other_size, size + other_size
    ties = sum(count**3 - count for count in equal) / (together * (together - 1))
    spread = sqrt(pairs / 12 * (together + 1 - ties))
    if not spread:
        return 1.0
    away = max(0.0, abs(u - pairs / 2) - 0.5)
    return min(1.0, erfc(away / spread / sqrt(2)))
