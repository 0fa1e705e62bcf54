"""What the shopper does for herself, and what only comes between, is no part of a step's time."""

from dataclasses import dataclass
from typing import cast

import pytest

from harness.record import Friction, Place, StepRecord
from harness.shopper.clock import VisitClock
from harness.shopper.noticing.own_time import OwnTime
from tests.pages import serving
from tests.walking import Walker

pytestmark = pytest.mark.usefixtures("all_evidence")


@dataclass
class SetClock:
    """A clock that stands where it is set."""

    at_ms: int = 0

    def now_ms(self) -> int:
        """Return the moment it was set to."""
        return self.at_ms


def test_spans_since_a_moment_are_added_up_and_the_outermost_counts() -> None:
    clock = SetClock()
    own_time = OwnTime(cast(VisitClock, clock))
    with own_time.spent():
        clock.at_ms = 100
    clock.at_ms = 500
    with own_time.spent():
        clock.at_ms = 600
        with own_time.spent():
            clock.at_ms = 650
        clock.at_ms = 700
    assert (own_time.since(0), own_time.since(50), own_time.since(500), own_time.since(700)) == (
        300,
        250,
        200,
        0,
    )


def test_only_interruptions_are_taken_from_a_step() -> None:
    frictions = (
        Friction(kind="popup", what="Cookie banner", duration_ms=300),
        Friction(kind="popup stuck", what="Newsletter", duration_ms=2000),
        Friction(kind="dead click", what='click "Apply"', duration_ms=1000),
    )
    place = Place(file="journeys/buy/look.yaml", line=1)
    step = StepRecord(index=0, name="Look", place=place, outcome="passed", friction=frictions)
    assert step.interrupted_ms() == 2300


def test_looking_around_after_a_failure_is_no_part_of_the_steps_time(walker: Walker) -> None:
    with serving({"/": "<title>Tea</title><p>Sencha</p>"}) as site:
        walked = walker.walk(
            "journey: Look\nsteps:\n  - step: Look\n    do:\n      - open: /\n    see: Assam\n",
            address=site.address,
        )
    (step,) = walked.record.steps
    assert step.outcome == "failed"
    assert 0 < step.active_ms < step.duration_ms
