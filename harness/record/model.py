"""Frozen values in, JSON out and back: everything that happened in one visit.

A record holds observations only. What they mean (broken, slow, annoying, whose turn) is decided by
`harness.judge`, so that an old record can be judged again with newer rules.
"""

from datetime import datetime
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

Outcome = Literal["passed", "failed", "stopped on purpose", "not reached", "cut short"]
"""Of a step. `cut short`: it had begun when the run died."""

Ending = Literal["walked", "stopped", "stopped on purpose", "could not start", "cut short"]
"""Of a visit. `walked`: to the end. `stopped`: a step failed. `cut short`: no end was written."""

FrictionKind = Literal[
    "popup",
    "popup stuck",
    "dead click",
    "visible error",
    "typed text lost",
    "console error",
    "failed request",
]

EvidenceKind = Literal["screenshot", "thumbnail", "aria snapshot", "trace", "video"]

TroubleKind = Literal[
    "not found",  # nothing on the page answers to the name
    "ambiguous",  # several things answer to it
    "covered",  # something lies over it
    "disabled",  # it is there and cannot be used
    "hidden",  # it is there and cannot be seen
    "no answer",  # the site accepted the action or the address and never answered
    "unreachable",  # refused, unknown host, broken encryption, redirect loop
    "error page",  # the main document came with status 400 or above
    "check failed",  # what should be true is not
    "value unreadable",  # text was found that cannot be read as the value asked for
    "foreign host",  # the journey led to a host that is not allowed
    "no network",  # this machine reaches nothing at all
    "page crashed",
    "browser lost",
    "missing value",  # the operator has not provided a secret or a variable
    "journey fault",  # a value or name the journey asks for does not exist at run time
    "harness fault",  # our own defect
]


class Recorded(BaseModel):
    """Base of all recorded values: frozen, and strict about what it is made of."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Place(Recorded):
    """A line of a journey file, relative to the folder above the journeys."""

    file: str
    line: int = Field(ge=1)


class Box(Recorded):
    """Where on the screenshot something happened, in CSS pixels of the viewport."""

    x: float
    y: float
    width: float
    height: float


class JourneyFacts(Recorded):
    """What was asked, kept so that reports need no YAML.

    `id` is the file below the journeys folder without extension, such as `buy/promo-code`.
    """

    id: str
    title: str
    why: str = ""
    stage: str
    touchpoint: str
    owner: str = ""
    severity: str = "normal"
    tags: tuple[str, ...] = ()
    commits: str = "nothing"
    place: Place


class PersonaFacts(Recorded):
    """Who the shopper was. `share` is the share of customers she stands for, 0 to 1, if known."""

    id: str
    who: str
    device: str | None = None
    network: str | None = None
    locale: str
    timezone: str | None = None
    share: float | None = Field(default=None, ge=0, le=1)


class BrowserFacts(Recorded):
    """What the visit was made with; timings compare only within one kind."""

    engine: str
    kind: str
    version: str
    viewport_width_px: int
    viewport_height_px: int
    user_agent: str = ""


class Budgets(Recorded):
    """The limits the site's owner set for this visit, in milliseconds; `cls` has no unit."""

    lcp_ms: int = 2500
    load_ms: int = 4000
    step_ms: int = 10_000
    cls: float = 0.1


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


class PageView(Recorded):
    """One page as this shopper saw it. A figure that could not be measured is None, never stale.

    Times are milliseconds since the navigation began; `cls` is the layout-shift score (no unit).
    """

    url: str
    title: str = ""
    status: int | None = None
    soft: bool = False
    cause: str
    started_ms: int
    ttfb_ms: int | None = None
    fcp_ms: int | None = None
    lcp_ms: int | None = None
    cls: float | None = None
    dcl_ms: int | None = None
    load_ms: int | None = None
    requests: int | None = None
    size_bytes: int | None = None


class PageHealth(Recorded):
    """How the page was when a step failed: what tells a broken site from an outdated journey.

    `unanswered` is what the site was asked for and had not answered; `lost_page` says in plain words
    why the last page that was asked for never came.
    """

    url: str
    title: str = ""
    status: int | None = None
    script_errors: tuple[str, ...] = ()
    failed_requests: tuple[str, ...] = ()
    unanswered: tuple[str, ...] = ()
    lost_page: str | None = None
    visible_errors: tuple[str, ...] = ()


class ActionRecord(Recorded):
    """One thing done or checked, as a sentence: `click "Apply"`. Times run from the visit's start."""

    verb: str
    sentence: str
    place: Place
    started_ms: int
    duration_ms: int
    held: bool = True
    box: Box | None = None


class Trouble(Recorded):
    """What stopped a step: bare facts for the judge.

    Args:
        kind: What was observed.
        verb: The verb that could not be done, `see` for checks.
        target: What it pointed at, in the journey's words.
        message: One plain sentence of what was observed, without technical words where possible.
        wanted: What a check expected, in words.
        seen: What the page showed instead, as the customer saw it.
        near: Names on the page close to the one asked for, best first: `textbox "Voucher"`.
        twin: The one control that stands where the missing one should be, if there is exactly one.
        matches: The things that answer to an ambiguous name.
        technical: The browser's own words, for developers only.
    """

    kind: TroubleKind
    verb: str
    target: str = ""
    message: str
    wanted: str | None = None
    seen: str | None = None
    near: tuple[str, ...] = ()
    twin: str | None = None
    matches: tuple[str, ...] = ()
    technical: str = ""
    place: Place
    health: PageHealth | None = None


class StepRecord(Recorded):
    """One step as it went.

    `index` counts from 0, times from the visit's start; `active_ms` is the duration without popup handling
    and our captures.
    """

    index: int
    name: str
    place: Place
    outcome: Outcome
    started_ms: int = 0
    duration_ms: int = 0
    active_ms: int = 0
    within_ms: int | None = None
    commits: bool = False
    part: str | None = None
    actions: tuple[ActionRecord, ...] = ()
    page_views: tuple[PageView, ...] = ()
    friction: tuple[Friction, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    missing_nice_to_see: tuple[str, ...] = ()
    trouble: Trouble | None = None

    def picture(self) -> str | None:
        """Return the file of the step's screenshot, if one could be taken."""
        return next((e.file for e in self.evidence if e.kind == "screenshot" and e.file), None)


class VisitRecord(Recorded):
    """One walk of one journey by one persona on one site."""

    id: str
    run_id: str
    journey: JourneyFacts
    persona: PersonaFacts
    row: dict[str, str] = {}
    site: str
    address: str
    started_at: datetime
    duration_ms: int = 0
    browser: BrowserFacts | None = None
    versions: dict[str, str] = {}
    instrumentation: tuple[str, ...] = ()
    granted: tuple[str, ...] = ()
    budgets: Budgets = Budgets()
    steps: tuple[StepRecord, ...] = ()
    ending: Ending = "cut short"
    outcome_checks: int = 0
    trouble: Trouble | None = None

    def failed_step(self) -> StepRecord | None:
        """Return the step that stopped the visit, if one did."""
        return next((step for step in self.steps if step.outcome in {"failed", "cut short"}), None)


class FaultyFile(Recorded):
    """A journey file that could not be walked, with its problems as told to the author."""

    file: str
    problems: tuple[str, ...]


class RunRecord(Recorded):
    """All visits of one invocation: what was planned, and with what."""

    id: str
    started_at: datetime
    site: str
    address: str
    harness_version: str
    planned: tuple[str, ...] = ()
    faulty_files: tuple[FaultyFile, ...] = ()
    defects: tuple[str, ...] = ()
