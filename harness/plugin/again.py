"""A visit that was not fine in, the same visit walked once more out: closely watched, or in a new browser.

The measured walk runs with the cheapest means; what shows a failure best, a trace and a video, is taken in a
walk of its own, at once. It also tells whether another customer would have met the same.
"""

import inspect
import shutil
from pathlib import Path

import pytest

from harness.judge import Judgement, Verdict
from harness.plugin.ctrl_c import CTRL_C
from harness.plugin.outfit import Outfit
from harness.plugin.signing_in import is_own_failure, set_out
from harness.record import VisitRecord
from harness.record.visit import AGAIN
from harness.shopper import Shopper
from harness.shopper.trouble.stopping import JourneyStopped, StoppedOnPurpose

WATCHED = ("trace", "video")
HARMLESS = frozenset({"nothing", "cart"})
"""What a visit may commit that is walked again; nothing above is ever done twice."""

HOPELESS = frozenset({"missing value", "no network", "no room"})
"""Trouble of the operator's that a second walk would meet again at once."""

LOST = "lost"
"""The folder, below a visit's own, of a walk whose browser died."""


def is_worth_another_walk(
    visit: VisitRecord, judgement: Judgement, outfit: Outfit, item: pytest.Item
) -> bool:
    """Tell whether a visit is walked once more for its evidence."""
    fine = judgement.verdict in {Verdict.FINE, Verdict.STOPPED_ON_PURPOSE}
    failed = visit.failed_step()
    trouble = visit.trouble or (failed.trouble if failed else None)
    hopeless = trouble is not None and trouble.kind in HOPELESS
    watched = bool(item.config.getoption("--headed"))  # somebody looks on: she sees it herself
    may = visit.journey.commits in HARMLESS and outfit.evidence.walks_again
    return may and not (fine or hopeless or watched) and is_own_failure(outfit)


def lost_its_browser(visit: VisitRecord) -> bool:
    """Tell whether a visit ended because the browser died, and may be walked anew."""
    failed = visit.failed_step()
    died = failed is not None and failed.trouble is not None and failed.trouble.kind == "browser lost"
    return died and visit.journey.commits in HARMLESS


def walk_again(item: pytest.Function, outfit: Outfit) -> VisitRecord:
    """Walk the visit once more with everything recorded."""
    folder = outfit.run.folder.visit(outfit.visit.id) / AGAIN
    return _walk(item, set_out(outfit, folder, outfit.evidence.and_also(*WATCHED)))


def walk_anew(item: pytest.Function, outfit: Outfit, lost: VisitRecord) -> VisitRecord:
    """Walk the visit from the start in a new browser; what the first walk left is put aside."""
    folder = outfit.run.folder.visit(outfit.visit.id)
    _put_aside(folder)
    reason = next(step.trouble.message for step in lost.steps if step.trouble)
    return _walk(item, set_out(outfit, folder, retry_of=reason))


def _walk(item: pytest.Function, shopper: Shopper) -> VisitRecord:
    stopped: BaseException | None = None
    try:
        _let_walk(item, shopper)
    except (JourneyStopped, StoppedOnPurpose) as ended:
        stopped = ended
    except Exception as fault:
        if item.config.stash[CTRL_C].pressed:  # Playwright has put an error of its own in its place
            shopper.leave(KeyboardInterrupt())
            raise KeyboardInterrupt from fault
        stopped = fault  # its step holds it
    except BaseException as interruption:
        shopper.leave(interruption)
        raise
    return shopper.leave(stopped)


def _let_walk(item: pytest.Function, shopper: Shopper) -> None:
    shopper.at_the_door.enter()
    asked = inspect.signature(item.obj).parameters
    others = {name: value for name, value in item.funcargs.items() if name in asked and name != "shopper"}
    item.obj(shopper=shopper, **others)


def _put_aside(folder: Path) -> None:
    aside = folder / LOST
    shutil.rmtree(aside, ignore_errors=True)
    files = list(folder.iterdir())
    aside.mkdir()
    for file in files:
        file.rename(aside / file.name)
