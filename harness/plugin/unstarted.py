"""A visit whose set-up failed or was skipped in, its record out: not judged, or left out."""

from typing import TYPE_CHECKING

import pytest

from harness.judge import Verdict
from harness.plugin.collecting import visit_of
from harness.plugin.run import RUN
from harness.plugin.walking import BEGUN, LEFT_OUT_PROPERTY, VERDICT_PROPERTY, keep, note_verdict
from harness.record.journal import RecordError
from harness.shopper.settings import PATIENCE_MS
from harness.shopper.visiting import note_unstarted

if TYPE_CHECKING:
    from harness.compile.visits import PlannedVisit
    from harness.record import VisitRecord


def judge_unstarted(item: pytest.Item, call: pytest.CallInfo[None]) -> None:
    """Give a visit that never began its verdict, and a record when one can be written."""
    visit = visit_of(item)
    if visit is None or call.when != "setup" or call.excinfo is None:
        return
    if call.excinfo.errisinstance(pytest.skip.Exception):
        _leave_out(item, visit, str(call.excinfo.value))
    elif VERDICT_PROPERTY not in dict(item.user_properties):
        reason = f"{call.excinfo.typename}: {next(iter(str(call.excinfo.value).splitlines()), '')}"
        _judge(item, visit, reason, left_out=False)


def _leave_out(item: pytest.Item, visit: "PlannedVisit", reason: str) -> None:
    """Note that somebody wanted this visit skipped; when it had been announced, its record says so too."""
    told = f"it was skipped: {reason}"
    item.user_properties.append((LEFT_OUT_PROPERTY, [visit.id, told]))
    if BEGUN in item.stash:
        _judge(item, visit, told, left_out=True)


def _judge(item: pytest.Item, visit: "PlannedVisit", reason: str, *, left_out: bool) -> None:
    try:
        keep(item, _record(item, visit, reason, left_out=left_out), item.config.stash[RUN].folder)
    except (OSError, RecordError):  # the disk is the trouble: pytest tells it, the verdict must not be lost
        note_verdict(item, Verdict.NOT_JUDGED)


def _record(item: pytest.Item, visit: "PlannedVisit", reason: str, *, left_out: bool) -> "VisitRecord":
    run = item.config.stash[RUN]
    visit = item.stash.get(BEGUN, None) or run.own_folder(visit)
    settings = run.settings(visit, {}, patience_ms=PATIENCE_MS)
    return note_unstarted(
        visit, settings=settings, folder=run.folder.visit(visit.id), reason=reason, left_out=left_out
    )
