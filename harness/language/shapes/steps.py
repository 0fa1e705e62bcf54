"""The items below `steps:` in, steps and uses of parts out."""

from dataclasses import dataclass
from typing import Any

from harness.language.known.commitments import COMMITTING
from harness.language.model import Step, Use
from harness.language.reading.nodes import MappingNode, Node
from harness.language.reading.reading import Reading
from harness.language.shapes.actions import Actions
from harness.language.shapes.claims import Claims
from harness.language.shapes.collections import ListOf, MappingOf
from harness.language.shapes.names import Name, TargetWords, Words
from harness.language.shapes.plain import Duration, OneOf, PlainText
from harness.language.shapes.table import Found, Key, Table

_NAME = Key(
    "step",
    PlainText("the name of a step"),
    "What the customer does, as she would say it.",
    "",
    required=True,
    elsewhere=("name", "title"),
)
_WITHIN = Key("within", Duration(), "Slower than this is slow, not broken: `3s`.", None)
_COMMITS = Key(
    "commits",
    OneOf(("cart", *COMMITTING), "commitment of a step"),
    "What the last click or press of this step commits to, or a request that changes something.",
    None,
)
_COSTS = Key(
    "costs",
    TargetWords("the name of a value", "Write one, such as: Order total"),
    "The value that says, before an order, what it costs.",
    "",
)
_UNDOES = Key(
    "undoes",
    OneOf(COMMITTING, "commitment of a step"),
    "In `cleanup`: what the last click or press of this step takes back.",
    None,
)
_REFUSED = Key(
    "refused",
    OneOf(("yes",), "answer"),
    "`yes` where the shop is meant to refuse what this step commits to: a declined card.",
    None,
)
_DO = Key(
    "do",
    Actions(),
    "What the customer does, in order.",
    (),
    elsewhere=("act", "action", "actions", "and", "given", "when"),
)
_SEE = Key(
    "see",
    Claims("see"),
    "What must be true afterwards, else the step is broken.",
    (),
    elsewhere=("and", "assert", "assertions", "check", "checks", "expect", "expected", "then", "verify"),
)
_SHOULD_SEE = Key(
    "should see",
    Claims("should see"),
    "What would be nice; noted when missing, and the journey goes on.",
    (),
    elsewhere=("should",),
)
STEP_KEYS: tuple[Key[Any], ...] = (
    *(_NAME, _WITHIN, _COMMITS, _COSTS, _REFUSED, _UNDOES),
    *(_DO, _SEE, _SHOULD_SEE),
)

_USE = Key("use", PlainText("the name of a part"), "The part to use, by its name.", "", required=True)
_WITH = Key(
    "with",
    MappingOf(Name(), Words(), 'with: {email: "${shopper.email}"}'),
    "A value for each of its needs.",
    {},
)
USE_KEYS = (_USE, _WITH)


def _step(found: Found) -> Step:
    return Step(
        name=found[_NAME],
        place=found.place,
        do=found[_DO],
        see=found[_SEE],
        should_see=found[_SHOULD_SEE],
        within_ms=found[_WITHIN],
        commits=found[_COMMITS],
        costs=found[_COSTS],
        is_refused=bool(found[_REFUSED]),
        undoes=found[_UNDOES],
    )


def use_of(found: Found) -> Use:
    """Return the use of a part that these keys describe."""
    return Use(part=found[_USE], place=found.place, values=tuple(found[_WITH].items()))


_STEP_TABLE = Table("a step", STEP_KEYS, _step)
_USE_TABLE = Table("the use of a part", USE_KEYS, use_of)


@dataclass(frozen=True)
class StepOrUse:
    """One item of the list: a step, or the use of a part."""

    def read(self, node: Node, reading: Reading) -> Step | Use:
        """Return what was meant: `use:` decides."""
        names = {name.text: name for name, _ in node.pairs} if isinstance(node, MappingNode) else {}
        if "use" not in names:
            return self._read_step(node, reading)
        if "step" in names:
            reading.problem(names["use"], '"step:" and "use:" in one item. Begin the second one with "- ".')
            return use_of(Found(reading.place(node), {}))
        beside = [names[key.name] for key in STEP_KEYS if key.name in names]
        for name in beside:
            reading.problem(
                name, f'"{name.text}:" cannot stand beside "use:". Put it into a step of its own.'
            )
        return use_of(Found(reading.place(node), {})) if beside else _USE_TABLE.read(node, reading)

    def _read_step(self, node: Node, reading: Reading) -> Step:
        step = _STEP_TABLE.read(node, reading)
        names = {name.text for name, _ in node.pairs} if isinstance(node, MappingNode) else set()
        if names == {"step"}:
            reading.problem(node, f'step "{step.name}" does nothing. Give it "do:" or "see:".')
        return step


STEPS = ListOf(StepOrUse(), "steps")
