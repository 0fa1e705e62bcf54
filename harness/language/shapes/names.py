"""Shapes of the texts that hold the small grammars: names, texts with `${names}`, and targets."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from harness.grammar.slips import refuse_target_slips
from harness.grammar.target import Target, TargetError, parse_target
from harness.grammar.template import PREFIXES, TemplateError, names_in
from harness.language.reading.nodes import Node, TextNode
from harness.language.reading.reading import Reading
from harness.language.shapes.plain import PlainText
from harness.language.shapes.shape import text_of

NAME = re.compile(r"[A-Za-z_][\w-]*")


@dataclass(frozen=True)
class Name:
    """A name that `${...}` may ask for."""

    def read(self, node: Node, reading: Reading) -> str:
        """Return the name."""
        text = PlainText("a name").read(node, reading)
        problem = name_problem(text) if text else None
        if problem:
            reading.problem(node, problem)
        return text


def name_problem(text: str) -> str | None:
    """Return what is wrong with a name that `${...}` is to ask for, or None."""
    if not NAME.fullmatch(text):
        return f'"{text}" is not a name. Use letters, digits, "-" and "_", and begin with a letter.'
    if text in PREFIXES:
        return f'"{text}" cannot be a name: "${{{text}.…}}" has a meaning of its own. Choose another.'
    return None


@dataclass(frozen=True)
class Words:
    """A text that may hold `${names}`.

    Args:
        expected: What should stand here, with its article.
        may_be_empty: Whether it may be empty between quotes.
    """

    expected: str = "a text"
    may_be_empty: bool = True

    def read(self, node: Node, reading: Reading) -> str:
        """Return the text as it was written."""
        text = text_of(node, reading, self.expected)
        if text is None:
            return ""
        if not text.strip() and not self.may_be_empty:
            reading.problem(node, f"{self.expected} is missing here. Write it, or take the key out.")
        try:
            names_in(text)
        except TemplateError as error:
            reading.problem(node, str(error), error.offset)
        return text


@dataclass(frozen=True)
class TargetWords:
    """A text that points at something on the page, as it was written.

    Args:
        expected: What should stand here, with its article.
        remedy: How to write it.
        parse: What else it may be than one target; raises TargetError.
        refuse_slips: Refuses a bare text without quotes that was probably meant to be no bare text.
    """

    expected: str = "the name of something on the page"
    remedy: str = 'Write one, such as: button "Apply"'
    parse: Callable[[str], object] = parse_target
    refuse_slips: Callable[[str], None] = refuse_target_slips

    def read(self, node: Node, reading: Reading) -> str:
        """Return the text as it was written."""
        text = text_of(node, reading, self.expected, remedy=self.remedy)
        if text is None:
            return ""
        try:
            names_in(text)
            target = self.parse(text)
            if isinstance(target, Target) and is_bare(target, node):
                self.refuse_slips(text)
        except (TemplateError, TargetError) as error:
            reading.problem(node, str(error), error.offset)
        return text


@dataclass(frozen=True)
class TargetOfSite:
    """A target in the site file, which is the same for every journey."""

    def read(self, node: Node, reading: Reading) -> Target:
        """Return the target."""
        text = PlainText("the name of something on the page").read(node, reading)
        nothing = Target("", None, "")
        if not text.strip():
            return nothing
        try:
            target = parse_target(text)
            if is_bare(target, node):
                refuse_target_slips(text)
        except TargetError as error:
            reading.problem(node, str(error), error.offset)
            return nothing
        return target


def is_bare(target: Target, node: Node) -> bool:
    """Whether words are a bare text, and not in quotes, which say that the page says just this."""
    return target.word is None and isinstance(node, TextNode) and not node.quoted
