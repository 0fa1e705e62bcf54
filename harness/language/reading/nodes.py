"""What a YAML file holds: texts, lists and mappings, each with its place. Every scalar stays text."""

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class TextNode:
    """A scalar. `quoted` is true for every style but the plain one."""

    text: str
    line: int
    column: int
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class ListNode:
    """A sequence."""

    items: tuple["Node", ...]
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class MappingNode:
    """A mapping, in the order it was written; no key twice."""

    pairs: tuple[tuple[TextNode, "Node"], ...]
    line: int
    column: int


Node: TypeAlias = TextNode | ListNode | MappingNode
