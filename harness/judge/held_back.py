"""A visit that stopped on purpose in, why it did and what to do about it out, in plain words."""

from collections.abc import Mapping

from harness.record import VisitRecord
from harness.record.side_effects import WhyHeldBack

READY = "Everything up to that step worked, and what would be pressed next can be used."
_ACTIONS: Mapping[WhyHeldBack, str] = {
    "no grant": "To prove it, allow this run to commit: harness run --allow {level}.",
    "cap": "Nothing to do, unless the caps of the site file (safety:) are too low for what you schedule.",
    "contact hours": 'Schedule it for the hours in which "people are contacted" in the site file.',
    "kill switch": "Ask who switched it on, and why. Nothing that commits is done until it is off.",
    "outcome unknown": "Look at the shop, then settle what is open: harness ledger --open.",
    "done already": "Nothing to do: what was committed once in a run is never done again in it.",
    "nothing to undo": "Nothing to do.",
}


def on_purpose(visit: VisitRecord) -> tuple[str, str, str]:
    """Return the sentence, the detail and the action of a visit that was held back."""
    held, title = visit.held_back, visit.journey.title
    ready = f'"{title}" is ready, not proven: stopped on purpose'
    if held is None:  # a record from before this was kept
        return f"{ready}.", READY, _ACTIONS["no grant"].format(level=visit.journey.commits)
    level = visit.journey.commits if held.why == "no grant" else held.level
    message, _, remedy = held.message.partition(". ")
    because = f", because {message[:1].lower()}{message[1:]}" if message else ""
    return f"{ready}{because}.", READY, remedy or _ACTIONS[held.why].format(level=level)
