"""The rows of `for each:` in, one mapping for each row out; all rows have the same names."""

from collections.abc import Mapping
from dataclasses import dataclass

from harness.grammar.near import nearest
from harness.language.model import Place
from harness.language.reading.nodes import ListNode, MappingNode, Node
from harness.language.reading.reading import Reading
from harness.language.shapes.collections import ListOf, MappingOf
from harness.language.shapes.names import Name
from harness.language.shapes.plain import PlainText
from harness.language.shapes.shape import text_of
from harness.language.shapes.table import Key, Table


@dataclass(frozen=True)
class FixedText:
    """A value that is the same in every visit; empty only between quotes."""

    def read(self, node: Node, reading: Reading) -> str:
        """Return the text."""
        text = text_of(node, reading, "a value")
        if text and "${" in text:
            reading.problem(
                node,
                '"${...}" cannot stand in a value that is given. Write it where the value is used.',
                text.index("${"),
            )
        return text or ""


ROWS = ListOf(MappingOf(Name(), FixedText(), "- {code: SAVE10, by: 10%}"), "rows")


@dataclass(frozen=True)
class RowsFile:
    """Rows that stand in a file of their own."""

    path: str
    place: Place


FROM = Key(
    "from",
    PlainText("the path of a file"),
    "A CSV file below the journeys folder, a row a line.",
    "",
    required=True,
)
ROWS_FILE = Table("a file of rows", (FROM,), lambda found: RowsFile(found[FROM], found.place))


AskedRows = tuple[Mapping[str, str], ...] | RowsFile


@dataclass(frozen=True)
class Rows:
    """Rows of values, each with the same names; or the file they stand in."""

    def read(self, node: Node, reading: Reading) -> AskedRows:
        """Return the rows; a single empty one when there is none."""
        if isinstance(node, MappingNode) and any(nearest(name.text, [FROM.name]) for name, _ in node.pairs):
            return ROWS_FILE.read(node, reading)
        rows = ROWS.read(node, reading)
        if isinstance(node, ListNode):
            _report_differences(node, reading)
        return rows or ({},)


def _report_differences(node: ListNode, reading: Reading) -> None:
    rows = [item for item in node.items if isinstance(item, MappingNode) and item.pairs]
    names = [name.text for name, _ in rows[0].pairs] if rows else []
    for row in rows[1:]:
        written = {key.text for key, _ in row.pairs}
        missing = [name for name in names if name not in written]
        for name, _ in row.pairs:
            if name.text not in names:
                meant = f', which has "{missing.pop(0)}" in its place' if missing else ""
                reading.problem(
                    name, f'"{name.text}" is not in the first row{meant}. Give every row the same names.'
                )
        if missing:
            reading.problem(row, f'"{missing[0]}" is missing in this row. Give every row the same names.')
