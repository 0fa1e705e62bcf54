"""What a visit took and met in, how hard it was for a customer and why out; the cut-offs are ours."""

from collections.abc import Iterator, Sequence
from math import inf

from harness.judge.effort.model import Ease, Effort, Grade, Hassle
from harness.judge.signs.effort_words import CONSENT
from harness.judge.words import plain, seconds
from harness.record import StepRecord
from harness.words import phrase, phrase_many

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
    why = phrase_many("{number} hassle", "{number} hassles", number) if number else phrase("no hassle")
    if number < len(effort.hassles):
        why = phrase("{hassles} besides the banner for consent", hassles=why)
    if over is not None and over > EASY_RATIO:
        why = phrase("{hassles}, and {more}", hassles=why, more=worst)
    if not number and (over is None or over <= EASY_RATIO):
        return "easy", phrase("Easy: {why}.", why=why)
    if number <= SOME_EFFORT_HASSLES or (over is not None and over <= SOME_EFFORT_RATIO):
        return "some effort", phrase("Some effort: {why}.", why=why)
    return "hard work", phrase("Hard work: {why}.", why=why)


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
    if effort.ideal_ms is not None and effort.customer_time_ms is not None:
        took, ideal = seconds(effort.customer_time_ms, 0), seconds(effort.ideal_ms, 0)
        told = phrase("{took} where {ideal} would do", took=took, ideal=ideal)
        yield _times(effort.customer_time_ms, effort.ideal_ms), told
    if effort.ideal_fields is not None:
        told = phrase_many(
            "{number} field where {ideal} would do",
            "{number} fields where {ideal} would do",
            effort.fields,
            ideal=plain(effort.ideal_fields, 0),
        )
        yield _times(effort.fields, effort.ideal_fields), told
    if effort.ideal_pages is not None:
        told = phrase_many(
            "{number} page where {ideal} would do",
            "{number} pages where {ideal} would do",
            effort.pages,
            ideal=plain(effort.ideal_pages, 0),
        )
        yield _times(effort.pages, effort.ideal_pages), told


def _times(took: int, ideal: int) -> float:
    """Return how many times the ideal it took; where the ideal is none at all, any is beyond measure."""
    if ideal:
        return took / ideal
    return inf if took else 0.0
