"""How often something was met in so many tries in, how often it may be met out."""

from math import sqrt

Z_95 = 1.959964
"""Nineteen times of twenty, the truth lies within."""


def wilson(met: int, tried: int) -> tuple[float, float]:
    """Return the 95 % interval of a share: 3 of 3 is at least 0.44.

    Wilson, Probable inference, Journal of the American Statistical Association 22 (1927).

    Args:
        met: How often it was met, at most as often as it was tried.
        tried: How often it could have been; without a try nothing is known.
    """
    if not tried:
        return 0.0, 1.0
    share, square = met / tried, Z_95**2
    middle = (share + square / (2 * tried)) / (1 + square / tried)
    reach = Z_95 / (1 + square / tried) * sqrt(share * (1 - share) / tried + square / (4 * tried**2))
    return max(0.0, middle - reach), min(1.0, middle + reach)
