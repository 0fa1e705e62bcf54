"""A judged run in, the whole page out as frozen values: the template only lays them out."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from harness.record import RunRecord
from harness.reports.cx.background import Background
from harness.reports.cx.board import BoardRow, board
from harness.reports.cx.causes import Cause, causes
from harness.reports.cx.changed import Changed, changed
from harness.reports.cx.frictions import counted_in_run
from harness.reports.cx.lead import ACTED_ON, CANNOT, Count, headline, tally, tone_of_run
from harness.reports.cx.left_behind import LeftBehind, left_behind
from harness.reports.cx.marks import Mark
from harness.reports.cx.promises import Promise, promises
from harness.reports.cx.reach import works_for
from harness.reports.cx.strips import Files
from harness.reports.cx.tones import Judged, Tone
from harness.reports.cx.unproven import UnprovenGroup, unproven
from harness.reports.cx.words import labels, whole_run
from harness.reports.cx.words.speech import moment, sentence
from harness.reports.cx.working import WorkingStage, working
from harness.words import phrase

_THIS_MACHINE = {"localhost", "127.0.0.1", "::1"}


@dataclass(frozen=True)
class Head:
    """What leads the page."""

    headline: str
    mark: Mark
    site: str
    address: str
    is_of_this_machine: bool
    when: str
    when_exactly: str
    below: tuple[str, ...]
    shoppers: str
    visits: str
    tally: tuple[Count, ...]


@dataclass(frozen=True)
class Page:
    """All that the page says, in the order in which it says it."""

    title: str
    left_behind: LeftBehind
    head: Head
    changed: Changed
    board: tuple[BoardRow, ...]
    findings: tuple[Cause, ...]
    counted: tuple[str, ...]
    promises: tuple[Promise, ...]
    unproven: tuple[UnprovenGroup, ...]
    working: tuple[WorkingStage, ...]
    footer: str
    switched_on: str
    run_id: str
    allure: str

    def first_of(self, tone: Tone) -> str:
        """Return where what is counted in the head is told."""
        section = str(tone) if tone in {Tone.UNPROVEN, Tone.FINE} else "findings"
        return next((cause.anchor for cause in self.findings if cause.mark.tone is tone), section)


def page_of(
    record: RunRecord, judged: Sequence[Judged], background: Background, *, files: Files, allure: str
) -> Page:
    """Compose the page.

    Args:
        record: What the run was about.
        judged: Every visit with its judgement.
        background: What is known beside the run itself.
        files: The pictures that are on disk, relative to the run's folder.
        allure: Link to the Allure report, empty when there is none.
    """
    browsers = dict.fromkeys(f"{v.browser.kind} {v.browser.version}" for v, _ in judged if v.browser)
    findings = causes(judged, ACTED_ON, files, background)
    return Page(
        title=whole_run.run_title(record.site, record.started_at),
        left_behind=left_behind(record.side_effects),
        head=_head(record, judged, findings),
        changed=changed(background.story, {cause.anchor for cause in findings}),
        board=board(judged, background),
        findings=findings,
        counted=counted_in_run(judged),
        promises=promises(judged, background),
        unproven=unproven(record, judged, background),
        working=working(judged, background),
        footer=whole_run.footer(list(browsers), record.harness_version),
        switched_on=whole_run.switched_on(record.defects),
        run_id=record.id,
        allure=allure,
    )


def _head(record: RunRecord, judged: Sequence[Judged], findings: Sequence[Cause]) -> Head:
    visits = [visit for visit, _ in judged]
    tone = tone_of_run(record, judged)
    return Head(
        headline=headline(record, judged),
        mark=Mark(tone, phrase(labels.RUN[tone])),
        site=record.site,
        address=record.address,
        is_of_this_machine=urlsplit(record.address).hostname in _THIS_MACHINE,
        when=moment(record.started_at),
        when_exactly=record.started_at.isoformat(),
        below=_below(findings, judged),
        shoppers=whole_run.shoppers(list(dict.fromkeys(visit.persona.who for visit in visits))),
        visits=whole_run.visits(len(visits), len({visit.journey.id for visit in visits})),
        tally=tally(record, judged),
    )


def _below(findings: Sequence[Cause], judged: Sequence[Judged]) -> tuple[str, ...]:
    """Say since when and for whom, where one cause is the whole headline; else how many causes there are."""
    stopping = [cause for cause in findings if cause.kind in CANNOT]
    if len(stopping) != 1:
        return tuple(filter(None, [whole_run.causes(len(stopping)) if stopping else "", works_for(judged)]))
    only = stopping[0]
    more = whole_run.also_stopped(only.more_journeys)
    return tuple(filter(None, [sentence(only.past.since), sentence(only.reach), more]))
