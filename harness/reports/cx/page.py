"""A judged run in, `reports/<run>/index.html` out: one file that needs nothing but the run's own pictures."""

from collections.abc import Sequence
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined

from harness.history.model import Story
from harness.judge import Judgement
from harness.record import RunRecord, VisitRecord
from harness.record.folder import RunFolder
from harness.reports.cx.background import NOTHING_KNOWN, Background
from harness.reports.cx.prices import prices_of
from harness.reports.cx.strips import Files
from harness.reports.cx.tones import Judged
from harness.reports.cx.view import page_of
from harness.reports.cx.words import labels, sentences


def write_page(
    run: RunFolder,
    record: RunRecord,
    judged: Sequence[tuple[VisitRecord, Judgement]],
    story: Story | None = None,
) -> Path:
    """Write the page for the CX professional and return its path.

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
    text = render(
        record,
        judged,
        background=Background(story, prices_of(record, story)),
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
    return _environment().get_template("page.html.j2").render(page=page, labels=labels, sentences=sentences)


def _environment() -> Environment:
    """Return the templates' environment: the words of sites are not trusted, so all are escaped."""
    return Environment(
        loader=PackageLoader("harness.reports.cx"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
