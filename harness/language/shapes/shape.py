"""What every shape has in common, and the two sentences for a node of the wrong kind."""

from typing import Protocol, TypeVar

from harness.language.reading.nodes import ListNode, MappingNode, Node, TextNode
from harness.language.reading.reading import Reading

T_co = TypeVar("T_co", covariant=True)


class Shape(Protocol[T_co]):
    """Reads one node.

    A node that does not fit becomes a problem, and some value of the type stands in for it: a file
    with a problem is never used, and reading on finds its other problems.
    """

    def read(self, node: Node, reading: Reading) -> T_co:
        """Return what the node says."""
        ...


def text_of(
    node: Node, reading: Reading, expected: str = "a text", *, remedy: str = "Write it on one line."
) -> str | None:
    """Return a node's text, or None after noting that it has none.

    Args:
        node: What was written.
        reading: Where a problem is noted.
        expected: What should stand here, with its article.
        remedy: How to write it, for who wrote a list or a mapping.
    """
    if not isinstance(node, TextNode):
        reading.problem(node, f"{expected} is expected here, not {kind_of(node)}. {remedy}")
        return None
    if not node.text.strip() and not (node.quoted and not node.text):
        reading.problem(node, f"{expected} is missing here. Write it, or take the key out.")
        return None
    return node.text


def kind_of(node: Node) -> str:
    """Return what a node is, with its article."""
    if isinstance(node, ListNode):
        return "a list"
    return "keys and values" if isinstance(node, MappingNode) else "a text"
