"""A run's folder in, every report of it out: from records alone, again and again."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from harness.compile.slug import slug
from harness.findings.quarantine import quarantine_lines
from harness.history.model import Story
from harness.history.remembering import remember
from harness.judge import Judgement, judge
from harness.judge.keeping import keep_judgement, past_of
from harness.record import RunRecord, VisitRecord
from harness.record.folder import RunFolder
from harness.record.journal import RecordError
from harness.record.private import to_oneself
from harness.reports.allure.allurerc import about
from harness.reports.allure.errors import AllureHtmlError
from harness.reports.allure.html import AllureHtml, make_html
from harness.reports.allure.results import write_results, write_run
from harness.reports.allure.story import tell_story
from harness.reports.cx.lead import headline, summary_lines
from harness.reports.cx.page import write_page
from harness.words import Catalogue, CatalogueError, speaking

Judged = tuple[VisitRecord, Judgement]
Say = Callable[[str], None]
HISTORY = "allure-history{}.jsonl"
"""Each site has one of its own."""


NEVER_BEGUN = frozenset({"left out", "not walked", "lost"})
NAMED = 20


def unwalked(judged: Iterable[Judged]) -> list[Judged]:
    """Return the visits that were planned and left no record."""
    return [pair for pair in judged if pair[0].ending in NEVER_BEGUN]


def unwalked_lines(judged: Iterable[Judged]) -> Iterator[str]:
    """Yield a line for each visit that was planned and not walked; of very many, the first ones."""
    missing = unwalked(judged)
    for visit, judgement in missing[:NAMED]:
        yield f"{judgement.verdict}: {visit.id}: {visit.reason}."
    if len(missing) > NAMED:
        yield f"... and {len(missing) - NAMED} more; the page names them all."


@dataclass(frozen=True)
class MadeReports:
    """What was made, and what it says. `allure_problem` says why there is no Allure page."""

    run: RunRecord
    headline: str
    lines: tuple[str, ...]
    page: Path
    judged: Sequence[tuple[VisitRecord, Judgement]]
    story: Story
    allure: AllureHtml | None = None
    allure_problem: str = ""

    @property
    def allure_page(self) -> Path | None:
        """Where the Allure page lies, if there is one."""
        return self.allure.page if self.allure else None


@to_oneself()
def make_reports(  # noqa: PLR0913 -- a run, and how it is to be told
    folder: RunFolder,
    *,
    allure_page: bool,
    judged: Sequence[Judged] | None = None,
    again: bool = False,
    history: str = "",
    say: Say,
) -> MadeReports:
    """Judge the records of a run and make its reports.

    Args:
        folder: The run.
        allure_page: Whether to make the Allure page too, which takes some seconds.
        judged: All visits of the run, when they have been judged already.
        again: Whether to make the Allure results anew, instead of taking those of the live run.
        history: What was asked for with `--history`.
        say: Told what takes longer.

    Raises:
        RecordError: A record cannot be read.
    """
    with speaking(_catalogue(folder)):
        run = folder.read_run()
        judged = judged_visits(folder) if judged is None else judged
        story = remember(folder, run, judged, asked=history, lead=headline, say=say)
        if again:
            write_results(folder, judged, folder.allure_results)
        made, problem = _allure(folder, run, judged, story, say) if allure_page else (None, "")
        return MadeReports(
            run=run,
            headline=headline(run, judged),
            lines=(
                *summary_lines(run, judged),
                *quarantine_lines(story.lives, run.id, run.started_at.date()),
                *history_lines(story),
            ),
            page=write_page(folder, run, judged, story),
            judged=judged,
            story=story,
            allure=made,
            allure_problem=problem,
        )


def allure_history(folder: RunFolder, run: RunRecord) -> Path | None:
    """Return the file in which a site's runs become Allure's trends; None where a visit was walked again."""
    if run.replays:
        return None
    return folder.path.parent / HISTORY.format(f"-{slug(run.site_id)}" if run.site_id else "")


def _catalogue(folder: RunFolder) -> Catalogue:
    try:
        return folder.catalogue()
    except CatalogueError as error:
        raise RecordError(str(error)) from error


def history_lines(story: Story) -> Iterator[str]:
    """Yield what a reader should know of the history itself."""
    yield from story.notices
    if story.problem:
        yield f"Nothing is told of earlier runs. {story.problem}"


def judged_visits(folder: RunFolder) -> list[Judged]:
    """Judge every visit of a run: those that were walked, then those that were planned and left no record.

    Raises:
        RecordError: What was planned cannot be read.
    """
    recorded = [(visit, _judged(folder, visit)) for visit in folder.read_visits()]
    return [*recorded, *((visit, judge(visit)) for visit in folder.read_unrecorded())]


def _judged(folder: RunFolder, visit: VisitRecord) -> Judgement:
    judgement = judge(visit, past_of(visit, run=folder.path))
    keep_judgement(folder.visit(visit.id), judgement)
    return judgement


def _allure(
    folder: RunFolder, run: RunRecord, judged: Sequence[Judged], story: Story, say: Say
) -> tuple[AllureHtml | None, str]:
    results = folder.allure_results
    try:
        write_run(run, [visit for visit, _ in judged], results)
        tell_story(folder, judged, story, results)
        made = make_html(
            results,
            folder.allure_report.parent,
            about=about(f"{run.site}: mystery shopper", judged, story, run.started_at.date()),
            history=allure_history(folder, run),
            say=say,
        )
    except AllureHtmlError as error:
        return None, str(error)
    return made, ""
