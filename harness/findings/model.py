"""A finding as it lives over the nights, and what people decided about it, as frozen values."""

from datetime import date, datetime
from typing import Literal

from pydantic import BaseModel, ConfigDict

from harness.judge import Again, FindingKind, Verdict

State = Literal["new", "flaky", "owned", "cause known", "fixed", "verified", "reopened"]
"""`flaky`: one of two customers meets it. `fixed` is what somebody claims; good runs make it `verified`."""

Change = Literal["new", "again", "reopened", "verified", "not met", "not tried"]
"""What one run did to a finding. `not tried`: not all who had met it came past it, or none can tell."""


class Kept(BaseModel):
    """A value that is kept in a run's folder and in the history."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Sighting(Kept):
    """One visit that met a finding.

    Args:
        journey: The journey's id; `title` is what it is called.
        persona: The persona's id; `who` describes her in a sentence, `share` is her part of the customers.
        again: What the second walk at once showed, if one was made.
    """

    visit_id: str
    journey: str
    title: str
    persona: str
    who: str
    share: float | None = None
    owner: str = ""
    touchpoint: str = ""
    step: int | None = None
    step_name: str = ""
    fingerprint: str
    again: Again | None = None


class Decision(Kept):
    """What somebody said of a finding; what is None was not said.

    Args:
        state: Only what people can know: `owned`, `cause known`, `fixed`.
        quarantined_until: The last day on which it does not decide how a run ends; `date.min` ends that.
    """

    at: datetime
    by: str
    number: int
    site_id: str = ""
    owner: str | None = None
    ticket: str | None = None
    state: Literal["owned", "cause known", "fixed"] | None = None
    note: str | None = None
    quarantined_until: date | None = None


class Life(Kept):
    """One finding as it stands at the end of a run.

    Args:
        number: What people call it by; never given twice at a site.
        fingerprints: All that it was ever recognised by.
        sentence: What a customer meets, as it was last seen; `detail` and `action` belong to it.
        first_seen: When the run began that met it first, or first after it had been verified as gone.
        last_seen: When the run began that met it last.
        runs_in_a_row: In how many runs it was met without a good one between, until it was last seen.
        runs_met: In how many runs it was met since `first_seen`; `runs_tried` is how many could have met it.
        runs_one_of_two: In how many of the runs that met it only one of two customers did.
        good_runs: How many runs in a row came past its place since then and did not meet it.
        reopened: How often it came back after it was verified.
        change: What the run did to it at whose end this stands.
        met_by: The visits that met it when it was last seen, the one that leads first.
        fine_for: Descriptions of shoppers who came past its place in that run and did not meet it.
        untried: Descriptions of those who had met it and were to walk again in none of the good runs since.
    """

    number: int
    site_id: str = ""
    fingerprints: tuple[str, ...]
    kind: FindingKind
    verdict: Verdict
    sentence: str
    detail: str = ""
    action: str = ""
    place: str = ""
    state: State = "new"
    change: Change = "new"
    first_seen: datetime
    last_seen: datetime
    last_run: str
    runs_in_a_row: int = 1
    runs_met: int = 1
    runs_tried: int = 1
    runs_one_of_two: int = 0
    good_runs: int = 0
    reopened: int = 0
    met_by: tuple[Sighting, ...] = ()
    fine_for: tuple[str, ...] = ()
    untried: tuple[str, ...] = ()
    owner: str = ""
    ticket: str = ""
    notes: tuple[Decision, ...] = ()
    quarantined_until: date | None = None

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to act, or to be believed."""
        return self.state != "verified"

    def is_quarantined(self, day: date) -> bool:
        """Whether it is not to decide how a run of that day ends."""
        return self.quarantined_until is not None and day <= self.quarantined_until
