"""The folder of the runs in, the findings that turned out to be gone in the days before a run out."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from harness.findings.model import Life
from harness.history.folders import folders_of, read_findings
from harness.record.journal import RecordError
from harness.reports.making import MadeReports

WEEK = timedelta(days=7)


def gone_before(made: MadeReports) -> tuple[Life, ...]:
    """Return what earlier runs of the week verified as gone and this run does not tell."""
    told = {life.number for life in made.story.lives}
    return tuple({life.number: life for life in _verified(made) if life.number not in told}.values())


def _verified(made: MadeReports) -> Iterator[Life]:
    since: datetime = made.run.started_at - WEEK
    for folder in folders_of(made.page.parent.parent):
        try:
            run = folder.read_run()
        except RecordError:
            continue
        if run.site_id != made.run.site_id or not since < run.started_at < made.run.started_at:
            continue
        found = read_findings(folder)
        yield from (life for life in (found.lives if found else ()) if life.change == "verified")
