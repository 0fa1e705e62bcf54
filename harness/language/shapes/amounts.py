"""Shapes of amounts: how many of something, and how heavy it is."""

import re
from dataclasses import dataclass

from harness.language.reading.nodes import Node
from harness.language.reading.reading import Reading
from harness.language.shapes.plain import PlainText
from harness.values.sizes import SizeError, size_bytes


@dataclass(frozen=True)
class Count:
    """A whole number from `least`, which is 0 or 1, to 99,999."""

    least: int = 1

    def read(self, node: Node, reading: Reading) -> int:
        """Return the number."""
        text = PlainText("a number").read(node, reading)
        if not text:
            return 0
        if not re.fullmatch(r"0*[0-9]{1,5}", text, re.ASCII) or int(text) < self.least:
            wanted = f"a whole number from {self.least} to 99999"
            reading.problem(node, f'"{text}" is not {wanted}. Write it like {80 if self.least else 3}.')
            return 0
        return int(text)


@dataclass(frozen=True)
class Size:
    """A size such as `2 MB`, in bytes."""

    def read(self, node: Node, reading: Reading) -> int:
        """Return the bytes."""
        text = PlainText("a size").read(node, reading)
        if not text:
            return 0
        try:
            return size_bytes(text)
        except SizeError as error:
            reading.problem(node, str(error))
            return 0
