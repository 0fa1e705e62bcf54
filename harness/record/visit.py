"""Everything that happened in one visit.

A record holds observations only. What they mean (broken, slow, annoying, whose turn) is decided by
`harness.judge`, so that an old record can be judged again with newer rules.
"""

from datetime import datetime
from typing import Literal

from pydantic import Field

from harness.record.asked import BrowserFacts, JourneyFacts, PersonaFacts
from harness.record.base import Box, Place, Recorded
from harness.record.budgets import Budgets
from harness.record.contacts import NotContacted
from harness.record.machine import MachineLoad
from harness.record.noticed import Filled, PageNotes
from harness.record.page_view import PageView
from harness.record.side_effects import HeldBack, SideEffect
from harness.record.trouble import Trouble

AGAIN = "again"
"""The folder, below a visit's own, of its second walk."""

Outcome = Literal["passed", "failed", "stopped on purpose", "not reached", "cut short"]
"""Of a step. `cut short`: it had begun when the run died."""

Ending = Literal[
    "walked",  # to the end
    "stopped",  # a step failed
    "stopped on purpose",
    "could not start",
    "cut short",  # no end was written
    "left out",  # planned, and not walked because the user wanted it so
    "not walked",  # planned, and the run ended before it began
    "lost",  # planned, and what was recorded of it cannot be read
]
"""Of a visit."""

FrictionKind = Literal[
    "popup",
    "popup stuck",
    "dead click",
    "no feedback",
    "visible error",
    "dialog",
    "typed text lost",
    "console error",
    "failed request",
]

INTERRUPTIONS: frozenset[FrictionKind] = frozenset({"popup", "popup stuck"})
"""What comes between the customer and the step: its time is not the step's. All other friction is within."""

EvidenceKind = Literal[
    "screenshot", "thumbnail", "aria snapshot", "download", "console", "requests", "har", "trace", "video"
]


class Evidence(Recorded):
    """A file below the visit's folder that shows something, or why there is none."""

    kind: EvidenceKind
    file: str | None = None
    problem: str | None = None


class Friction(Recorded):
    """Something that made it harder: `what` in plain words, how long it took the customer."""

    kind: FrictionKind
    what: str
    duration_ms: int = Field(default=0, ge=0)


_ASIDE = ("answer", "request")
LOOKING = frozenset(
    {"see", "not see", "should see", "remember", "if see", "repeat until see", "wait for", *_ASIDE}
)
"""Verbs of the language that leave the page as it is."""


class ActionRecord(Recorded):
    """One thing done or checked, as a sentence: `click "Apply"`. Times run from the visit's start.

    `only_looks` says of a team's own verb that it leaves the page as it is; `is_told` marks what every reader
    should know: which way was taken, and what was waited for and why. `filled` tells of the fields that were
    typed into, `ticked` of the box that was pressed, ticked or unticked, as the page names it, `unticked` of
    that one which had been ticked before.
    """

    verb: str
    sentence: str
    place: Place
    started_ms: int
    duration_ms: int
    held: bool = True
    only_looks: bool = False
    is_told: bool = False
    box: Box | None = None
    filled: tuple[Filled, ...] = ()
    ticked: str = ""
    unticked: str = ""

    @property
    def is_deed(self) -> bool:
        """Whether the customer did something, rather than look."""
        return not self.only_looks and self.verb not in LOOKING


class StepRecord(Recorded):
    """One step as it went.

    `index` counts from 0, times from the visit's start; `active_ms` is the duration without popup handling,
    our captures and our pauses; `machine` tells how busy our own machine was meanwhile. `notes` are those of
    the page at its end, None where nobody has read that page.
    """

    index: int
    name: str
    place: Place
    outcome: Outcome
    started_ms: int = 0
    duration_ms: int = 0
    active_ms: int = 0
    within_ms: int | None = None
    machine: MachineLoad | None = None
    commits: bool = False
    part: str | None = None
    actions: tuple[ActionRecord, ...] = ()
    page_views: tuple[PageView, ...] = ()
    friction: tuple[Friction, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    missing_nice_to_see: tuple[str, ...] = ()
    notes: PageNotes | None = None
    trouble: Trouble | None = None

    def interrupted_ms(self) -> int:
        """Return how long popups and banners kept the customer from the step."""
        return sum(friction.duration_ms for friction in self.friction if friction.kind in INTERRUPTIONS)

    def picture(self) -> str | None:
        """Return the file of the step's screenshot, if one could be taken."""
        return next((e.file for e in self.evidence if e.kind == "screenshot" and e.file), None)


class VisitRecord(Recorded):
    """One walk of one journey by one persona on one site.

    `evidence` shows the visit as a whole; `again` is the second walk that was made at once for the sake
    of evidence, when this one was not fine: its times are those of a browser that is watched closely.
    `instrumentation` is what was on while every number here was taken; `retries` says why earlier walks of
    this visit do not count: the browser died. `reason` tells why it was not walked at all, `held_back` why it
    stopped on purpose, `side_effects` what it did to the site that stays there. `waited_ms` is how long it
    waited for its turns at the site; no step's time holds any of it.
    """

    id: str
    run_id: str
    journey: JourneyFacts
    persona: PersonaFacts
    row: dict[str, str] = Field(default_factory=dict)
    site: str
    address: str
    started_at: datetime
    duration_ms: int = 0
    waited_ms: int = 0
    browser: BrowserFacts | None = None
    versions: dict[str, str] = Field(default_factory=dict)
    instrumentation: tuple[str, ...] = ()
    retries: tuple[str, ...] = ()
    granted: tuple[str, ...] = ()
    budgets: Budgets = Budgets()
    machine: MachineLoad | None = None
    steps: tuple[StepRecord, ...] = ()
    ending: Ending = "cut short"
    outcome_checks: int = 0
    reason: str = ""
    held_back: HeldBack | None = None
    side_effects: tuple[SideEffect, ...] = ()
    trouble: Trouble | None = None
    evidence: tuple[Evidence, ...] = ()
    not_contacted: tuple[NotContacted, ...] = ()
    again: "VisitRecord | None" = None

    def whole_evidence(self) -> tuple[Evidence, ...]:
        """Return what shows the visit as a whole, that of its second walk too, below the visit's folder."""
        second = self.again.evidence if self.again else ()
        return (
            *self.evidence,
            *(piece.model_copy(update={"file": piece.file and f"{AGAIN}/{piece.file}"}) for piece in second),
        )

    def failed_step(self) -> StepRecord | None:
        """Return the step that stopped the visit, if one did."""
        return next((step for step in self.steps if step.outcome in {"failed", "cut short"}), None)
