"""What must be seen in, actions that look out: bare text, a target, or a value with its checks."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from harness.grammar.near import did_you_mean
from harness.language.model import Action
from harness.language.reading.nodes import ListNode, MappingNode, Node, TextNode
from harness.language.reading.reading import Reading
from harness.language.shapes.check_examples import with_example
from harness.language.shapes.names import TargetWords, Words
from harness.language.shapes.torn import report_torn
from harness.values.checks import WORDS
from harness.values.problems import problems_of

CheckWords: TypeAlias = tuple[tuple[str, str | tuple[str, ...]], ...]

_SEEN = TargetWords("what the customer sees")
_VALUE = TargetWords("the name of a value")
_RIGHT_SIDE = Words("a value to compare with")


@dataclass(frozen=True)
class Claims:
    """One claim or a list of them, each an action of a verb that looks: `see`, `should see`."""

    verb: str

    def read(self, node: Node, reading: Reading) -> tuple[Action, ...]:
        """Return an action for each claim."""
        if isinstance(node, ListNode) and not node.items:
            reading.problem(node, "nothing to see is named here. Say what the customer sees.")
        items = node.items if isinstance(node, ListNode) else (node,)
        return tuple(action for item in items for action in self._claims(item, reading))

    def _claims(self, node: Node, reading: Reading) -> Iterator[Action]:
        if report_torn(node, reading):
            return
        if not isinstance(node, MappingNode):
            yield Action(self.verb, (_SEEN.read(node, reading),), reading.place(node))
            return
        if not node.pairs:
            reading.problem(node, "nothing to see is named here. Say what the customer sees.")
        if [name for name, _ in node.pairs if _is_misplaced(name, reading)]:
            return
        for name, value in node.pairs:
            target = _VALUE.read(name, reading)
            yield Action(self.verb, (target,), reading.place(name), words=_checks(value, reading))


def _is_misplaced(name: TextNode, reading: Reading) -> bool:
    if name.quoted:
        return False
    if name.text in WORDS:
        reading.problem(
            name, f'"{name.text}" checks a value, and none is named. Indent it below the name of the value.'
        )
    elif name.text in reading.verbs:
        reading.problem(
            name, f'"{name.text}" is a verb. Put it below "do:", or in quotes if a value is called so.'
        )
    else:
        return False
    return True


def _checks(node: Node, reading: Reading) -> CheckWords:
    if not isinstance(node, MappingNode):
        if isinstance(node, ListNode):
            reading.problem(node, "a list is no value. If one of these is right, write: {one of: [...]}.")
            return ()
        return _judged(node, {"is": node}, reading)
    known = {word.text: value for word, value in node.pairs if word.text in WORDS}
    unknown = [word for word, _ in node.pairs if word.text not in WORDS]
    for word in unknown:
        reading.problem(word, f'unknown check "{word.text}". {did_you_mean(word.text, WORDS)}')
    if unknown:
        known.pop("by", None)  # the word it goes with may be the misspelt one
    return _judged(node, known, reading) if known or not node.pairs else ()


def _judged(node: Node, right_sides: dict[str, Node], reading: Reading) -> CheckWords:
    found = len(reading.problems)
    words = {word: _right_side(value, reading) for word, value in right_sides.items()}
    if len(reading.problems) == found:
        for problem in problems_of(words):
            reading.problem(right_sides.get(problem.word, node), with_example(problem.word, problem.text))
    return tuple(words.items())


def _right_side(node: Node, reading: Reading) -> str | tuple[str, ...]:
    if isinstance(node, ListNode):
        return tuple(_RIGHT_SIDE.read(item, reading) for item in node.items)
    return _RIGHT_SIDE.read(node, reading)
