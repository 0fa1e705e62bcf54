"""How far a visit may commit the shopper, from nothing to an order."""

from collections.abc import Mapping

COMMITMENTS = ("nothing", "cart", "message", "account", "order", "return")
COMMITTING = ("message", "account", "order", "return")
"""The levels that are more than a guest basket, which leaves no debt."""

_RANK: Mapping[str, int] = {"nothing": 0, "cart": 1, "message": 2, "account": 3, "order": 4, "return": 4}


def includes(declared: str, level: str) -> bool:
    """Say whether who may commit to `declared` may also commit to `level`.

    `order` and `return` each include all the others, but not each other.
    """
    return declared == level or _RANK[declared] > _RANK[level]
