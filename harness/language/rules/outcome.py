"""A journey in, a problem when nothing is checked after its last action: it would pass whatever happens."""

from collections.abc import Iterable, Iterator

from harness.grammar.many import parse_many
from harness.grammar.target import TargetError
from harness.language.committing import changes_by_request
from harness.language.model import Action, Journey, Place, Step, with_blocks
from harness.language.reading.reading import Reading
from harness.language.rules.surroundings import Surroundings, flat
from harness.values.counting import may_be_none

_NOTHING = 'nothing is checked after the last action. Add "see:" with what the customer must see then.'
_NOTHING_OUTSIDE = (
    'nothing is sure to be checked after the last action: a "see" inside "{block}" proves nothing, because it'
    ' may never be looked at. Add "see:" outside of it.'
)
_NOTHING_BUT_WISHES = (
    'nothing that must be there is checked after the last action: "should see" is only noted when missing.'
    ' Add "see:" with what the customer must see then.'
)
_NOTHING_SURE = (
    "nothing that must be there is checked after the last action, only a count that may be 0."
    ' Add "see:" with what the customer must see then.'
)


def check_outcome(journey: Journey, reading: Reading, surroundings: Surroundings) -> None:
    """Report a journey without a positive `see` after its last action."""
    last: Place = journey.place
    is_checked = is_wished = False
    for step, place in flat(journey.steps, surroundings.parts):
        for action in (*step.do, *step.see):
            acting = [each for each in with_blocks((action,)) if _does(each, reading)]
            if acting:
                last = _own(acting[-1], place)
                is_checked = is_wished = False
            is_checked = is_checked or (action.verb == "see" and not _may_be_none(action))
        is_wished = is_wished or bool(step.should_see)
    if not is_checked:
        why = _why(journey, surroundings)
        reading.problem(last, _NOTHING_BUT_WISHES if is_wished and why == _NOTHING else why)


def is_checked_at_the_end(steps: Iterable[Step], reading: Reading) -> bool:
    """Say whether something that must be there is looked for after the last thing these steps do."""
    is_checked = False
    for step in steps:
        for action in (*step.do, *step.see):
            if any(_does(each, reading) for each in with_blocks((action,))):
                is_checked = False
            is_checked = is_checked or (action.verb == "see" and not _may_be_none(action))
    return is_checked


def _does(action: Action, reading: Reading) -> bool:
    return reading.verbs[action.verb].acts or changes_by_request(action)


def _why(journey: Journey, surroundings: Surroundings) -> str:
    """Return what is said of a journey whose outcome is not checked."""
    if any(map(_may_be_none, _seen(journey, surroundings))):
        return _NOTHING_SURE
    blocks = (a for step, _ in flat(journey.steps, surroundings.parts) for a in step.do if a.do)
    seeing = (block.verb for block in blocks if any(each.verb == "see" for each in with_blocks(block.do)))
    block = next(seeing, None)
    return _NOTHING_OUTSIDE.format(block=block) if block else _NOTHING


def _seen(journey: Journey, surroundings: Surroundings) -> Iterator[Action]:
    for step, _ in flat(journey.steps, surroundings.parts):
        yield from (action for action in (*step.do, *step.see) if action.verb == "see")


def _may_be_none(action: Action) -> bool:
    """Whether a check holds as well where there is nothing at all."""
    try:
        return bool(action.words and parse_many(action.arguments[0]) and may_be_none(action.words))
    except TargetError:  # told when it was read
        return False


def _own(action: Action, place: Place) -> Place:
    return action.place if action.place.file == place.file else place
