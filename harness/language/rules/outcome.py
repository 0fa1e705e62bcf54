"""A journey in, a problem when nothing is checked after its last action: it would pass whatever happens."""

from harness.language.model import Action, Journey, Place
from harness.language.reading.reading import Reading
from harness.language.rules.surroundings import Surroundings, flat


def check_outcome(journey: Journey, reading: Reading, surroundings: Surroundings) -> None:
    """Report a journey without a positive `see` after its last action."""
    last: Place = journey.place
    is_checked = False
    for step, place in flat(journey.steps, surroundings.parts):
        for action in (*step.do, *step.see):
            if reading.verbs[action.verb].acts:
                last = _own(action, place)
                is_checked = False
            is_checked = is_checked or action.verb == "see"
    if not is_checked:
        reading.problem(
            last, 'nothing is checked after the last action. Add "see:" with what the customer must see then.'
        )


def _own(action: Action, place: Place) -> Place:
    return action.place if action.place.file == place.file else place
