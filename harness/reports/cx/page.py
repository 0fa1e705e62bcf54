"""A judged run in, `reports/<run>/index.html` out, with a page for each journey and persona."""

from collections.abc import Sequence
from pathlib import Path

from harness.findings.pricing import prices_of
from harness.history.model import Story
from harness.judge import Judgement
from harness.record import RunRecord, VisitRecord
from harness.record.folder import RunFolder
from harness.reports.cx.background import NOTHING_KNOWN, Background
from harness.reports.cx.journey_pages import write_journey_pages
from harness.reports.cx.sheets import sheet
from harness.reports.cx.strips import Files
from harness.reports.cx.tones import Judged
from harness.reports.cx.view import page_of


def write_page(
    run: RunFolder,
    record: RunRecord,
    judged: Sequence[tuple[VisitRecord, Judgement]],
    story: Story | None = None,
) -> Path:
    """Write the pages for the CX professional and return the path of the first.

    Args:
        run: The folder of the run; its pictures are linked, an Allure report in it too.
        record: What the run was about.
        judged: Every visit with its judgement.
        story: What is known of earlier runs.

    Raises:
        OSError: The folder cannot be written.
    """
    pictures = run.path.glob("visits/*/*.jpg")
    story = story or Story()
    background = Background(story, prices_of(story.lives, record, judged))
    write_journey_pages(run, record, judged, background)
    text = render(
        record,
        judged,
        background=background,
        files={path.relative_to(run.path).as_posix() for path in pictures},
        allure=run.allure_report.relative_to(run.path).as_posix() if run.allure_report.is_file() else "",
    )
    draft = run.cx_page.with_suffix(".part")
    draft.write_text(text, encoding="utf-8")
    draft.replace(run.cx_page)
    return run.cx_page


def render(
    record: RunRecord,
    judged: Sequence[Judged],
    *,
    background: Background = NOTHING_KNOWN,
    files: Files,
    allure: str,
) -> str:
    """Return the page as HTML.

    Args:
        record: What the run was about.
        judged: Every visit with its judgement.
        background: What is known beside the run itself.
        files: The pictures that are on disk, relative to the run's folder.
        allure: Link to the Allure report, empty when there is none.
    """
    page = page_of(record, judged, background, files=files, allure=allure)
    return sheet("page.html.j2").render(page=page)
