"""Judged visits and the story of earlier runs in, each visit with what is known of it from before out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from pydantic import ValidationError

from harness.compile.slug import slug, unique_slug
from harness.history.model import EarlierVisit, Story
from harness.judge import Judgement
from harness.judge.keeping import JUDGEMENT
from harness.record import Evidence, EvidenceKind, StepRecord, VisitRecord
from harness.record.journal import RecordError, read_visit
from harness.reports.cx.tones import MILDEST_FIRST, TONES, Judged, Tone

JOURNEYS = "journeys"
"""The folder, below a run's own, of the pages of its journeys."""

PageKey = tuple[str, str]
"""The ids of journey and persona."""


@dataclass(frozen=True)
class GoodVisit:
    """The same visit in an earlier run in which nothing broke, as far as it came.

    Args:
        judgement: None where it cannot be read any more.
        folder: Where its evidence lies.
    """

    at: datetime
    visit: VisitRecord
    judgement: Judgement | None
    folder: Path

    def step(self, like: StepRecord) -> StepRecord | None:
        """Return the same step as it went then, wherever in the journey it stood."""
        named = [step for step in self.visit.steps if step.name == like.name and step.outcome == "passed"]
        return min(named, key=lambda step: abs(step.index - like.index), default=None)


@dataclass(frozen=True)
class Walked:
    """One visit with what is known of it.

    Args:
        folder: Where its evidence lies.
        earlier: The same visit in runs before, newest first.
        good: The last time that it went well, if there is anything left of it.
    """

    visit: VisitRecord
    judgement: Judgement
    folder: Path
    earlier: Sequence[EarlierVisit] = ()
    good: GoodVisit | None = None

    @property
    def tone(self) -> Tone:
        """The colour in which the page speaks of it."""
        return TONES[self.judgement.verdict]

    @property
    def stopped_at(self) -> StepRecord | None:
        """The step that ended it too early, for whatever reason."""
        ended = ("failed", "cut short", "stopped on purpose")
        return next((step for step in self.visit.steps if step.outcome in ended), None)


def key_of(visit: VisitRecord) -> PageKey:
    """Return which page a visit is told on."""
    return visit.journey.id, visit.persona.id


def file_of(key: PageKey) -> str:
    """Return the name of a page's file: the same in every run."""
    journey, persona = key
    return f"{unique_slug(journey)}--{slug(persona)}.html"


def page_link(key: PageKey) -> str:
    """Return where a page lies, relative to the run's folder."""
    return f"{JOURNEYS}/{file_of(key)}"


def by_page(judged: Sequence[Judged]) -> Mapping[PageKey, list[Judged]]:
    """Return the visits of each page, worst first."""
    pages: dict[PageKey, list[Judged]] = {}
    for pair in sorted(judged, key=lambda pair: -MILDEST_FIRST.index(pair[1].verdict)):
        pages.setdefault(key_of(pair[0]), []).append(pair)
    return pages


def walked(judged: Judged, story: Story, visits: Path) -> Walked:
    """Look up what is known of a visit from before.

    Args:
        judged: The visit, and what it means.
        story: What is known of earlier runs.
        visits: The folder of the run's visits.
    """
    visit, judgement = judged
    earlier = story.earlier.get(visit.id, ())
    good = next(good_ones(earlier), None)
    return Walked(visit, judgement, visits / visit.id, earlier, good)


def good_ones(earlier: Sequence[EarlierVisit]) -> Iterator[GoodVisit]:
    """Yield the earlier visits that went well and of which there is something left, newest first."""
    for then in earlier:
        if then.went_well and then.folder:
            try:
                visit = read_visit(then.folder)
            except (RecordError, OSError):  # pruned, or damaged: as good as not there
                continue
            yield GoodVisit(then.started_at, visit, _judgement(then.folder), then.folder)


def _judgement(folder: Path) -> Judgement | None:
    try:
        return Judgement.model_validate_json((folder / JUDGEMENT).read_text(encoding="utf-8"))
    except (OSError, ValidationError):
        return None


def evidence_of(step: StepRecord, kind: EvidenceKind) -> Evidence | None:
    """Return a step's evidence of a kind, if it could be taken."""
    return next((piece for piece in step.evidence if piece.kind == kind and piece.file), None)
