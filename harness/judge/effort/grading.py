"""What a visit took and met in, how hard it was for a customer and why out; the cut-offs are ours."""

from collections.abc import Iterator, Sequence

from harness.judge.effort.model import Ease, Effort, Grade, Hassle
from harness.judge.signs.effort_words import CONSENT
from harness.judge.words import how_many, plain, seconds
from harness.record import StepRecord

EASY_RATIO = 1.1
SOME_EFFORT_RATIO = 1.5
SOME_EFFORT_HASSLES = 2
_WORST: frozenset[str] = frozenset({"stuck interruption", "long wait"})


def deciding(hassles: Sequence[Hassle]) -> tuple[Hassle, ...]:
    """Return the hassles that decide on a grade: all but the first banner that asks for consent."""
    banners = (h for h in hassles if h.kind == "interruption" and CONSENT.search(h.what))
    first = next(banners, None)
    return tuple(hassle for hassle in hassles if hassle is not first)


def graded(effort: Effort) -> tuple[Grade | None, str]:
    """Return how hard a visit was, and why in a sentence; None where it did not come to its end."""
    if not effort.is_known:
        return None, ""
    number = len(deciding(effort.hassles))
    over, worst = max(_against_ideal(effort), default=(None, ""))
    why = how_many(number, "hassle") if number else "no hassle"
    why += " besides the banner for consent" if number < len(effort.hassles) else ""
    why += f", and {worst}" if over is not None and over > EASY_RATIO else ""
    if not number and (over is None or over <= EASY_RATIO):
        return "easy", f"Easy: {why}."
    if number <= SOME_EFFORT_HASSLES or (over is not None and over <= SOME_EFFORT_RATIO):
        return "some effort", f"Some effort: {why}."
    return "hard work", f"Hard work: {why}."


def ease_of(step: StepRecord, hassles: Sequence[Hassle]) -> Ease | None:
    """Return how easy a step was: computed from facts, not feelings; None where nobody came to it.

    Args:
        step: The step.
        hassles: Those of this step that decide.
    """
    if step.outcome == "not reached":
        return None
    if step.outcome in {"failed", "cut short"}:
        return 0
    if any(hassle.kind in _WORST for hassle in hassles):
        return 1
    eases: tuple[Ease, ...] = (4, 3, 2)
    return eases[len(hassles)] if len(hassles) < len(eases) else 1


def _against_ideal(effort: Effort) -> Iterator[tuple[float, str]]:
    """Yield how many times the ideal it took, of each figure that the author has given."""
    if effort.ideal_ms and effort.customer_time_ms is not None:
        took, ideal = seconds(effort.customer_time_ms, 0), seconds(effort.ideal_ms, 0)
        yield effort.customer_time_ms / effort.ideal_ms, f"{took} where {ideal} would do"
    for number, ideal_number, what in (
        (effort.fields, effort.ideal_fields, "field"),
        (effort.pages, effort.ideal_pages, "page"),
    ):
        if ideal_number:
            told = f"{how_many(number, what)} where {plain(ideal_number, 0)} would do"
            yield number / ideal_number, told
