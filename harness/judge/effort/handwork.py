"""A customer's deed in, how long her hands, eyes and head take for it out: the keystroke-level model.

Card, S. K., Moran, T. P. & Newell, A. (1980): The keystroke-level model for user performance time with
interactive systems. Communications of the ACM 23(7), 396-410. https://doi.org/10.1145/358886.358895
"""

from collections.abc import Mapping
from dataclasses import dataclass

from harness.language.known.inputs import KEYBOARD, TOUCH
from harness.record import ActionRecord, Filled, VisitRecord

THINK_MS = 1350
"""M: to get ready for what comes next."""
PRESS_MS = 200
"""To press and let go of a button of the mouse: 0.1 s each."""
SECRET_CHARACTERS = 8
"""What a secret is taken for, as nobody shall know its length: the least that NIST SP 800-63B asks for."""


@dataclass(frozen=True)
class Operators:
    """How long a customer's single movements take, by what she acts with.

    Args:
        key_ms: K, one key.
        point_ms: P, to point at something.
        home_ms: H, from the mouse to the keys.
    """

    key_ms: int = 280
    point_ms: int = 1100
    home_ms: int = 400


BY_INPUT: Mapping[str, Operators] = {
    # People type 36 words a minute on phones (Palin et al. 2019) and 52 on keyboards (Dhakal et al. 2018):
    # a key takes 1.4 times as long. The hand stays where it is.
    TOUCH: Operators(key_ms=400, home_ms=0),
    # Nothing is pointed at: five presses of Tab stand for it, which is an assumption. The hands stay where
    # they are.
    KEYBOARD: Operators(point_ms=5 * 280, home_ms=0),
}
MOUSE = Operators()


def operators_of(visit: VisitRecord) -> Operators:
    """Return the movements of whoever walked a visit."""
    device = TOUCH if visit.browser and visit.browser.has_touch else ""
    return BY_INPUT.get(visit.persona.input or device, MOUSE)


def hands_ms(deed: ActionRecord, by: Operators) -> int:
    """Return how long a customer's own work at one deed takes: without the site's answer."""
    click = click_ms(by)
    filled = sum(_field_ms(each, by) for each in deed.filled)
    if deed.verb == "fill":
        return filled or _field_ms(Filled(field=""), by)
    if deed.verb in {"press", "scroll to"}:
        return THINK_MS + by.key_ms
    more_ms = {
        "choose": by.point_ms + PRESS_MS,  # open it, then take one
        "pick date": by.point_ms + PRESS_MS,
        "upload": click,  # ask for the file, then choose it
        "drag": by.point_ms,
        "hover": -PRESS_MS,
    }
    return click + more_ms.get(deed.verb, filled)  # of the others only a team's own verb may type


def click_ms(by: Operators) -> int:
    """Return how long a click or a tap takes: to think, to point and to press."""
    return THINK_MS + by.point_ms + PRESS_MS


def fields_in(deed: ActionRecord) -> int:
    """Return how many fields a deed answers."""
    return len(deed.filled) or int(deed.verb in {"fill", "choose", "pick date", "upload"})


def _field_ms(filled: Filled, by: Operators) -> int:
    characters = SECRET_CHARACTERS if filled.characters is None else filled.characters
    return THINK_MS + by.point_ms + by.home_ms + by.key_ms * characters
