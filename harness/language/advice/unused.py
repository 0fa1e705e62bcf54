"""Steps in, advice on the names they give a value and never ask for out."""

from collections.abc import Iterator, Mapping, Sequence

from harness.language.advice.advice import UNUSED_NAME, Advice
from harness.language.model import Action, Journey, Part, Step, Use, with_blocks
from harness.language.reading.reading import Reading
from harness.language.reading.source import Source
from harness.language.rules.scope import new_names, readable_names, texts_of
from harness.verbs import Verb


def advice_on_rows(journey: Journey, source: Source) -> Iterator[Advice]:
    """Yield advice on each name of the rows that no step asks for: the same visit would be made again."""
    asked = set(_asked_for(journey.all_steps))
    for name in journey.rows[0]:
        if name not in asked:
            yield Advice(
                UNUSED_NAME,
                Reading(source).find("for each:", journey.place),
                f'each row has "{name}", and no step asks for it. Use "${{{name}}}", or take it out.',
            )


def advice_on_remembered(user: Journey | Part, verbs: Mapping[str, Verb]) -> Iterator[Advice]:
    """Yield advice on each name that is remembered, and neither asked for nor given."""
    steps = user.all_steps if isinstance(user, Journey) else user.steps
    kept = {*_asked_for(steps), *(user.gives if isinstance(user, Part) else ())}
    for action in _actions_of(steps):
        for name in new_names(action, verbs):
            if name not in kept:
                yield Advice(
                    UNUSED_NAME,
                    action.place,
                    f'"{name}" is remembered, and nothing asks for it. Check something with "${{{name}}}",'
                    " or take it out.",
                )


def _asked_for(steps: Sequence[Step | Use]) -> Iterator[str]:
    for step in steps:
        for _, value in step.values if isinstance(step, Use) else ():
            yield from readable_names(value)
        yield from readable_names(step.costs) if isinstance(step, Step) else ()
    for action in _actions_of(steps):
        for text in texts_of(action):
            yield from readable_names(text)


def _actions_of(steps: Sequence[Step | Use]) -> Iterator[Action]:
    for step in steps:
        if isinstance(step, Step):
            yield from with_blocks((*step.do, *step.see, *step.should_see))
