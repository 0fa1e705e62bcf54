"""What must be seen in, actions that look out: a text, a target, a state, a value, several things, a page."""

from collections.abc import Iterator
from dataclasses import dataclass

from harness.grammar.many import parse_many, refuse_near_misses
from harness.grammar.slips import refuse_many_slips
from harness.grammar.states import parse_state
from harness.grammar.target import Target, TargetError, parse_target
from harness.language.model import Action
from harness.language.reading.nodes import ListNode, MappingNode, Node, TextNode
from harness.language.reading.reading import Reading
from harness.language.shapes.many import EXAMPLE, read_many
from harness.language.shapes.names import TargetWords
from harness.language.shapes.snapshots import BARE_SNAPSHOT, is_bare_snapshot, is_snapshot, read_snapshot
from harness.language.shapes.torn import report_torn
from harness.language.shapes.value_checks import CheckWords, read_checks
from harness.values.checks import WORDS

THE_PAGE = "the page"


def _value(text: str) -> Target:
    many = parse_many(text)
    if many is None:
        refuse_near_misses(text)
    return many or parse_target(text)


_SEEN = TargetWords(
    "what the customer sees",
    parse=lambda text: parse_state(text) or _value(text),
    refuse_slips=refuse_many_slips,
)
_VALUE = TargetWords("the name of a value", parse=_value, refuse_slips=refuse_many_slips)


@dataclass(frozen=True)
class Claims:
    """One claim or a list of them, each an action of a verb that looks: `see`, `should see`."""

    verb: str

    def read(self, node: Node, reading: Reading) -> tuple[Action, ...]:
        """Return an action for each claim."""
        if isinstance(node, ListNode) and not node.items:
            reading.problem(node, "nothing to see is named here. Say what the customer sees.")
        items = node.items if isinstance(node, ListNode) else (node,)
        bare = [item for item in items if is_bare_snapshot(item)]
        if bare:
            reading.problem(bare[0], BARE_SNAPSHOT)
            return ()
        return tuple(action for item in items for action in self._claims(item, reading))

    def read_one(self, node: Node, reading: Reading) -> Action | None:
        """Return the one claim that stands here; None after a problem."""
        if isinstance(node, ListNode):
            reading.problem(node, "only one thing to see can stand here, not a list. Name one.")
            return None
        claims = tuple(self._claims(node, reading))
        if len(claims) > 1:
            reading.problem(node, "only one thing to see can stand here. Name one.")
        return claims[0] if claims else None

    def _claims(self, node: Node, reading: Reading) -> Iterator[Action]:
        if report_torn(node, reading):
            return
        if isinstance(node, TextNode) and is_snapshot(node, reading):
            self._refuse_not(node, "a whole page", reading)
            words = (("looks like", read_snapshot(node, reading)),)
            yield Action(self.verb, (THE_PAGE,), reading.place(node), words=words)
        elif isinstance(node, MappingNode):
            yield from self._checked(node, reading)
        else:
            yield self._seen(node, reading)

    def _seen(self, node: Node, reading: Reading) -> Action:
        found = len(reading.problems)
        text = _SEEN.read(node, reading)
        if len(reading.problems) > found:
            return Action(self.verb, (text,), reading.place(node))
        try:
            stated = parse_state(text)
        except TargetError:  # told already: a comment took the rest of the line
            stated = None
        if stated:
            self._refuse_not(node, "a state", reading)
            target, state = stated
            return Action(self.verb, (target,), reading.place(node), words=(("is now", state),))
        if parse_many(text):
            reading.problem(node, f"several things are counted, and no number is said here. {EXAMPLE}")
        return Action(self.verb, (text,), reading.place(node))

    def _checked(self, node: MappingNode, reading: Reading) -> Iterator[Action]:
        if not node.pairs:
            reading.problem(node, "nothing to see is named here. Say what the customer sees.")
        if [name for name, _ in node.pairs if _is_misplaced(name, reading)]:
            return
        for name, value in node.pairs:
            found = len(reading.problems)
            target = _VALUE.read(name, reading)
            is_known = len(reading.problems) == found  # else nobody can say what goes with it
            words = self._words(target, name, value, reading) if is_known else ()
            yield Action(self.verb, (target,), reading.place(name), words=words)

    def _words(self, text: str, name: TextNode, value: Node, reading: Reading) -> CheckWords:
        try:
            target = _value(text) if text else None
        except TargetError:  # told already
            target = None
        if target and target.many:
            self._refuse_not(name, "a number of things", reading)
            return read_many(value, reading)
        words = read_checks(value, target, reading)
        if "leads to" in dict(words):
            self._refuse_not(name, "where a link leads", reading)
        return words

    def _refuse_not(self, node: Node, what: str, reading: Reading) -> None:
        """Refuse what `not see` would find true as soon as nothing at all is there."""
        if self.verb == "not see":
            reading.problem(
                node, f'"not see" does not go with {what}. Say below "see:" what there must be instead.'
            )


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
