"""Shapes of several things: a list, and a mapping whose keys the author chooses."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from harness.language.reading.nodes import ListNode, MappingNode, Node
from harness.language.reading.reading import Reading
from harness.language.shapes.shape import Shape, kind_of

T = TypeVar("T")


@dataclass(frozen=True)
class ListOf(Generic[T]):
    """A list of things of one shape.

    Args:
        item: The shape of each.
        kind: What they are, in the plural: `steps`.
        may_be_empty: Whether `[]` says something.
    """

    item: Shape[T]
    kind: str
    may_be_empty: bool = False

    def read(self, node: Node, reading: Reading) -> tuple[T, ...]:
        """Return what each item says."""
        if not isinstance(node, ListNode):
            reading.problem(node, f'a list of {self.kind} is expected here. Begin each with "- ".')
            return ()
        if not (node.items or self.may_be_empty):
            reading.problem(node, f"the list of {self.kind} is empty. Fill it, or take the key out.")
        return tuple(self.item.read(item, reading) for item in node.items)


@dataclass(frozen=True)
class OneOrMore(Generic[T]):
    """One thing, or a list of several of the same shape."""

    item: Shape[T]
    kind: str

    def read(self, node: Node, reading: Reading) -> tuple[T, ...]:
        """Return what is said of each."""
        if isinstance(node, ListNode):
            return ListOf(self.item, self.kind).read(node, reading)
        return (self.item.read(node, reading),)


@dataclass(frozen=True)
class MappingOf(Generic[T]):
    """Names that the author chooses, each with something of one shape.

    Args:
        name: The shape of a name.
        value: The shape of what stands behind it.
        example: How it is written.
    """

    name: Shape[str]
    value: Shape[T]
    example: str

    def read(self, node: Node, reading: Reading) -> Mapping[str, T]:
        """Return what stands behind each name."""
        if not isinstance(node, MappingNode):
            reading.problem(
                node,
                f"names with values are expected here, not {kind_of(node)}. Write them like: {self.example}",
            )
            return {}
        if not node.pairs:
            reading.problem(node, f"names with values are missing here. Write them like: {self.example}")
        return {self.name.read(key, reading): self.value.read(value, reading) for key, value in node.pairs}
