"""A step in, those of its actions that may commit the customer out."""

from collections.abc import Iterable, Mapping

from harness.language.model import Action, Step
from harness.verbs import Verb
from harness.verbs.request import CHANGING

PRESSING_VERBS = ("click", "press", "drag")


def changes_by_request(action: Action) -> bool:
    """Whether an action asks the site's servers to change something."""
    return action.verb == "request" and action.arguments[0] in CHANGING


def committing_actions(
    step: Step, verbs: Mapping[str, Verb], actions: Iterable[Action] | None = None
) -> tuple[Action, ...]:
    """Return what is held back without a grant: the last click or press, and every changing request.

    Of two requests nobody knows which one commits. A drag commits where nothing is clicked or pressed.
    What takes something back is found in the same way.

    Args:
        step: The step.
        verbs: The verbs, with those of a team's own: such a one may say that it commits.
        actions: Those that are looked at; by default what is sure to be done.
    """
    if not (step.commits or step.undoes):
        return ()
    done = tuple(step.do if actions is None else actions)
    requests = tuple(filter(changes_by_request, done))
    if step.commits == "cart":
        return requests
    pressed = [action for action in done if action.verb in ("click", "press") or verbs[action.verb].commits]
    dragged = [action for action in done if action.verb == "drag"]
    return (*requests, *(pressed or dragged)[-1:])
