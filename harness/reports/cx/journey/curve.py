"""The effort of a visit in, its curve of ease out: a piece for each frame of the strip, to stand below it."""

from collections.abc import Sequence
from dataclasses import dataclass

from harness.judge.effort.model import Ease, Effort
from harness.record import StepRecord
from harness.reports.cx.journey.walked import Walked
from harness.reports.cx.words import effort as effort_words
from harness.reports.cx.words import journey as words
from harness.words import phrase

TOP, A_STEP, MIDDLE, WIDE = 6, 9, 50, 100
"""The drawing is 100 wide and 48 high: ease 4 is on top, each less is 9 lower."""

Eases = Sequence[Ease | None]


@dataclass(frozen=True)
class Piece:
    """The part of the curve below one frame.

    Args:
        line: The curve as an SVG path, empty where nothing is known.
        before: The last good visit's.
        dot: How high the point of this step lies; None where nothing is known.
        label: What marks it: the worst step, the last, where knowledge ends.
        ease: The step's ease in a word, for the table.
        ease_before: The same of the last good visit.
    """

    line: str
    before: str
    dot: int | None
    label: str
    ease: str
    ease_before: str


@dataclass(frozen=True)
class Curve:
    """The pieces in the order of the steps.

    Args:
        last_good: Heads the dotted line's column in the table; empty where there is no such line.
        dotted: Says whose the dotted line is.
    """

    pieces: tuple[Piece, ...]
    names: tuple[str, ...]
    last_good: str = ""
    dotted: str = ""


def curve(of: Walked) -> Curve | None:
    """Return the curve of a visit, or None where its effort was not measured."""
    steps = of.visit.steps
    eases = _eases(of.judgement.effort, steps)
    if not any(ease is not None for ease in eases):
        return None
    good = of.good
    then = [good.step(step) for step in steps] if good else []
    before = _eases_of(good.judgement.effort if good and good.judgement else None, then)
    before = before or [None] * len(steps)
    labels = _labels(eases, is_open_end=any(step.outcome != "passed" for step in steps[_last(eases) + 1 :]))
    pieces = tuple(
        Piece(
            line=_path(eases, place),
            before=_path(before, place),
            dot=None if ease is None else _height(ease),
            label=labels[place],
            ease=effort_words.ease(ease),
            ease_before=effort_words.ease(before[place]) if good else "",
        )
        for place, ease in enumerate(eases)
    )
    names = tuple(step.name for step in steps)
    if good is None or not any(ease is not None for ease in before):
        return Curve(pieces, names)
    return Curve(pieces, names, words.last_good(good.at), words.dotted(good.at))


def _eases(effort: Effort | None, steps: Sequence[StepRecord]) -> list[Ease | None]:
    """Return the ease of each step; what comes after the place where it stopped is not known."""
    eases = _eases_of(effort, steps)
    stopped = next((n for n, s in enumerate(steps) if s.outcome not in {"passed", "failed"}), len(steps))
    failed = next((n + 1 for n, s in enumerate(steps) if s.outcome == "failed"), len(steps))
    return [ease if place < min(stopped, failed) else None for place, ease in enumerate(eases)]


def _eases_of(effort: Effort | None, steps: Sequence[StepRecord | None]) -> list[Ease | None]:
    known = {step.step: step.ease for step in effort.steps} if effort else {}
    return [known.get(step.index) if step else None for step in steps]


def _last(eases: Eases) -> int:
    return max(place for place, ease in enumerate(eases) if ease is not None)


def _labels(eases: Eases, *, is_open_end: bool) -> list[str]:
    """Mark the worst step and the last one (a customer remembers these), and where knowledge ends."""
    known = [place for place, ease in enumerate(eases) if ease is not None]
    labels = [""] * len(eases)
    last = _last(eases)
    worst = min(known, key=lambda place: (eases[place] or 0, place))
    if is_open_end:
        labels[last + 1] = phrase(words.NOT_VERIFIED)
    else:
        labels[last] = phrase(words.LAST_STEP)
    if (eases[worst] or 0) < max(eases[place] or 0 for place in known) or eases[worst] == 0:
        labels[worst] = phrase(words.WORST_AND_LAST if labels[worst] else words.WORST_STEP)
    return labels


def _height(ease: int) -> int:
    return TOP + (4 - ease) * A_STEP


def _path(eases: Eases, place: int) -> str:
    """Draw the curve from halfway to the step before, over this one, to halfway to the next."""
    here = eases[place]
    if here is None:
        return ""
    points = [(MIDDLE, float(_height(here)))]
    if place and (before := eases[place - 1]) is not None:
        points.insert(0, (0, (_height(before) + _height(here)) / 2))
    if place + 1 < len(eases) and (after := eases[place + 1]) is not None:
        points.append((WIDE, (_height(after) + _height(here)) / 2))
    return "M" + " L".join(f"{x} {y:g}" for x, y in points)
