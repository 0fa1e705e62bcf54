"""A judged run in, the whole page out as frozen values: the template only lays them out."""

from collections.abc import Sequence
from dataclasses import dataclass

from harness.history.model import Story
from harness.judge import FindingKind
from harness.record import RunRecord
from harness.reports.cx.board import BoardRow, board
from harness.reports.cx.causes import Cause, causes
from harness.reports.cx.frictions import counted_in_run
from harness.reports.cx.lead import CANNOT, SLOW, Count, headline, tally, tone_of_run
from harness.reports.cx.left_behind import LeftBehind, left_behind
from harness.reports.cx.marks import Mark
from harness.reports.cx.strips import Files
from harness.reports.cx.tones import Judged
from harness.reports.cx.unproven import UnprovenGroup, unproven
from harness.reports.cx.walks import Walk, WorkingStage, walks, working
from harness.reports.cx.words import labels, sentences
from harness.reports.cx.words.speech import moment

ANNOYS: tuple[FindingKind, ...] = ("annoyance", "missing nicety")


@dataclass(frozen=True)
class Page:
    """All that the page says, in the order in which it says it."""

    title: str
    headline: str
    mark: Mark
    site: str
    address: str
    when: str
    when_exactly: str
    shoppers: str
    visits: str
    tally: tuple[Count, ...]
    left_behind: LeftBehind
    cannot: tuple[Cause, ...]
    slow: tuple[Cause, ...]
    annoys: tuple[Cause, ...]
    counted: tuple[str, ...]
    unproven: tuple[UnprovenGroup, ...]
    working: tuple[WorkingStage, ...]
    board: tuple[BoardRow, ...]
    walks: tuple[Walk, ...]
    footer: str
    switched_on: str
    allure: str


def page_of(record: RunRecord, judged: Sequence[Judged], story: Story, *, files: Files, allure: str) -> Page:
    """Compose the page.

    Args:
        record: What the run was about.
        judged: Every visit with its judgement.
        story: What is known of earlier runs.
        files: The pictures that are on disk, relative to the run's folder.
        allure: Link to the Allure report, empty when there is none.
    """
    del story
    visits = [visit for visit, _ in judged]
    tone = tone_of_run(record, judged)
    browsers = dict.fromkeys(f"{v.browser.kind} {v.browser.version}" for v in visits if v.browser)
    return Page(
        title=sentences.run_title(record.site, record.started_at),
        headline=headline(record, judged),
        mark=Mark(tone, labels.RUN[tone]),
        site=record.site,
        address=record.address,
        when=moment(record.started_at),
        when_exactly=record.started_at.isoformat(),
        shoppers=sentences.shoppers(list(dict.fromkeys(v.persona.who for v in visits))),
        visits=sentences.visits(len(visits), len({v.journey.id for v in visits})),
        tally=tally(record, judged),
        left_behind=left_behind(record.side_effects),
        cannot=causes(judged, CANNOT, files),
        slow=causes(judged, SLOW, files),
        annoys=causes(judged, ANNOYS, files),
        counted=counted_in_run(judged),
        unproven=unproven(record, judged),
        working=working(judged),
        board=board(judged),
        walks=walks(judged, files),
        footer=sentences.footer(list(browsers), record.harness_version),
        switched_on=sentences.switched_on(record.defects),
        allure=allure,
    )
