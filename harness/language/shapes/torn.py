"""A text that YAML tore into key and value, because an unquoted `: ` stands in it."""

from harness.language.reading.nodes import MappingNode, Node, TextNode
from harness.language.reading.reading import Reading


def report_torn(node: Node, reading: Reading) -> bool:
    """Report `heading "Total: $5"` and the like; return whether the node was one."""
    if not isinstance(node, MappingNode) or not node.pairs:
        return False
    key, value = node.pairs[0]
    if key.quoted or key.text.count('"') % 2 == 0 or not _closes(value):
        return False
    reading.problem(
        key, "the \": \" inside makes two of this text. Put the whole text in single quotes: '...'."
    )
    return True


def _closes(value: Node) -> bool:
    return isinstance(value, TextNode) and not value.quoted and value.text.count('"') % 2 == 1
