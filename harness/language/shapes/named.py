"""What a verb takes by name in, one action out: texts, what is to be seen, and the actions of a block."""

from dataclasses import replace

from harness.grammar.near import did_you_mean
from harness.language.model import Action
from harness.language.reading.nodes import MappingNode, Node, TextNode
from harness.language.reading.reading import Reading
from harness.language.shapes.arguments import shape_of
from harness.language.shapes.claims import Claims
from harness.language.shapes.requests import EXAMPLE
from harness.language.shapes.shape import Shape
from harness.verbs.parameters import Parameter
from harness.verbs.verb import Reads, Verb

DO = "do"
"""The name of a block."""
_OTHERWISE = 'Write one "if see" more, for what she sees otherwise.'


def read_named(
    verb: Verb,
    name: TextNode,
    value: MappingNode,
    reading: Reading,
    *,
    block: Shape[tuple[Action, ...]] | None = None,
) -> Action:
    """Read the arguments of a verb that takes more than pairs, each by its name.

    Args:
        verb: What is done.
        name: Where it stands.
        value: The arguments.
        reading: Where problems are noted.
        block: What reads the actions below its `do:`, where it has some.
    """
    by_name = {parameter.spoken: parameter for parameter in verb.parameters}
    action = Action(verb.name, ("",) * len(verb.in_order), reading.place(name))
    for key, node in value.pairs:
        if block and key.text == DO:
            action = replace(action, do=block.read(node, reading))
        elif key.text in by_name:
            action = _with(action, by_name[key.text], verb, node, reading)
        else:
            known = (*by_name, *([DO] if block else []))
            otherwise = block and key.text in {"else", "otherwise"}
            remedy = _OTHERWISE if otherwise else did_you_mean(key.text, known)
            reading.problem(key, f'"{verb.name}" takes no "{key.text}". {remedy}')
    given = {key.text for key, _ in value.pairs}
    needed = [spoken for spoken, parameter in by_name.items() if not parameter.optional]
    for spoken in (*needed, *([DO] if block else [])):
        if spoken not in given:
            at = value if value.line == name.line else name
            reading.problem(at, f'"{verb.name}" needs "{spoken}:". Write it like: {usage(verb)}')
    return action


def usage(verb: Verb) -> str:
    """Return how a verb is written: `fill: {field: text}`."""
    names = [parameter.spoken for parameter in verb.parameters]
    if verb.parameters and verb.parameters[0].how.reads is Reads.METHOD:
        return EXAMPLE
    if verb.takes_pairs:
        return f"{verb.name}: {{{names[0]}: {names[1]}}}"
    if len(names) == 1 and not verb.block:
        return f"{verb.name}: {names[0]}"
    if not names and not verb.block:
        return verb.name
    given = [f"{name}: ..." for name in names] + ([f"{DO}: [...]"] if verb.block else [])
    return f"{verb.name}: {{{', '.join(given)}}}"


def _with(action: Action, parameter: Parameter, verb: Verb, node: Node, reading: Reading) -> Action:
    """Return the action with one argument more."""
    if parameter.how.reads is Reads.CLAIM:
        return _claiming(action, verb, node, reading)
    text = shape_of(parameter).read(node, reading)
    if parameter.is_named:
        return replace(action, named=(*action.named, (parameter.spoken, text)))
    at = verb.in_order.index(parameter)
    return replace(action, arguments=(*action.arguments[:at], text, *action.arguments[at + 1 :]))


def _claiming(action: Action, verb: Verb, node: Node, reading: Reading) -> Action:
    claim = Claims(verb.name).read_one(node, reading)
    if claim is None:
        return action
    taken = {parameter.spoken for parameter in verb.by_name}
    for word, _ in claim.words:
        if word in taken:
            reading.problem(
                node,
                f'"{word}" says something else of "{verb.name}". Check with another word: "less than", say.',
            )
    return replace(action, arguments=claim.arguments, words=claim.words)
