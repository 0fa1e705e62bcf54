"""A block text that holds an aria snapshot in, the same text out once all of it can be read."""

import re

from harness.grammar.snapshot_lines import entry_problem, property_problem
from harness.language.reading.document import read_nodes
from harness.language.reading.nodes import ListNode, MappingNode, Node, TextNode
from harness.language.reading.reading import Reading
from harness.language.reading.source import Source
from harness.language.reading.stops import Spot
from harness.language.shapes.names import Words

BARE_SNAPSHOT = (
    'a line of an aria snapshot, which is one text. Write "- |" and the whole of it below, indented.'
)
_ATTRIBUTED = re.compile(r".+ \[[a-z]+(=\w+)?\]")
_ENTRY = 'Write it like: heading "Your basket"'


def is_snapshot(node: TextNode, reading: Reading) -> bool:
    """Whether a text is a block that begins as a list does; any other text is one."""
    return _opening(node, reading) in {"|", ">"} and node.text.lstrip().startswith("- ")


def is_bare_snapshot(node: Node) -> bool:
    """Whether a claim is a line of a snapshot that stands where each line would be a claim of its own."""
    if isinstance(node, TextNode):
        return bool(_ATTRIBUTED.fullmatch(node.text)) and entry_problem(node.text) is None
    if not isinstance(node, MappingNode):
        return False
    return any(isinstance(value, ListNode) and entry_problem(name.text) is None for name, value in node.pairs)


def read_snapshot(node: TextNode, reading: Reading) -> str:
    """Return the snapshot; its problems are told with their places in the file."""
    if _opening(node, reading) == ">":
        reading.problem(
            node, 'an aria snapshot stands after "|", because its lines count. Write "|" for ">".'
        )
        return node.text
    Words().read(node, reading)
    inner = Reading(Source(reading.source.file, node.text))
    content = read_nodes(inner)
    if content is not None:
        _entries(content, inner)
    indent = _indent(node, reading)
    for problem in inner.problems:
        reading.problem(Spot(node.line + problem.place.line, indent + problem.place.column), problem.message)
    return node.text


def _opening(node: TextNode, reading: Reading) -> str:
    return reading.source.line(node.line)[node.column - 1 : node.column] if node.quoted else ""


def _indent(node: TextNode, reading: Reading) -> int:
    number, line = next((n, line) for n, line in enumerate(node.text.splitlines(), 1) if line.strip())
    return len(reading.source.line(node.line + number).rstrip()) - len(line.rstrip())


def _entries(node: Node, inner: Reading) -> None:
    if not isinstance(node, ListNode):
        inner.problem(node, f'an aria snapshot is a list. Begin each line with "- ". {_ENTRY}')
        return
    for item in node.items:
        if isinstance(item, TextNode):
            _note(item, entry_problem(item.text), inner)
        elif isinstance(item, MappingNode):
            for name, value in item.pairs:
                _pair(name, value, inner)
        else:
            inner.problem(item, f"a list in a list is no entry. {_ENTRY}")


def _pair(name: TextNode, value: Node, inner: Reading) -> None:
    if name.text.startswith("/"):
        text = value.text if isinstance(value, TextNode) else ""
        _note(name, property_problem(name.text, text), inner)
        return
    _note(name, entry_problem(name.text), inner)
    if isinstance(value, ListNode) and name.text != "text":
        _entries(value, inner)
    elif not isinstance(value, TextNode):
        inner.problem(value, f'what stands in "{name.text}" is a text or a list. Begin each line with "- ".')


def _note(node: TextNode, problem: str | None, inner: Reading) -> None:
    if problem:
        inner.problem(node, problem)
