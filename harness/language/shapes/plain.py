"""Shapes of a single text: plain, one of some words, a duration, a number, a share."""

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
from decimal import Decimal

from harness.grammar.near import did_you_mean
from harness.language.reading.nodes import Node, TextNode
from harness.language.reading.reading import Reading
from harness.language.shapes.shape import text_of
from harness.values.durations import DurationError, duration_ms

MOST_SLOWDOWN = 20
"""More than the slowest phone in use needs: 20 times slower, pages of shops hardly come up at all."""


@dataclass(frozen=True)
class PlainText:
    """A text without `${names}`, not empty."""

    expected: str = "a text"

    def read(self, node: Node, reading: Reading) -> str:
        """Return the text; empty after a problem."""
        text = text_of(node, reading, self.expected) or ""
        if "${" in text:
            message = f'"${{...}}" cannot stand here: {self.expected} is always the same. Write it out.'
            reading.problem(node, message, text.index("${"))
            return ""
        if isinstance(node, TextNode) and node.quoted and not text.strip():
            reading.problem(node, f"{self.expected} is missing here. Write it, or take the key out.")
        return text.strip()


@dataclass(frozen=True)
class OneOf:
    """One of a few known words.

    Args:
        words: The known words, in the order they are listed in messages.
        kind: What they are, without article: `severity`.
        also: What else to say about an unknown word.
    """

    words: Collection[str]
    kind: str

    def read(self, node: Node, reading: Reading) -> str:
        """Return the word."""
        text = PlainText(f"a {self.kind}").read(node, reading)
        if text and text not in self.words:
            reading.problem(node, f'unknown {self.kind} "{text}". {did_you_mean(text, self.words)}')
        return text


@dataclass(frozen=True)
class Pattern:
    """A text of a certain form.

    Args:
        form: What it must match, whole.
        kind: What it is, with its article: `a tag`.
        remedy: How to write it.
    """

    form: re.Pattern[str]
    kind: str
    remedy: str

    def read(self, node: Node, reading: Reading) -> str:
        """Return the text."""
        text = PlainText(self.kind).read(node, reading)
        if text and not self.form.fullmatch(text):
            reading.problem(node, f'"{text}" is not {self.kind}. {self.remedy}')
        return text


@dataclass(frozen=True)
class Checked:
    """A text that a function checks: it returns what is wrong, with the remedy, or None."""

    expected: str
    problem_of: Callable[[str], str | None]

    def read(self, node: Node, reading: Reading) -> str:
        """Return the text."""
        text = PlainText(self.expected).read(node, reading)
        problem = self.problem_of(text) if text else None
        if problem:
            reading.problem(node, problem)
        return text


@dataclass(frozen=True)
class Duration:
    """A duration such as `3s`, in whole milliseconds."""

    def read(self, node: Node, reading: Reading) -> int:
        """Return the milliseconds."""
        text = PlainText("a duration").read(node, reading)
        if not text:
            return 0
        try:
            return duration_ms(text)
        except DurationError as error:
            reading.problem(node, str(error))
            return 0


@dataclass(frozen=True)
class Number:
    """A number that may have decimals, from 0 to `most`."""

    most: int

    def read(self, node: Node, reading: Reading) -> float:
        """Return the number."""
        text = PlainText("a number").read(node, reading)
        if not text:
            return 0
        if not re.fullmatch(r"\d{1,6}(\.\d{1,6})?", text, re.ASCII) or Decimal(text) > self.most:
            reading.problem(node, f'"{text}" is not a number from 0 to {self.most}. Write it like 0.1.')
            return 0
        return float(text)


@dataclass(frozen=True)
class Share:
    """A share of a whole such as `35%`, as a fraction of 1."""

    def read(self, node: Node, reading: Reading) -> float:
        """Return the fraction."""
        text = PlainText("a share").read(node, reading)
        if not text:
            return 0
        match = re.fullmatch(r"(\d{1,3}(?:\.\d{1,3})?) ?%", text, re.ASCII)
        if not match or Decimal(match.group(1)) > 100:  # noqa: PLR2004 -- a percentage
            reading.problem(node, f'"{text}" is not a share of the customers. Write it like 35%.')
            return 0
        return float(Decimal(match.group(1)) / 100)


@dataclass(frozen=True)
class Slowdown:
    """How many times slower something is, such as `4x`."""

    def read(self, node: Node, reading: Reading) -> float:
        """Return the factor."""
        text = PlainText("how many times slower the device is").read(node, reading)
        if not text:
            return 1
        match = re.fullmatch(r"(\d{1,2}(?:\.\d{1,2})?) ?x", text, re.ASCII)
        if not match or not 1 <= Decimal(match.group(1)) <= MOST_SLOWDOWN:
            reading.problem(node, f'"{text}" is not from 1x to {MOST_SLOWDOWN}x. Write it like 4x.')
            return 1
        return float(match.group(1))
