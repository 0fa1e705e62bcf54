"""A test that walked in, its judgement and its pytest outcome out."""

from collections.abc import Generator
from typing import Any, cast

import pytest

from harness.compile.visits import PlannedVisit
from harness.judge import Judgement, Verdict, judge
from harness.judge.keeping import keep_judgement, past_of
from harness.plugin.again import is_worth_another_walk, lost_its_browser, walk_again, walk_anew
from harness.plugin.ctrl_c import CTRL_C
from harness.plugin.outfit import Outfit
from harness.plugin.run import RUN
from harness.record import VisitRecord
from harness.record.folder import RunFolder
from harness.record.journal import RecordError
from harness.shopper import Shopper
from harness.shopper.trouble.stopping import StoppedOnPurpose

JUDGED = pytest.StashKey[tuple[VisitRecord, Judgement]]()
BEGUN = pytest.StashKey[PlannedVisit]()
"""The visit under the name it has in this run: one that is walked again gets another folder."""

SHOPPER = pytest.StashKey[Shopper]()
"""Who walks the visit now: another one, where somebody who tries a journey begins again."""

OUTFIT = pytest.StashKey[Outfit]()
VERDICT_PROPERTY = "mystery shopper verdict"
VISIT_PROPERTY = "mystery shopper visit"
LEFT_OUT_PROPERTY = "mystery shopper left out"
OUR_PROPERTIES = frozenset({VERDICT_PROPERTY, VISIT_PROPERTY, LEFT_OUT_PROPERTY})


class JourneyFailed(AssertionError):  # noqa: N818 -- a fact of the visit
    """The visit came to its end, and its verdict is none to pass with."""


def walk(item: pytest.Function) -> Generator[None, object, object]:
    """Let the test walk, end the visit, judge it once, and give pytest the outcome that follows."""
    __tracebackhide__ = True
    shopper = item.funcargs.get("shopper")
    if not isinstance(shopper, Shopper):
        return (yield)
    item.stash[SHOPPER] = shopper
    result, stopped = None, None
    try:
        shopper.at_the_door.enter()
        result = yield
    except Exception as error:
        if item.config.stash[CTRL_C].pressed:  # Playwright has put an error of its own in its place
            _leave_at_once(item, KeyboardInterrupt())
            raise KeyboardInterrupt from error
        stopped = error
    except BaseException as interruption:
        _leave_at_once(item, interruption)
        raise
    _follow(_judge(item, stopped), stopped)
    return result


def _follow(judgement: Judgement, stopped: Exception | None) -> None:
    """Give pytest the outcome that follows from the judgement, whatever became of the first walk."""
    __tracebackhide__ = True
    outcome = judgement.turn.pytest_outcome
    if outcome == "skipped":
        pytest.skip(str(stopped or judgement.headline))
    if outcome == "failed" and (stopped is None or isinstance(stopped, StoppedOnPurpose)):
        raise JourneyFailed(judgement.headline)
    if outcome == "failed" and stopped:
        raise stopped


def left_out(properties: list[tuple[str, object]]) -> tuple[str, str]:
    """Return the name of a skipped visit and why it was skipped, from a test's properties; else nothing."""
    name, reason = cast(Any, dict(properties).get(LEFT_OUT_PROPERTY, ("", "")))
    return name, reason


def forget(item: pytest.Item) -> None:
    """Begin a test with a clean slate: plugins may run the same one again."""
    keys: tuple[pytest.StashKey[Any], ...] = (BEGUN, JUDGED, OUTFIT, SHOPPER)
    for key in keys:
        if key in item.stash:
            del item.stash[key]
    item.user_properties[:] = [pair for pair in item.user_properties if pair[0] not in OUR_PROPERTIES]


def keep(item: pytest.Item, record: VisitRecord, run: RunFolder) -> Judgement:
    """Judge a record and keep the judgement: in the visit's folder, for the reports and for the ending."""
    judgement = judge(record, past_of(record, run=run.path))
    keep_judgement(run.visit(record.id), judgement)
    item.stash[JUDGED] = (record, judgement)
    note_verdict(item, judgement.verdict)
    item.user_properties.append((VISIT_PROPERTY, record.id))
    return judgement


def note_verdict(item: pytest.Item, verdict: Verdict) -> None:
    """Tell the run's ending about a verdict; it travels with the test's report, from workers too."""
    item.user_properties.append((VERDICT_PROPERTY, verdict.value))


def _judge(item: pytest.Function, stopped: Exception | None) -> Judgement:
    """End the visit.

    Raises:
        pytest.fail.Exception: What happened cannot be written down, so that there is nothing to judge.
    """
    __tracebackhide__ = True
    shopper, folder = item.stash[SHOPPER], item.config.stash[RUN].folder
    try:
        return keep(item, _walked_enough(item, shopper.leave(stopped)), folder)
    except (OSError, RecordError) as error:
        note_verdict(item, Verdict.NOT_JUDGED)
        pytest.fail(
            f'"{shopper.visit.journey.title}" was not judged: what happened could not be written to'
            f" {folder.path}: {error}. Make room or choose another folder (--reports DIR) and run it again.",
            pytrace=False,
        )


def _walked_enough(item: pytest.Function, record: VisitRecord) -> VisitRecord:
    """Walk anew where the browser died, and once more where the visit was not fine."""
    outfit = item.stash[OUTFIT]
    if outfit.attended:
        return record
    if lost_its_browser(record):
        record = walk_anew(item, outfit, record)
    if not is_worth_another_walk(record, judge(record), outfit, item):
        return record
    try:
        again = walk_again(item, outfit)
    except BaseException:
        keep(item, record, item.config.stash[RUN].folder)
        raise
    return record.model_copy(update={"again": again})


def _leave_at_once(item: pytest.Function, interruption: BaseException) -> None:
    """End the visit of an interrupted run: nothing here may hide the interruption."""
    try:
        keep(item, item.stash[SHOPPER].leave(interruption), item.config.stash[RUN].folder)
    except Exception as trouble:  # noqa: BLE001 -- whatever it is: the journal reads "cut short" without its end
        interruption.add_note(f"the end of the visit was not recorded: {trouble}")
