"""A path such as `items[0].price` and what JSON says in, the value at it out."""

import re
from dataclasses import dataclass
from typing import TypeAlias

Tree: TypeAlias = "str | int | float | bool | list[Tree] | dict[str, Tree] | None"
"""What JSON can say."""

PATH = re.compile(r"(?:[^\s.\[\]]+|\[[0-9]{1,6}\])(?:\.[^\s.\[\]]+|\[[0-9]{1,6}\])*")
_PIECE = re.compile(r"[^.\[\]]+")


@dataclass(frozen=True)
class Missing:
    """Where a path ends before its value: what is there, and the names or numbers it has."""

    at: str
    known: tuple[str, ...]


def names_of(path: str) -> list[str]:
    """Return the names a path goes along: `items`, `0` and `price` of `items[0].price`."""
    return _PIECE.findall(path)


def value_at(tree: Tree, path: str) -> "Tree | Missing":
    """Return what stands at a path; pieces that are numbers count the items of a list from 0."""
    so_far: list[str] = []
    for piece in names_of(path):
        inner = _inner(tree)
        if piece not in inner:
            return Missing(".".join(so_far), tuple(inner))
        tree = inner[piece]
        so_far.append(piece)
    return tree


def _inner(tree: Tree) -> dict[str, Tree]:
    if isinstance(tree, list):
        return {str(number): item for number, item in enumerate(tree)}
    return tree if isinstance(tree, dict) else {}
