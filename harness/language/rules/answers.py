"""Steps in, a problem for each answer to a dialog behind which nothing is done that could ask."""

from collections.abc import Sequence

from harness.language.model import Step, Use, with_blocks
from harness.language.reading.reading import Reading


def check_answers(steps: Sequence[Step | Use], reading: Reading) -> None:
    """Report answers that stand behind the last thing their step does: a dialog waits for nobody."""
    for actions in (tuple(with_blocks(step.do)) for step in steps if isinstance(step, Step)):
        for number, action in enumerate(actions, start=1):
            if action.verb == "answer" and not any(reading.verbs[a.verb].acts for a in actions[number:]):
                reading.problem(
                    action.place,
                    "nothing is done after this that the page could ask about. Put it before the click: the"
                    " customer must know her answer when the page asks.",
                )
