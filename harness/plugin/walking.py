"""A test that walked in, its judgement and its pytest outcome out."""

from collections.abc import Generator

import pytest

from harness.judge import Judgement, judge
from harness.judge.keeping import keep_judgement, past_of
from harness.plugin.run import RUN
from harness.record import VisitRecord
from harness.shopper import Shopper
from harness.shopper.stopping import JourneyStopped, StoppedOnPurpose

JUDGED = pytest.StashKey[tuple[VisitRecord, Judgement]]()
VERDICT_PROPERTY = "mystery shopper verdict"
SLOW_PROPERTY = "mystery shopper slow"


class JourneyFailed(AssertionError):  # noqa: N818 -- a fact of the visit
    """The visit came to its end, and its verdict is none to pass with."""


def walk(item: pytest.Function) -> Generator[None, object, object]:
    """Let the test walk, end the visit, judge it once, and give pytest the outcome that follows."""
    __tracebackhide__ = True
    shopper = item.funcargs.get("shopper")
    if not isinstance(shopper, Shopper):
        return (yield)
    try:
        result = yield
    except StoppedOnPurpose as stopped:
        _judge(item, shopper, stopped)
        pytest.skip(str(stopped))
    except BaseException as stopped:
        _judge(item, shopper, stopped)
        raise
    judgement = _judge(item, shopper, None)
    if judgement.turn.pytest_outcome == "failed":
        raise JourneyFailed(judgement.headline)
    return result


def failure_text(item: pytest.Item, error: BaseException) -> str | None:
    """Return what pytest shows of a failed visit: the finding in plain words, and whose turn it is."""
    if item.stash.get(JUDGED, None) is None or not isinstance(error, JourneyStopped | JourneyFailed):
        return None
    _, judgement = item.stash[JUDGED]
    return "\n\n".join(
        "\n".join(filter(None, (f.sentence, f.detail, f"Whose turn: {f.party}. {f.action}")))
        for f in judgement.findings
        if f.verdict is judgement.verdict
    )


def _judge(item: pytest.Function, shopper: Shopper, stopped: BaseException | None) -> Judgement:
    run = item.config.stash[RUN]
    record = shopper.leave(stopped)
    judgement = judge(record, past_of(record.id, run=run.folder.path))
    keep_judgement(run.folder.visit(record.id), judgement)
    item.stash[JUDGED] = (record, judgement)
    item.user_properties.append((VERDICT_PROPERTY, judgement.verdict.value))
    if any(f.kind in {"slow page", "slow step"} and f.confidence == "certain" for f in judgement.findings):
        item.user_properties.append((SLOW_PROPERTY, True))
    return judgement
