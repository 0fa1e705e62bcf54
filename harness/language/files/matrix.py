"""A journey's matrix in, its combinations out: all of them, or so few that every two values meet once."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, product
from typing import Any

from allpairspy import AllPairs

from harness.grammar.near import nearest
from harness.language.files.personas import DIFFERENT_IN_A_MATRIX
from harness.language.model import Variant
from harness.language.reading.nodes import MappingNode, Node, TextNode
from harness.language.reading.reading import Reading
from harness.language.shapes.collections import ListOf, MappingOf
from harness.language.shapes.names import Name
from harness.language.shapes.rows import FixedText
from harness.language.shapes.shape import Shape
from harness.language.shapes.table import Found, Key, Table

OWN = "own"
"""The persona's own device, connection, ...: nothing is different."""
MOST_VISITS, MOST_DIMENSIONS = 500, 10
_PERSONA_SHAPES: Mapping[str, Shape[Any]] = {key.name: key.shape for key in DIFFERENT_IN_A_MATRIX}


@dataclass(frozen=True)
class _Value:
    """One value of one dimension, as it is written and as it is meant."""

    dimension: str
    text: str
    meant: Any

    @property
    def is_own(self) -> bool:
        return self.dimension in _PERSONA_SHAPES and self.text == OWN


@dataclass(frozen=True)
class _ValueOf:
    """What a dimension may be: of the persona, by the keys of the personas file; else a text."""

    dimension: str

    def read(self, node: Node, reading: Reading) -> _Value:
        shape = _PERSONA_SHAPES.get(self.dimension, FixedText())
        text = node.text if isinstance(node, TextNode) else ""
        if self.dimension in _PERSONA_SHAPES and text == OWN:
            return _Value(self.dimension, text, None)
        return _Value(self.dimension, text, shape.read(node, reading))


@dataclass(frozen=True)
class Combinations:
    """Dimensions with their values.

    Args:
        every: Whether all combinations are wanted, or only every pair of values.
    """

    every: bool

    def read(self, node: Node, reading: Reading) -> tuple[Variant, ...]:
        """Return the combinations."""
        before = len(reading.problems)
        dimensions = _dimensions(node, reading)
        if len(reading.problems) > before or not dimensions:
            return ()
        if len(dimensions) > MOST_DIMENSIONS:
            reading.problem(node, f"more than {MOST_DIMENSIONS} dimensions. Take some out.")
            return ()
        sizes = sorted(map(len, dimensions), reverse=True)
        number = math.prod(sizes if self.every else sizes[:2])
        chosen = list(islice(self._chosen(dimensions), MOST_VISITS + 1)) if number <= MOST_VISITS else ()
        if number > MOST_VISITS or len(chosen) > MOST_VISITS:
            told = f"{number}" if number > MOST_VISITS else f"more than {MOST_VISITS}"
            remedy = ' Write "pairs:" instead of "all:".' if self.every else " Take some values out."
            reading.problem(
                node, f"the matrix asks for {told} visits, and {MOST_VISITS} is the most.{remedy}"
            )
            return ()
        return tuple(map(_variant, chosen))

    def _chosen(self, dimensions: Sequence[Sequence[_Value]]) -> Iterator[Sequence[_Value]]:
        if self.every or len(dimensions) == 1:
            yield from product(*dimensions)
        else:
            yield from AllPairs([list(values) for values in dimensions])


def _dimensions(node: Node, reading: Reading) -> list[tuple[_Value, ...]]:
    if not isinstance(node, MappingNode):
        MappingOf(Name(), FixedText(), "device: [own, Pixel 7]").read(node, reading)
        return []
    dimensions = []
    for key, values in node.pairs:
        name = Name().read(key, reading)
        found = ListOf(_ValueOf(name), "values").read(values, reading)
        texts = [value.text for value in found]
        for text in {text for text in texts if texts.count(text) > 1}:
            reading.problem(values, f'"{text}" stands here twice. Write it once.')
        dimensions.append(found)
    return dimensions


def _variant(values: Sequence[_Value]) -> Variant:
    different = {each.dimension: each.meant for each in values if each.dimension in _PERSONA_SHAPES}
    return Variant(
        words={each.dimension: each.text for each in values if not each.is_own},
        values={each.dimension: each.meant for each in values if each.dimension not in _PERSONA_SHAPES},
        **different,
    )


_PAIRS = Key(
    "pairs", Combinations(every=False), "Dimensions with values; every two values meet at least once.", ()
)
_ALL = Key("all", Combinations(every=True), "Dimensions with values; all combinations are walked.", ())
MATRIX_KEYS = (_PAIRS, _ALL)


def _variants(found: Found) -> tuple[Variant, ...]:
    return (*found[_PAIRS], *found[_ALL]) or (Variant(),)


_TABLE = Table("a matrix", MATRIX_KEYS, _variants)


@dataclass(frozen=True)
class Matrix:
    """One of the two ways to combine dimensions."""

    table: Table[tuple[Variant, ...]] = _TABLE

    def read(self, node: Node, reading: Reading) -> tuple[Variant, ...]:
        """Return the combinations."""
        written = [name for name, _ in node.pairs] if isinstance(node, MappingNode) else []
        known = {key.name for key in MATRIX_KEYS}
        if written and not any(nearest(name.text, known) for name in written):
            names = ", ".join(f'"{name.text}"' for name in written)
            reading.problem(
                written[0],
                f'nothing says how these are combined. Put {names} below "pairs:", or below "all:".',
            )
            reading.misses_names = True
            return (Variant(),)
        variants = self.table.read(node, reading)
        if isinstance(node, MappingNode) and not written:
            reading.problem(node, 'the matrix is empty. Write "pairs:" into it, or take it out.')
        if len([name for name in written if name.text in known]) > 1:
            reading.problem(written[1], 'a matrix has either "pairs:" or "all:". Take one of them out.')
        return variants
