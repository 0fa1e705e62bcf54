"""Visits in, one section a visit out: verdict, goal, pictures, what was met, how to walk it again."""

from collections.abc import Sequence
from dataclasses import dataclass

from harness.judge import Judgement, Verdict
from harness.record import VisitRecord
from harness.reports.cx.frictions import counted
from harness.reports.cx.journey.developers import Developers, developers
from harness.reports.cx.marks import Mark, mark_of
from harness.reports.cx.strips import Files, Frame, Shape, shape_of, strip
from harness.reports.cx.tones import MILDEST_FIRST, Judged, anchor_of
from harness.reports.cx.words import sentences
from harness.reports.cx.words.speech import sentence


@dataclass(frozen=True)
class Walk:
    """One journey as one persona walked it."""

    anchor: str
    title: str
    who: str
    why: str
    not_as_asked: str
    mark: Mark
    headline: str
    took: str
    frames: tuple[Frame, ...]
    shape: Shape
    met: tuple[str, ...]
    is_open: bool
    developers: Developers


def walks(judged: Sequence[Judged], files: Files) -> tuple[Walk, ...]:
    """Return a section for each visit, worst first."""
    ordered = sorted(judged, key=lambda pair: -MILDEST_FIRST.index(pair[1].verdict))
    unfolded = _unfolded(ordered)
    return tuple(_walk(pair, files, is_open=pair[0].id in unfolded) for pair in ordered)


def _unfolded(judged: Sequence[Judged]) -> set[str]:
    """Return the visits to show at once: all that were not fine, but one outage only once."""
    down = [visit.id for visit, judgement in judged if judgement.verdict is Verdict.SITE_DOWN]
    trouble = {visit.id for visit, judgement in judged if judgement.verdict is not Verdict.FINE}
    return trouble.difference(down[1:])


def took(visit: VisitRecord) -> str:
    """Say what the customer waited: steps without our own captures, and what got in the way."""
    waited_ms = sum(s.active_ms + s.interrupted_ms() for s in visit.steps if s.outcome != "not reached")
    return sentences.took(waited_ms or visit.duration_ms, to_the_end=visit.ending == "walked")


def _walk(judged: Judged, files: Files, *, is_open: bool) -> Walk:
    visit, judgement = judged
    return Walk(
        anchor=anchor_of(visit),
        title=sentences.row_title(visit.journey.title, visit.row),
        who=visit.persona.who,
        why=visit.journey.why,
        not_as_asked=sentence("; ".join(visit.persona.not_applied)),
        mark=mark_of(judgement.verdict),
        headline=sentence(judgement.headline),
        took=took(visit),
        frames=strip(visit, judgement, files),
        shape=shape_of(visit),
        met=_met(visit, judgement),
        is_open=is_open,
        developers=developers(visit, judgement),
    )


def _met(visit: VisitRecord, judgement: Judgement) -> tuple[str, ...]:
    """Return all the customer met, beyond the sentence that leads the section."""
    first = [sentence(f.detail) for f in judgement.findings[:1]]
    others = [f"{sentence(f.sentence)} {sentence(f.detail)}".strip() for f in judgement.findings[1:]]
    told = " ".join([*first, *others, judgement.headline]).casefold()
    nice = [name for step in visit.steps for name in step.missing_nice_to_see if name.casefold() not in told]
    missing = [sentences.nice_to_see(name) for name in nice]
    return tuple(dict.fromkeys(text for text in [*first, *others, *missing, *counted(visit)] if text))
