"""A visit that stopped on purpose in, why it did and what to do about it out, in plain words."""

from collections.abc import Mapping

from harness.record import VisitRecord
from harness.record.side_effects import WhyHeldBack
from harness.words import entry, phrase

READY = entry("Everything up to that step worked, and what would be pressed next can be used.")
_ACTIONS: Mapping[WhyHeldBack, str] = {
    "no grant": entry("To prove it, allow this run to commit: harness run --allow {level}."),
    "cap": entry(
        "Nothing to do, unless the caps of the site file (safety:) are too low for what you schedule."
    ),
    "contact hours": entry('Schedule it for the hours in which "people are contacted" in the site file.'),
    "kill switch": entry("Ask who switched it on, and why. Nothing that commits is done until it is off."),
    "outcome unknown": entry("Look at the shop, then settle what is open: harness ledger --open."),
    "done already": entry("Nothing to do: what was committed once in a run is never done again in it."),
    "nothing to undo": entry("Nothing to do."),
}


def on_purpose(visit: VisitRecord) -> tuple[str, str, str]:
    """Return the sentence, the detail and the action of a visit that was held back."""
    held, title = visit.held_back, visit.journey.title
    if held is None:  # a record from before this was kept
        action = _ACTIONS["no grant"]
        return _ready(title), phrase(READY), phrase(action, level=visit.journey.commits)
    level = visit.journey.commits if held.why == "no grant" else held.level
    message, _, remedy = held.message.partition(". ")
    because = f"{message[:1].lower()}{message[1:]}"
    return _ready(title, because), phrase(READY), remedy or phrase(_ACTIONS[held.why], level=level)


def _ready(title: str, because: str = "") -> str:
    if not because:
        return phrase('"{title}" is ready, not proven: stopped on purpose.', title=title)
    return phrase(
        '"{title}" is ready, not proven: stopped on purpose, because {reason}.', title=title, reason=because
    )
