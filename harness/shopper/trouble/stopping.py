"""What ends a walk before its last step: trouble, or our own restraint."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from harness.record import Box, HeldBack, Place, Trouble, TroubleKind


class JourneyStopped(AssertionError):  # noqa: N818 -- a fact of the visit, told as such
    """A step could not be done or a check failed. An assertion, so that reports call it failed."""

    def __init__(self, trouble: "Trouble") -> None:
        super().__init__(trouble.message)
        self.trouble = trouble


class StoppedOnPurpose(Exception):  # noqa: N818 -- nothing went wrong
    """The walk stands before a control that commits, and this run may not press it."""

    def __init__(self, held: "HeldBack") -> None:
        super().__init__(_ready(held))
        self.held = held


def _ready(held: "HeldBack") -> str:
    told = f'ready, not proven: stopped before "{held.control}", which would commit: {held.level}'
    return f"{told} ({held.message})" if held.message else told


@dataclass(eq=False)
class Obstacle(Exception):  # noqa: N818 -- becomes a JourneyStopped once the page has been looked at
    """What stood in the way of one action, as far as the acting code knows it: see `Trouble`.

    Not frozen: Python itself writes the traceback into an exception that passes a context manager.
    """

    kind: "TroubleKind"
    message: str
    target: str = ""
    wanted: str | None = None
    seen: str | None = None
    matches: tuple[str, ...] = ()
    box: "Box | None" = None
    technical: str = ""
    in_verb: "Place | None" = None

    def saying(self, when: str) -> "Obstacle":
        """Return it with more words on what was expected: `after 5 rounds`."""
        if self.wanted is None:
            return self
        return replace(self, message=f"{self.message} {when}", wanted=f"{self.wanted} {when}")
