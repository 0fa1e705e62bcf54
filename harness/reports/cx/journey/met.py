"""What is to be acted on in the whole run in, what of it this page met out: at most five, worst first."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from harness.reports.cx.causes import Cause
from harness.reports.cx.journey.walked import Walked
from harness.reports.cx.tones import WORST_FIRST, anchor_of

MOST = 5


@dataclass(frozen=True)
class Met:
    """One thing that broke or annoyed; `seen_at` are the frames that show it: step and anchor."""

    cause: Cause
    seen_at: tuple[tuple[str, str], ...]


def met(of: Sequence[Walked], causes: Sequence[Cause], *, link: str) -> tuple[tuple[Met, ...], int]:
    """Return what the visits of a page met, and how much more there is.

    Args:
        of: The visits.
        causes: All of the run.
        link: Where the page lies, relative to the run's folder.
    """
    mine = [cause for cause in causes if any(walk.href.startswith(f"{link}#") for walk in cause.walks)]
    mine.sort(key=lambda cause: WORST_FIRST.index(cause.mark.tone))
    found = tuple(
        Met(cause, tuple(dict(reversed(list(_seen_at(of, cause)))).items())) for cause in mine[:MOST]
    )
    return found, max(len(mine) - MOST, 0)


def _seen_at(of: Sequence[Walked], cause: Cause) -> Iterator[tuple[str, str]]:
    for walked in of:
        steps = {finding.step for finding in walked.judgement.findings if finding.kind == cause.kind}
        for number, step in enumerate(walked.visit.steps, 1):
            if step.index in steps:
                yield step.name, frame_anchor(anchor_of(walked.visit), number)


def frame_anchor(walk: str, number: int) -> str:
    """Return the name by which links find a frame."""
    return f"{walk}-{number}"
