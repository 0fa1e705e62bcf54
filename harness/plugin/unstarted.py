"""A visit whose set-up failed in, its record out: not judged, and the operator's turn."""

from typing import TYPE_CHECKING

import pytest

from harness.judge import Verdict
from harness.plugin.collecting import visit_of
from harness.plugin.run import RUN
from harness.plugin.walking import VERDICT_PROPERTY, keep, note_verdict
from harness.record.journal import JOURNAL, RecordError, read_visit
from harness.shopper.visiting import PATIENCE_MS, note_unstarted

if TYPE_CHECKING:
    from harness.compile.visits import PlannedVisit
    from harness.record import VisitRecord


def judge_unstarted(item: pytest.Item, call: pytest.CallInfo[None]) -> None:
    """Give a visit that never began its verdict, and a record when one can be written."""
    visit = visit_of(item)
    if visit is None or call.when != "setup" or call.excinfo is None:
        return
    if call.excinfo.errisinstance(pytest.skip.Exception) or VERDICT_PROPERTY in dict(item.user_properties):
        return
    try:
        keep(item, _record(item, visit, call.excinfo.value), item.config.stash[RUN].folder)
    except (OSError, RecordError):  # the disk is the trouble: pytest tells it, the verdict must not be lost
        note_verdict(item, Verdict.NOT_JUDGED)


def _record(item: pytest.Item, visit: "PlannedVisit", error: BaseException) -> "VisitRecord":
    run = item.config.stash[RUN]
    folder = run.folder.visit(visit.id)
    if (folder / JOURNAL).exists():
        return read_visit(folder)
    reason = f"{type(error).__name__}: {next(iter(str(error).splitlines()), '')}"
    settings = run.settings(visit, {}, patience_ms=PATIENCE_MS)
    return note_unstarted(visit, settings=settings, folder=folder, reason=reason)
