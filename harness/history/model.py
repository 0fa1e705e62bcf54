"""What the history tells of earlier runs, as frozen values."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from harness.findings.model import Life
from harness.judge import SOUND, Verdict
from harness.judge.trend import Trend


@dataclass(frozen=True)
class Experience:
    """The last time a touchpoint was really experienced: a walk came to an end that can be judged."""

    touchpoint: str
    at: datetime
    journey: str
    title: str
    who: str
    verdict: Verdict
    run_id: str


@dataclass(frozen=True)
class EarlierVisit:
    """The same visit (journey, persona, row) in one run.

    Args:
        customer_time_ms: What it took a customer; None where that is unknown, as when the visit stopped.
        walked_with: What its times compare with: the browser and the persona's settings; empty where no
            figure was taken.
        hassles: How many were counted; None where the visit stopped.
        again: Whether a second walk at once went well: one of two customers met it.
        folder: The visit's folder, where its evidence is still there.
    """

    run_id: str
    visit_id: str
    started_at: datetime
    verdict: Verdict
    headline: str
    customer_time_ms: int | None = None
    walked_with: str = ""
    hassles: int | None = None
    one_of_two: bool = False
    folder: Path | None = None

    @property
    def went_well(self) -> bool:
        """Whether nothing broke as far as it came, and its evidence is still there to show how that looks."""
        return self.verdict in SOUND and self.folder is not None


class EarlierFigure(NamedTuple):
    """A page's or step's figure in one earlier visit, with what it compares with.

    Args:
        browser: What it was walked with, in words; figures compare only within one.
        over: Whether it was over its limit then; None where a busy machine keeps that from being known.
    """

    run_id: str
    started_at: datetime
    value: float
    browser: str
    over: bool | None


@dataclass(frozen=True)
class Story:
    """All that the reports of one run tell of the time before it, as it was when that run ended.

    Args:
        lives: The findings of the run's site: all open ones, and those this run verified as gone.
        experiences: By touchpoint, this run included.
        previous_run: The run of the same site before this one; None for the first.
        previous_headline: The sentence that led its page.
        earlier: By the visit's id: the same visit in runs before this one, newest first, at most 30.
        trends: By the visit's id: what got slower or faster for sure.
        problem: Why the history could not be asked, as one sentence; then nothing is known of earlier runs.
        notices: What the reader should know of the history itself, such as that it was built anew.
    """

    lives: tuple[Life, ...] = ()
    experiences: Mapping[str, Experience] = field(default_factory=dict)
    previous_run: str | None = None
    previous_at: datetime | None = None
    previous_headline: str = ""
    earlier: Mapping[str, Sequence[EarlierVisit]] = field(default_factory=dict)
    trends: Mapping[str, Sequence[Trend]] = field(default_factory=dict)
    problem: str = ""
    notices: tuple[str, ...] = ()

    def good_ones(self, visit_id: str) -> tuple[EarlierVisit, ...]:
        """Return the earlier visits that went well and whose evidence is still there, newest first."""
        return tuple(visit for visit in self.earlier.get(visit_id, ()) if visit.went_well)

    def life_of(self, fingerprint: str) -> Life | None:
        """Return the finding that a fingerprint belongs to."""
        return next((life for life in self.lives if fingerprint in life.fingerprints), None)
