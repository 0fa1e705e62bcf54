"""The shape of a mapping with known keys: one table of keys makes check, schema and docs."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar, cast

from harness.grammar.near import did_you_mean, nearest
from harness.language.model import Place
from harness.language.reading.nodes import MappingNode, Node, TextNode
from harness.language.reading.reading import Reading
from harness.language.shapes.shape import Shape, kind_of

T = TypeVar("T")


@dataclass(frozen=True)
class Key(Generic[T]):
    """One key of a file.

    Args:
        name: The key as it is written.
        shape: What may stand behind it.
        doc: One line for help, schema and documentation.
        default: What it means when it is not there.
        required: Whether it must be there.
        elsewhere: What other tools call it.
    """

    name: str
    shape: Shape[T]
    doc: str
    default: T
    required: bool = False
    elsewhere: tuple[str, ...] = ()


@dataclass(frozen=True)
class Found:
    """What a mapping says, by its keys."""

    place: Place
    values: dict[str, Any]

    def __getitem__(self, key: Key[T]) -> T:
        return cast(T, self.values.get(key.name, key.default))

    def __contains__(self, key: Key[Any]) -> bool:
        return key.name in self.values


@dataclass(frozen=True)
class Table(Generic[T]):
    """A mapping with known keys.

    Args:
        kind: What it describes, with its article: `a step`.
        keys: The keys it may have.
        make: Makes the value from what was found.
    """

    kind: str
    keys: tuple[Key[Any], ...]
    make: Callable[[Found], T]

    def read(self, node: Node, reading: Reading) -> T:
        """Return what the mapping says."""
        if not isinstance(node, MappingNode):
            reading.problem(
                node,
                f'{self.kind} is expected here, not {kind_of(node)}. Begin with "{self.keys[0].name}: ".',
            )
            return self.make(Found(reading.place(node), {}))
        known = {key.name: key for key in self.keys}
        values: dict[str, Any] = {}
        for name, value in node.pairs:
            if name.text in known:
                values[name.text] = known[name.text].shape.read(value, reading)
            else:
                self._unknown(name, reading)
        self._report_missing(node, reading)
        return self.make(Found(reading.place(node), values))

    def _unknown(self, name: TextNode, reading: Reading) -> None:
        meant = self._meant(name.text)
        if meant:
            here = " or ".join(f'"{key.name}"' for key in meant)
            remedy = f"It is called {here} here."
        else:
            remedy = did_you_mean(name.text, [key.name for key in self.keys])
        reading.problem(name, f'unknown key "{name.text}" in {self.kind}. {remedy}')

    def _meant(self, name: str) -> list[Key[Any]]:
        return [key for key in self.keys if name.casefold() in key.elsewhere]

    def _report_missing(self, node: MappingNode, reading: Reading) -> None:
        names = {name.text for name, _ in node.pairs}
        known = {key.name for key in self.keys}
        misspelt = {nearest(name, known) for name in names - known}
        misspelt |= {key.name for name in names - known for key in self._meant(name)}
        for key in self.keys:
            if key.required and key.name not in names and key.name not in misspelt:
                reading.problem(node, f'"{key.name}:" is missing in {self.kind}. Add it: {key.doc}')
