"""The items below `do:` in, actions out. What may follow a verb is read off its signature."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from harness.grammar.near import did_you_mean
from harness.language.model import Action
from harness.language.reading.nodes import ListNode, MappingNode, Node, TextNode
from harness.language.reading.reading import Reading
from harness.language.shapes.arguments import shape_of
from harness.language.shapes.claims import Claims
from harness.language.shapes.named import DO, read_named, usage
from harness.language.shapes.names import NAME
from harness.language.shapes.requests import read_request
from harness.language.shapes.shape import kind_of
from harness.language.shapes.torn import report_torn
from harness.verbs.verb import Reads, Verb

DEPTH_LIMIT = 3
"""Blocks within blocks: deeper ones nobody can follow."""

# What authors used to other tools write first, and what it is called here.
OTHER_NAMES: Mapping[str, str] = {
    "accept": "answer",
    "api": "request",
    "assert": "see",
    "back": "go back",
    "call": "request",
    "confirm": "answer",
    "dialog": "answer",
    "dismiss": "answer",
    "drag and drop": "drag",
    "enter": "fill",
    "expect": "see",
    "fetch": "request",
    "go": "open",
    "go to": "open",
    "goto": "open",
    "http": "request",
    "if": "if see",
    "input": "fill",
    "mouse over": "hover",
    "navigate": "open",
    "pause": "wait for",
    "pick": "choose",
    "point at": "hover",
    "refresh": "reload",
    "repeat": "repeat until see",
    "repeat until": "repeat until see",
    "scroll": "scroll to",
    "select": "choose",
    "sleep": "wait for",
    "tap": "click",
    "tick": "check",
    "type": "fill",
    "untick": "uncheck",
    "verify": "see",
    "visit": "open",
    "wait": "wait for",
    "wait until": "wait for",
    "when": "if see",
    "while": "repeat until see",
    "write": "fill",
}

_NO_SLEEP = (
    'Nobody waits for so long whatever comes: "see" waits by itself until it is there, and "wait for" for'
    " what takes longer."
)


@dataclass(frozen=True)
class Actions:
    """The list below `do:` of a step, or of a verb that stands so many blocks deep."""

    depth: int = 0

    def read(self, node: Node, reading: Reading) -> tuple[Action, ...]:
        """Return the actions in order; a verb with several pairs makes one action of each."""
        if not isinstance(node, ListNode):
            reading.problem(node, 'a list of actions is expected here. Begin each with "- ".')
            return ()
        if not node.items:
            remedy = "Say what is done then." if self.depth else 'Add one, or take "do:" out.'
            reading.problem(node, f"no action is listed here. {remedy}")
        return tuple(action for item in node.items for action in _actions(item, reading, self.depth))


def _actions(item: Node, reading: Reading, depth: int) -> Iterator[Action]:
    if report_torn(item, reading):
        return
    if isinstance(item, TextNode) and _takes_nothing(item, reading):
        yield Action(item.text, (), reading.place(item))
        return
    if not isinstance(item, MappingNode) or not item.pairs:
        _report_no_verb(item, reading)
        return
    (name, value), *others = item.pairs
    verb = _verb(name, value, reading)
    if others:
        _report_second(name, value, others[0][0], reading)
    elif verb and verb.block and depth >= DEPTH_LIMIT:
        reading.problem(
            name, f'"{verb.name}" stands more than {DEPTH_LIMIT} deep. Put it into a step of its own.'
        )
    elif verb and verb.block and isinstance(value, MappingNode):
        yield read_named(verb, name, value, reading, block=Actions(depth + 1))
    elif verb:
        yield from _actions_of(verb, name, value, reading)


def _takes_nothing(item: TextNode, reading: Reading) -> bool:
    verb = reading.verbs.get(item.text)
    return verb is not None and verb.takes_nothing


def _verb(name: TextNode, value: Node, reading: Reading) -> Verb | None:
    verb = reading.verbs.get(name.text)
    if not verb and not _hidden(name, reading):
        meant = OTHER_NAMES.get(name.text.casefold())
        remedy = f'Did you mean "{meant}"?' if meant else did_you_mean(name.text, reading.verbs, shown=40)
        if meant == "wait for" and isinstance(value, TextNode) and value.text[:1].isdigit():
            remedy = _NO_SLEEP
        reading.problem(name, f'unknown verb "{name.text}". {remedy}')
    return verb


def _hidden(name: TextNode, reading: Reading) -> bool:
    """Say whether a word may be one of the team's own verbs, whose file has problems; told once in a file."""
    faulty = reading.vocabulary.problems
    if not faulty:
        return False
    if not reading.misses_verbs:
        where = f"{faulty[0].place.file}:{faulty[0].place.line}"
        reading.problem(
            name, f'verb "{name.text}" is not known as long as {where} has a problem. Mend that first.'
        )
    reading.misses_verbs = True
    return True


def _report_no_verb(item: Node, reading: Reading) -> None:
    if not isinstance(item, TextNode):
        reading.problem(
            item, f"an action is expected here, not {kind_of(item)}. Write it like: click: Add to basket"
        )
        return
    verb = next(
        (
            verb
            for verb in reading.verbs
            if item.text == verb or item.text.startswith((f"{verb} ", f"{verb}:"))
        ),
        None,
    )
    if not verb and _hidden(item, reading):
        return
    if verb and not reading.verbs[verb].parameters:
        reading.problem(item, f'nothing may follow "{verb}". Write only: {verb}')
    elif verb:
        reading.problem(item, f'": " is missing after "{verb}". Write it like: {usage(reading.verbs[verb])}')
    else:
        reading.problem(
            item, f'"{item.text}" is no action. Begin it with a verb, such as: click: Add to basket'
        )


def _report_second(name: TextNode, value: Node, second: TextNode, reading: Reading) -> None:
    verb = reading.verbs.get(name.text)
    if verb and verb.block and second.text in {DO, *(parameter.spoken for parameter in verb.parameters)}:
        reading.problem(second, f'"{second.text}" belongs to "{name.text}". Write it like: {usage(verb)}')
    elif _is_empty(value) and second.text not in reading.verbs:
        reading.problem(second, f'"{second.text}" belongs to "{name.text}:". Indent it deeper.')
    else:
        reading.problem(second, f'"{second.text}" is the second verb of this item. Begin its line with "- ".')


def _actions_of(verb: Verb, name: TextNode, value: Node, reading: Reading) -> Iterator[Action]:
    if not verb.parameters or (verb.takes_nothing and _is_empty(value)):
        yield _bare(verb, name, value, reading)
        return
    first, *others = verb.parameters
    if first.how.reads is Reads.CLAIM and not others and not verb.block:
        yield from Claims(verb.name).read(value, reading)
    elif first.how.reads is Reads.METHOD:
        yield read_request(name, value, reading)
    elif verb.takes_scalar and not (others and isinstance(value, MappingNode)):
        yield Action(verb.name, (shape_of(first).read(value, reading),), reading.place(name))
    elif not isinstance(value, MappingNode) or not value.pairs:
        reading.problem(value, f'"{verb.name}" needs more than this. Write it like: {usage(verb)}')
    elif verb.takes_pairs:
        yield from (_pair(verb, pair, reading) for pair in value.pairs)
    else:
        yield read_named(verb, name, value, reading)


def _is_turned_round(name: TextNode, value: TextNode) -> bool:
    return not NAME.fullmatch(name.text) and NAME.fullmatch(value.text) is not None


def _is_empty(value: Node) -> bool:
    return isinstance(value, TextNode) and not value.text and not value.quoted


def _bare(verb: Verb, name: TextNode, value: Node, reading: Reading) -> Action:
    if not _is_empty(value):
        reading.problem(value, f'nothing may follow "{verb.name}". Write only: {verb.name}')
    return Action(verb.name, (), reading.place(name))


def _pair(verb: Verb, pair: tuple[TextNode, Node], reading: Reading) -> Action:
    first, second = verb.parameters
    name, value = pair
    if first.how.reads is Reads.NAME and isinstance(value, TextNode) and _is_turned_round(name, value):
        remedy = f"Write it the other way round: {verb.name}: {{{value.text}: {name.text}}}"
        reading.problem(name, f'"{name.text}" is not a name. {remedy}')
        return Action(verb.name, (value.text, name.text), reading.place(name))
    arguments = (shape_of(first).read(name, reading), shape_of(second).read(value, reading))
    return Action(verb.name, arguments, reading.place(name))
