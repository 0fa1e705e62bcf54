"""What stands behind the name of a value in, its checks out; of a link also where it leads."""

import re
from typing import TypeAlias

from harness.grammar.near import did_you_mean, nearest
from harness.grammar.states import STATES, may_be
from harness.grammar.target import Target
from harness.language.reading.nodes import ListNode, MappingNode, Node, TextNode
from harness.language.reading.reading import Reading
from harness.language.shapes.address import Address
from harness.language.shapes.check_examples import with_example
from harness.language.shapes.many import ORDER_EXAMPLE
from harness.language.shapes.names import Words
from harness.values.checks import WORDS, CheckWord
from harness.values.patterns import meant_as_pattern
from harness.values.problems import problems_of

CheckWords: TypeAlias = tuple[tuple[str, str | tuple[str, ...]], ...]

LEADS_TO = "leads to"
LINK_WORDS = {LEADS_TO: CheckWord(LEADS_TO, "a link goes to this address", "a text", None)}
_LEADING = frozenset({"link", "testid", "css", None})
_RIGHT_SIDE = Words("a value to compare with")
_IN_WORDS = re.compile(
    r"(?P<word>at least|at most|more than|less than|no later than)\s+(?P<right>.*\d.*)", re.DOTALL
)
_SAME = frozenset({"is", "is not", "contains"})


def read_checks(node: Node, target: Target | None, reading: Reading) -> CheckWords:
    """Read a literal, or a mapping of check words.

    Args:
        node: What stands behind the name.
        target: What is checked; None when that is not known.
        reading: Where problems are noted.
    """
    if not isinstance(node, MappingNode):
        if isinstance(node, ListNode):
            reading.problem(node, "a list is no value. If one of these is right, write: {one of: [...]}.")
            return ()
        _refuse_words_in_a_literal(node, target, reading)
        return _judged(node, {"is": node}, reading)
    if LEADS_TO in {word.text for word, _ in node.pairs}:
        return _leading(node, target, reading)
    return _checks(node, target, reading)


def _checks(node: MappingNode, target: Target | None, reading: Reading) -> CheckWords:
    known = {word.text: value for word, value in node.pairs if word.text in WORDS}
    unknown = [word for word, _ in node.pairs if word.text not in WORDS]
    for word in unknown:
        reading.problem(word, _unknown(word.text))
    if unknown:
        known.pop("by", None)  # the word it goes with may be the misspelt one
    state = known.get("is")
    if isinstance(state, TextNode):
        _refuse_state(state, target, reading)
    for said, value in known.items():
        if said in _SAME and isinstance(value, TextNode):
            _refuse_pattern_without_slashes(value, reading)
    return _judged(node, known, reading) if known or not node.pairs else ()


def _unknown(word: str) -> str:
    if word in {"in order", "exactly"}:
        return f'"{word}" goes with several things. Write it like: {ORDER_EXAMPLE}'
    known = (*WORDS, LEADS_TO) if nearest(word, (*WORDS, LEADS_TO)) == LEADS_TO else WORDS
    return f'unknown check "{word}". {did_you_mean(word, known)}'


def _leading(node: MappingNode, target: Target | None, reading: Reading) -> CheckWords:
    (word, value), *others = node.pairs
    if others:
        reading.problem(word, '"leads to" stands alone. Make an item of its own of the other checks.')
    if target and target.word not in _LEADING:
        reading.problem(word, '"leads to" goes with a link. Write it like: link "Terms": {leads to: /terms}')
    return ((LEADS_TO, Address().read(value, reading)),)


def _refuse_words_in_a_literal(node: TextNode, target: Target | None, reading: Reading) -> None:
    _refuse_state(node, target, reading)
    _refuse_pattern_without_slashes(node, reading)
    said = _IN_WORDS.fullmatch(node.text)
    if said and not node.quoted:
        reading.problem(
            node,
            f'"{node.text}" would be compared as a text. Write {{{said["word"]}: {said["right"]}}}; or put it'
            " in quotes, if the page says so.",
        )


def _refuse_pattern_without_slashes(node: TextNode, reading: Reading) -> None:
    meant = None if node.quoted else meant_as_pattern(node.text)
    if meant:
        reading.problem(
            node,
            f'"{node.text}" would be compared as a text. A pattern stands between slashes: {meant}; or put it'
            " in quotes, if the page says so.",
        )


def _refuse_state(node: TextNode, target: Target | None, reading: Reading) -> None:
    state = node.text.removeprefix("is ")
    if node.quoted or state not in STATES or not target or target.word is None or not may_be(target, state):
        return
    reading.problem(
        node,
        f'"{node.text}" would be compared with what stands there. Write it without ":":'
        f" {target.text} is {state}; or put it in quotes, if the page says so.",
    )


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
