"""A journey in, the statements of its test out, each with the place it comes from."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from harness.compile.slug import slug
from harness.language.committing import committing_actions
from harness.language.model import Action, Journey, Part, Place, Step, Use
from harness.values.json_paths import Tree
from harness.verbs import Verb
from harness.verbs.verb import Block, Reads

Verbs = Mapping[str, Verb]
_OPENINGS: Mapping[Block, str] = {Block.ONCE: "if", Block.AGAIN: "for _ in"}


@dataclass(frozen=True)
class Statement:
    """One statement: a call with its arguments, led in by `opening` where it has a body."""

    call: str
    arguments: tuple[str, ...]
    place: Place
    body: tuple["Statement", ...] = ()
    opening: str = "with"


@dataclass(frozen=True)
class Function:
    """One function of the test file: a part, the cleanup, or the test itself."""

    name: str
    title: str
    place: Place
    statements: tuple[Statement, ...]


def functions_of(journey: Journey, parts: Mapping[str, Part]) -> tuple[Function, ...]:
    """Return the parts that are used, the cleanup if there is one, and last the test."""
    used = list(dict.fromkeys(_parts_used((*journey.steps, *journey.cleanup), parts)))
    names = _part_names(used)
    functions = [
        Function(
            names[name], name, parts[name].place, tuple(_statements(parts[name].steps, names, journey.verbs))
        )
        for name in used
    ]
    body = list(_statements(journey.steps, names, journey.verbs))
    if journey.cleanup:
        cleanup = tuple(_statements(journey.cleanup, names, journey.verbs))
        functions.append(Function("clean_up", "Put everything back.", journey.place, cleanup))
        body.insert(0, Statement("shopper.afterwards", ("clean_up",), journey.place))
    name = f"test_{slug(journey.title, joint='_')}"
    return (*functions, Function(name, journey.title, journey.place, tuple(body)))


def literal(text: str) -> str:
    """Return `text` as Python source, in double quotes where that needs no escapes."""
    plain = repr(text)
    if plain.startswith("'") and '"' not in text and "\\" not in plain:
        return f'"{plain[1:-1]}"'
    return plain


def _part_names(used: Sequence[str]) -> Mapping[str, str]:
    """Return a function's name for each part; parts whose names are alike in ASCII are numbered."""
    names: dict[str, str] = {}
    for part in used:
        name = f"part_{slug(part, joint='_')}"
        alike = sum(other == name or other.startswith(f"{name}__") for other in names.values())
        names[part] = f"{name}__{alike + 1}" if alike else name
    return names


def _parts_used(steps: tuple[Step | Use, ...], parts: Mapping[str, Part]) -> Iterator[str]:
    for step in steps:
        if isinstance(step, Use):
            yield from _parts_used(parts[step.part].steps, parts)
            yield step.part


def _statements(steps: tuple[Step | Use, ...], names: Mapping[str, str], verbs: Verbs) -> Iterator[Statement]:
    for step in steps:
        yield _use(step, names) if isinstance(step, Use) else _step(step, verbs)


def _use(use: Use, names: Mapping[str, str]) -> Statement:
    values = ", ".join(f"{literal(name)}: {literal(value)}" for name, value in use.values)
    arguments = (literal(use.part), f"{{{values}}}") if values else (literal(use.part),)
    inner = Statement(names[use.part], ("shopper",), use.place)
    return Statement("shopper.part", arguments, use.place, body=(inner,))


def _step(step: Step, verbs: Verbs) -> Statement:
    arguments = [literal(step.name)]
    if step.within_ms is not None:
        arguments.append(f"within_ms={step.within_ms}")
    committing, marks = committing_actions(step, verbs), tuple(_marks(step))
    body = [_call(action, verbs, marks=marks if action in committing else ()) for action in step.do]
    body += [_call(action, verbs) for action in (*step.see, *step.should_see)]
    return Statement("shopper.step", tuple(arguments), step.place, body=tuple(body))


def _marks(step: Step) -> Iterator[str]:
    """Yield what the call that commits, or takes something back, is given to know it by."""
    for name, said in (("commits", step.commits), ("costs", step.costs), ("undoes", step.undoes)):
        if said:
            yield f"{name}={literal(said)}"
    if step.is_refused:
        yield "refused=True"


def _call(action: Action, verbs: Verbs, *, marks: tuple[str, ...] = ()) -> Statement:
    verb = verbs[action.verb]
    arguments = [literal(argument) for argument in action.arguments]
    arguments += [_check(word, value) for word, value in action.words]
    arguments += [_named(verb, name, text) for name, text in action.named]
    return Statement(
        f"shopper.{verb.call}",
        (*arguments, *marks),
        action.place,
        body=tuple(_call(inner, verbs) for inner in action.do),
        opening=_OPENINGS[verb.block] if verb.block else "",
    )


def _named(verb: Verb, name: str, text: str) -> str:
    parameter = next(each for each in verb.by_name if each.spoken == name)
    if parameter.how.reads is Reads.TREE:
        return f"{parameter.name}={_tree(json.loads(text))}"
    return f"{parameter.name}={text if parameter.how.reads is Reads.TIMES else literal(text)}"


def _tree(value: Tree) -> str:
    """Return what JSON can say as Python source."""
    if isinstance(value, str):
        return literal(value)
    if isinstance(value, list):
        return f"[{', '.join(map(_tree, value))}]"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{literal(name)}: {_tree(inner)}' for name, inner in value.items())}}}"
    return repr(value)


def _check(word: str, value: str | tuple[str, ...]) -> str:
    name = "is_" if word == "is" else word.replace(" ", "_")
    if isinstance(value, str):
        return f"{name}={literal(value)}"
    return f"{name}=({', '.join(map(literal, value))},)"
