"""What is to be acted on in the whole run in, what of it this page met out: at most five, worst first."""

from collections.abc import Sequence
from dataclasses import dataclass

from harness.findings.grouping import Hit
from harness.reports.cx.background import Background
from harness.reports.cx.causes import Cause, cause_of
from harness.reports.cx.journey.walked import Walked
from harness.reports.cx.tones import Judged, anchor_of

MOST = 5


@dataclass(frozen=True)
class Met:
    """One thing that broke or annoyed; `seen_at` are the frames that show it: step and anchor."""

    cause: Cause
    seen_at: tuple[tuple[str, str], ...]


def met(
    of: Sequence[Walked], groups: Sequence[list[Hit]], judged: Sequence[Judged], background: Background
) -> tuple[tuple[Met, ...], int]:
    """Return what the visits of a page met, in the words that belong to them, and how much more there is.

    Args:
        of: The visits.
        groups: All of the run, one group a cause, worst first.
        judged: All visits of the run.
        background: What is known beside it.
    """
    own = {walked.visit.id for walked in of}
    found = []
    for group in groups:
        mine = [hit for hit in group if hit.visit.id in own]
        if mine:
            others = [hit for hit in group if hit.visit.id not in own]
            cause = cause_of("", [*mine, *others], judged, frozenset(), background)
            found.append(Met(cause, _seen_at(mine)))
    return tuple(found[:MOST]), max(len(found) - MOST, 0)


def _seen_at(hits: Sequence[Hit]) -> tuple[tuple[str, str], ...]:
    """Return the frames where it was met, each step once."""
    seen: dict[str, str] = {}
    for hit in hits:
        for number, step in enumerate(hit.visit.steps, 1):
            if step.index == hit.finding.step:
                seen.setdefault(step.name, frame_anchor(anchor_of(hit.visit), number))
    return tuple(seen.items())


def frame_anchor(walk: str, number: int) -> str:
    """Return the name by which links find a frame."""
    return f"{walk}-{number}"
