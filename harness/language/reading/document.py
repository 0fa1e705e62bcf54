"""A file's text in, its YAML as nodes out; what YAML itself or this language forbids becomes problems.

The parser's events are walked instead of its own node tree: that keeps anchors, tags and further
documents visible, and a bound on the depth keeps hostile files from the parser's recursion.
"""

import re

import yaml

from harness.language.reading import faults, stops
from harness.language.reading.lost_texts import report_lost_texts
from harness.language.reading.nodes import ListNode, MappingNode, Node, TextNode
from harness.language.reading.reading import Reading

DEPTH_LIMIT = 24

# PyYAML built without libyaml reads the same, only slower.
_Parser = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

# Tabs anywhere; of the other spaces only those that look like indentation.
_FALSE_SPACE = re.compile("\t|^ *[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]", re.MULTILINE)

_CUT_NUMBER = re.compile(r"\d,\d")


def read_nodes(reading: Reading) -> Node | None:
    """Return the file's content, or None when it has none that can be read."""
    if _report_false_space(reading):
        return None
    try:
        node = _Document(reading).read()
    except stops.Fault as fault:
        reading.problem(fault, str(fault))
        return None
    report_lost_texts(reading)
    return node


def _report_false_space(reading: Reading) -> bool:
    found = _FALSE_SPACE.search(reading.source.text)
    if not found:
        return False
    line, column = reading.source.position(found.end() - 1)
    is_indent = not reading.source.line(line)[: column - 1].strip()
    remedy = "Indent with spaces." if is_indent else "Write spaces instead."
    kind = (
        "a tab"
        if found.group().endswith("\t")
        else f"a space of another kind (U+{ord(found.group()[-1]):04X})"
    )
    reading.problem(stops.Spot(line, column), f"{kind}. {remedy}")
    return True


class _Document:
    """The one document of a file, read event by event."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._parser = _Parser(reading.source.text)
        self._last: yaml.Event | None = None
        self._is_whole = True

    def read(self) -> Node | None:
        try:
            return self._content()
        finally:
            self._parser.dispose()

    def _content(self) -> Node | None:
        self._next()
        if isinstance(self._next(), yaml.StreamEndEvent):
            raise stops.Fault(1, 1, "the file is empty. Fill it, or delete it.")
        node = self._node(self._next(), depth=0)
        self._next()
        after = self._next()
        if isinstance(after, yaml.DocumentStartEvent):
            spot = stops.spot(after.start_mark)
            self._reading.problem(
                spot, 'a second document begins here with "---". Put it into a file of its own.'
            )
        return node if self._is_whole else None

    def _next(self) -> yaml.Event:
        try:
            event: yaml.Event = self._parser.get_event()
        except yaml.MarkedYAMLError as error:
            raise faults.fault_of(error, self._reading.source, self._last) from error
        self._last = event
        return event

    def _node(self, event: yaml.Event, depth: int) -> Node:
        at = stops.spot(event.start_mark)
        if depth > DEPTH_LIMIT:
            raise stops.Fault(
                at.line, at.column, f"more than {DEPTH_LIMIT} levels inside each other. Write it flatter."
            )
        self._refuse_extras(event, at)
        if isinstance(event, yaml.ScalarEvent):
            is_block = event.style in {"|", ">"}
            text = event.value.rstrip("\n") if is_block else event.value
            return TextNode(text, at.line, at.column, quoted=bool(event.style))
        if isinstance(event, yaml.SequenceStartEvent):
            return ListNode(self._items(depth + 1), at.line, at.column)
        if isinstance(event, yaml.MappingStartEvent):
            return MappingNode(self._pairs(depth + 1), at.line, at.column)
        return TextNode("", at.line, at.column)  # an alias, told above

    def _refuse_extras(self, event: yaml.Event, at: stops.Spot) -> None:
        anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
        if isinstance(event, yaml.AliasEvent):
            self._is_whole = False
            self._refuse(f"*{anchor}", "an alias", at)
        elif anchor:
            self._refuse(f"&{anchor}", "an anchor", at)
        if tag:
            self._refuse(faults.shown_tag(tag), "a tag", at)

    def _refuse(self, written: str, kind: str, at: stops.Spot) -> None:
        self._reading.problem(
            at, f'"{written}" is {kind} to YAML; there are none here. If it is a text, put it in quotes.'
        )

    def _items(self, depth: int) -> tuple[Node, ...]:
        items = []
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            items.append(self._node(event, depth))
        return tuple(items)

    def _pairs(self, depth: int) -> tuple[tuple[TextNode, Node], ...]:
        pairs: dict[str, tuple[TextNode, Node]] = {}
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            key = self._key(event, depth)
            value = self._node(self._next(), depth)
            if key and self._is_cut_by_a_comma(key, value, pairs):
                continue
            if key and _lacks_space(key, value):
                self._reading.whole_line_problem(
                    key,
                    f'a space is missing after the ":" in "{key.text}". Add it, or put the text in quotes.',
                )
            if key and not self._is_repeated(key, value, pairs):
                pairs[key.text] = (key, value)
        return tuple(pairs.values())

    def _is_cut_by_a_comma(self, key: TextNode, value: Node, pairs: dict[str, tuple[TextNode, Node]]) -> bool:
        """Report `{at most: $1,299.00}`, which YAML ends at the comma."""
        _, before = next(reversed(pairs.values()), (None, None))
        if not isinstance(before, TextNode) or before.quoted or not _is_empty(value):
            return False
        whole = f"{before.text},{key.text}"
        written = self._reading.source.line(key.line)[before.column - 1 :]
        if not _CUT_NUMBER.search(whole) or key.line != before.line or not written.startswith(whole):
            return False
        self._reading.whole_line_problem(
            before, f'inside braces the comma ends a text. Put the whole text in quotes: "{whole}".'
        )
        return True

    def _key(self, event: yaml.Event, depth: int) -> TextNode | None:
        node = self._node(event, depth)
        if not isinstance(node, TextNode):
            self._reading.problem(node, "a key must be a text. Put it in quotes.")
            self._is_whole = False
            return None
        if node.text == "<<" and not node.quoted:
            self._reading.problem(node, '"<<" merges mappings in YAML; here it does not. Repeat the keys.')
            self._is_whole = False
            return None
        if not node.text:
            self._reading.problem(node, 'a key is missing before ":". Name it, or put the text in quotes.')
            self._is_whole = False
            return None
        return node

    def _is_repeated(self, key: TextNode, value: Node, pairs: dict[str, tuple[TextNode, Node]]) -> bool:
        if key.text not in pairs:
            return False
        first, earlier = pairs[key.text]
        is_list = isinstance(value, ListNode) or isinstance(earlier, ListNode)
        remedy = "Put all of it into one list." if is_list else "Keep one of them."
        self._reading.problem(key, f'"{key.text}" is here twice, first in line {first.line}. {remedy}')
        return True


def _lacks_space(key: TextNode, value: Node) -> bool:
    """Say whether `{code:SAVE10}` was written, which YAML takes for a key without a value."""
    return _is_empty(value) and not key.quoted and re.search(r"[^:/]:[^:/]", key.text) is not None


def _is_empty(value: Node) -> bool:
    return isinstance(value, TextNode) and not value.text and not value.quoted
