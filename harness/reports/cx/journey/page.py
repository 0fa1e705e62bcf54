"""All visits of one journey by one persona in, the whole page out as frozen values, in reading order."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from harness.findings.grouping import Hit
from harness.history.model import Story
from harness.record import RunRecord
from harness.reports.cx.background import Background
from harness.reports.cx.journey.compared import Compared, compared
from harness.reports.cx.journey.curve import Curve, curve
from harness.reports.cx.journey.developers import Developers, developers
from harness.reports.cx.journey.effort import TwoNumbers, two_numbers
from harness.reports.cx.journey.lead import Lead, lead, met_by
from harness.reports.cx.journey.met import Met, met
from harness.reports.cx.journey.nights import Nights, nights
from harness.reports.cx.journey.promises import Promise, promises
from harness.reports.cx.journey.surprised import Surprised, surprised
from harness.reports.cx.journey.untried import untried
from harness.reports.cx.journey.walked import Walked
from harness.reports.cx.journey.who import Who, who
from harness.reports.cx.marks import Mark, mark_of
from harness.reports.cx.strips import Files, Frame, Shape, shape_of, strip
from harness.reports.cx.tones import Judged, Tone, anchor_of
from harness.reports.cx.words import journey as words
from harness.reports.cx.words import sentences, whole_run
from harness.reports.cx.words.speech import moment

UP = "../"
"""From the folder of the journeys' pages to the run's own."""


@dataclass(frozen=True)
class Row:
    """One visit of the page: where a journey has several rows of values, each is a section of its own.

    Args:
        name: Its values in a line; empty where there is only one.
        trends: What got slower or faster for sure, and whether that is for the better.
        is_open: Whether its strip is to be seen at once.
    """

    anchor: str
    title: str
    name: str
    mark: Mark
    headline: str
    frames: tuple[Frame, ...]
    shape: Shape
    curve: Curve | None
    compared: Compared | None
    effort: TwoNumbers | None
    promises: tuple[Promise, ...]
    surprised: Surprised
    trends: tuple[tuple[str, bool], ...]
    nights: Nights | None
    developers: Developers
    is_open: bool


@dataclass(frozen=True)
class JourneyPage:
    """All that the page of a journey and persona says."""

    tab: str
    site: str
    when: str
    when_exactly: str
    lead: Lead
    who: Who
    rows: tuple[Row, ...]
    met: tuple[Met, ...]
    more_met: str
    proves_nothing: bool
    untried: tuple[str, ...]
    problem: str
    footer: str


@dataclass(frozen=True)
class RunFacts:
    """What all pages of a run are made from.

    Args:
        folder: The run's own.
        files: The pictures that are on disk, relative to that folder.
        groups: What is to be acted on in the whole run, one group a cause, worst first.
        page_in: Returns the link to a page of that name in another run, by that run's id; empty without one.
    """

    folder: Path
    record: RunRecord
    judged: Sequence[Judged]
    background: Background
    files: Files
    groups: Sequence[list[Hit]]
    page_in: Callable[[str, str], str]


def journey_page(of: Sequence[Walked], run: RunFacts, file: str) -> JourneyPage:
    """Compose a page.

    Args:
        of: Its visits, worst first.
        run: What the run is about.
        file: The name of the page.
    """
    worst, story = of[0], run.background.story
    unfolded = _unfolded(of)
    found, more = met(of, run.groups, run.judged, run.background)
    life = run.background.life_of(finding.fingerprint for finding in worst.judgement.findings[:1])
    journey = worst.visit.journey
    others = [
        visit
        for visit, _ in run.judged
        if visit.journey.id == journey.id and visit.persona.id != worst.visit.persona.id
    ]
    browser = worst.visit.browser
    browsers = [f"{browser.kind} {browser.version}"] if browser else []
    return JourneyPage(
        tab=f"{journey.title}: {worst.visit.persona.who}",
        site=run.record.site,
        when=moment(run.record.started_at),
        when_exactly=run.record.started_at.isoformat(),
        lead=lead(of, run.groups, run.judged, life, is_first=story.previous_run is None),
        who=who(worst.visit),
        rows=tuple(_row(walked, run, file, is_open=walked in unfolded) for walked in of),
        met=found,
        more_met=words.more_met(more),
        proves_nothing=all(walked.tone is Tone.UNPROVEN for walked in of),
        untried=untried(of, others),
        problem=story.problem,
        footer=whole_run.footer(browsers, run.record.harness_version),
    )


def _unfolded(of: Sequence[Walked]) -> list[Walked]:
    """Return what to show at once: what went wrong, once for each cause; else the first walk."""
    wrong = {w.judgement.findings[0].fingerprint: w for w in reversed(of) if w.judgement.findings}
    return list(wrong.values()) or [of[0]]


def _row(of: Walked, run: RunFacts, file: str, *, is_open: bool) -> Row:
    visit, judgement = of.visit, of.judgement
    frames = strip(visit, judgement, run.files, up=UP)
    return Row(
        anchor=anchor_of(visit),
        title=sentences.row_title(visit.journey.title, visit.row),
        name=words.row_name(visit.row),
        mark=mark_of(judgement.verdict),
        headline=met_by(of, run.groups, run.judged),
        frames=frames,
        shape=shape_of(visit),
        curve=curve(of),
        compared=compared(of, frames, run.folder) if is_open else None,
        effort=two_numbers(of),
        promises=promises(of),
        surprised=surprised(of),
        trends=_trends(run.background.story, visit.id),
        nights=nights(of, lambda run_id: run.page_in(run_id, file)),
        developers=developers(visit, judgement, up=UP),
        is_open=is_open,
    )


def _trends(story: Story, visit_id: str) -> tuple[tuple[str, bool], ...]:
    found = story.trends.get(visit_id, ())
    return tuple((f"{trend.sentence} {trend.detail}".strip(), trend.direction == "faster") for trend in found)
