"""Shapes of amounts: how many of something, how many of how many, and how heavy it is."""

import re
from dataclasses import dataclass

from harness.language.limits import SlowWhen
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


MOST_VISITS = 20
"""Of more, the oldest are about another shop."""


@dataclass(frozen=True)
class TimesOf:
    """How many of how many visits, such as `3 of 5`."""

    def read(self, node: Node, reading: Reading) -> SlowWhen | None:
        """Return both numbers; None after a problem."""
        text = PlainText("how many visits of how many").read(node, reading)
        if not text:
            return None
        match = re.fullmatch(r"(\d{1,2}) of (\d{1,2})", text, re.ASCII)
        if not match or not 1 <= int(match[1]) <= int(match[2]) <= MOST_VISITS:
            message = f'"{text}" does not say how many of how many visits, of {MOST_VISITS} at most.'
            reading.problem(node, f"{message} Write it like 3 of 5.")
            return None
        return SlowWhen(int(match[1]), int(match[2]))


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
