"""What stands behind several things in, checks on them out: how many there are, and in which order."""

from harness.grammar.near import did_you_mean
from harness.language.reading.nodes import ListNode, MappingNode, Node
from harness.language.reading.reading import Reading
from harness.language.shapes.names import Words
from harness.values.counting import MANY_WORDS, can_hold, problem_of, words_of

CheckWords = tuple[tuple[str, str | tuple[str, ...]], ...]

EXAMPLE = 'Write it like: rows "Order": at least 3'
ORDER_EXAMPLE = 'items in list "Results": {in order: [Blue shirt, Green shirt]}'
_EXAMPLES = {"a number": EXAMPLE, "a list of texts": f"Write it like: {ORDER_EXAMPLE}"}
_RIGHT_SIDE = Words("a number, or texts in their order")


def read_many(node: Node, reading: Reading) -> CheckWords:
    """Read `at least 3`, `{at least: 3}` or `{in order: [...]}`."""
    if isinstance(node, ListNode):
        reading.problem(
            node, "a list alone does not say enough. Write {in order: [...]} or {exactly: [...]}."
        )
        return ()
    if not isinstance(node, MappingNode):
        literal = _RIGHT_SIDE.read(node, reading)
        return (_judged(*words_of(literal), node, reading),) if literal else ()
    if not node.pairs:
        reading.problem(node, f"no check is named. {EXAMPLE}")
    found = len(reading.problems)
    checks: list[tuple[str, str | tuple[str, ...]]] = []
    for word, value in node.pairs:
        if word.text in MANY_WORDS:
            checks.append(_judged(word.text, _right_side(value, reading), value, reading))
        else:
            remedy = did_you_mean(word.text, MANY_WORDS)
            reading.problem(word, f'unknown check "{word.text}" of several things. {remedy}')
    if len(reading.problems) == found and not can_hold(checks):
        said = " and ".join(f'"{word.text}"' for word, _ in node.pairs)
        reading.problem(node, f"no number of things is all of this: {said}. Mend one of them.")
    return tuple(checks)


def _judged(
    word: str, right: str | tuple[str, ...], node: Node, reading: Reading
) -> tuple[str, str | tuple[str, ...]]:
    problem = problem_of(word, right)
    if problem:
        reading.problem(node, f"{problem} {_EXAMPLES[MANY_WORDS[word].takes]}")
    return word, right


def _right_side(node: Node, reading: Reading) -> str | tuple[str, ...]:
    if isinstance(node, ListNode):
        return tuple(_RIGHT_SIDE.read(item, reading) for item in node.items)
    return _RIGHT_SIDE.read(node, reading)
