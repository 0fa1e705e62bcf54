"""A visit in, what was other than when it last went well out: its pages compared by their words."""

from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from harness.judge.figures import CLEANUP
from harness.judge.surprises import Showed, Surprise, surprises
from harness.record import StepRecord
from harness.reports.cx.journey.walked import GoodVisit, Walked, evidence_of, good_ones
from harness.reports.cx.words import journey as words

MOST = 5
COMPARED_WITH = 3
"""So many good visits tell what comes and goes by itself. Ours."""


@dataclass(frozen=True)
class Surprised:
    """What surprised, the most surprising first.

    Args:
        told: Step, sentence, and whether it is for the better; nothing is, where the step broke.
        more: How many others there are.
        since: When all went well the last time; empty where there is nothing to compare with.
    """

    told: tuple[tuple[str, str, bool], ...] = ()
    more: str = ""
    since: str = ""


def surprised(of: Walked) -> Surprised:
    """Return how the pages of a visit differ from those of good visits before."""
    if of.good is None:
        return Surprised()
    steps = [step for step in of.visit.steps if step.part != CLEANUP]
    found = [(step, each) for step in steps for each in _of_step(of, step)]
    order = ["popup", "question", "choice", "notice", "amount", "heading", "text", "control"]
    found.sort(key=lambda pair: order.index(pair[1].kind))
    once = list({each.sentence: (step, each) for step, each in reversed(found)}.values())[::-1]
    told = tuple((s.name, each.sentence, each.is_good and s.outcome == "passed") for s, each in once[:MOST])
    return Surprised(told, words.more_surprises(len(once) - MOST), words.compared_with(of.good.at))


def _of_step(of: Walked, step: StepRecord) -> tuple[Surprise, ...]:
    """Compare with the last good visit; only where that differs, with those before it, too."""
    now = _showed(step, of.folder)
    last = _then(of.good, step) if of.good else None
    if now is None or last is None:
        return ()
    locale = of.visit.persona.locale
    if not surprises(now, [last], locale):
        return ()
    earlier = [_then(good, step) for good in islice(good_ones(of.earlier), 1, COMPARED_WITH)]
    return surprises(now, [last, *filter(None, earlier)], locale)


def _then(good: GoodVisit, step: StepRecord) -> Showed | None:
    then = good.step(step)
    return _showed(then, good.folder) if then else None


def _showed(step: StepRecord, folder: Path) -> Showed | None:
    piece = evidence_of(step, "aria snapshot")
    if not (piece and piece.file):
        return None
    try:
        text = (folder / piece.file).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):  # pruned, or damaged: then nothing can be said
        return None
    popups = tuple(friction.what for friction in step.friction if friction.kind in {"popup", "popup stuck"})
    return Showed(text, popups)
