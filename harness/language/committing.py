"""A step in, those of its actions that may commit the customer out."""

from harness.language.model import Action, Step
from harness.verbs.request import CHANGING

PRESSING_VERBS = ("click", "press", "drag")


def changes_by_request(action: Action) -> bool:
    """Whether an action asks the site's servers to change something."""
    return action.verb == "request" and action.arguments[0] in CHANGING


def committing_actions(step: Step) -> tuple[Action, ...]:
    """Return what is held back without a grant: the last click or press, and every changing request.

    Of two requests nobody knows which one commits. A drag commits where nothing is clicked or pressed.
    """
    if not step.commits:
        return ()
    requests = tuple(filter(changes_by_request, step.do))
    if step.commits == "cart":
        return requests
    pressed = [action for action in step.do if action.verb in ("click", "press")]
    dragged = [action for action in step.do if action.verb == "drag"]
    return (*requests, *(pressed or dragged)[-1:])
