"""A visit and its judgement in, the strip of pictures out: one frame a step, the place of action ringed."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from urllib.parse import quote

from harness.judge import SLOW_KINDS, Judgement, Verdict
from harness.judge.effort.model import Hassle
from harness.judge.figures import CLEANUP
from harness.record import ActionRecord, BrowserFacts, EvidenceKind, StepRecord, VisitRecord
from harness.reports.cx.deeds import did, saw
from harness.reports.cx.frictions import met, stands_out, told
from harness.reports.cx.marks import Mark
from harness.reports.cx.tones import TONES, Judged, Tone
from harness.reports.cx.words import labels, sentences
from harness.reports.cx.words.speech import human_time
from harness.words import phrase

Files = AbstractSet[str]
"""The pictures that are on disk, as `visits/<id>/step-01.jpg`."""


@dataclass(frozen=True)
class Ring:
    """A frame round the place of action, in per cent of the picture."""

    left: float
    top: float
    width: float
    height: float
    tone: Tone


@dataclass(frozen=True)
class Shape:
    """The sides of what the customer's screen shows."""

    width_px: int = 16
    height_px: int = 10

    @property
    def is_tall(self) -> bool:
        """Tell whether it is that of a phone held upright."""
        return self.height_px > self.width_px


@dataclass(frozen=True)
class Picture:
    """What the customer saw; links are relative to the page."""

    href: str
    thumbnail: str
    alt: str
    shape: Shape
    ring: Ring | None


@dataclass(frozen=True)
class Frame:
    """One step of the strip; without a picture, `absent` says why.

    Args:
        did: What the shopper did.
        saw: What she saw then.
        is_end: Whether the walk ended at this step.
    """

    number: int
    name: str
    time: str
    mark: Mark | None
    picture: Picture | None
    absent: str
    notes: tuple[str, ...]
    did: tuple[str, ...] = ()
    saw: str = ""
    is_end: bool = False


def strip(visit: VisitRecord, judgement: Judgement, files: Files, *, up: str = "") -> tuple[Frame, ...]:
    """Lay out the steps of a visit as frames, in the order in which they were walked.

    Args:
        visit: What happened.
        judgement: What it means.
        files: The pictures that are on disk.
        up: What leads from the page's own folder to the run's, such as `../`.
    """
    hassles = met(visit, judgement)
    frames = (
        _frame(number, step, (visit, judgement), files, [h for h in hassles if h.step == step.index])
        for number, step in enumerate(visit.steps, 1)
    )
    return tuple(_seen_from(frame, up) for frame in frames)


def _seen_from(frame: Frame, up: str) -> Frame:
    if not (up and frame.picture):
        return frame
    shown = frame.picture
    return replace(
        frame, picture=replace(shown, href=f"{up}{shown.href}", thumbnail=f"{up}{shown.thumbnail}")
    )


def shape_of(visit: VisitRecord) -> Shape:
    """Return the shape of a visit's pictures."""
    browser = visit.browser
    return Shape(browser.viewport_width_px, browser.viewport_height_px) if browser else Shape()


def _frame(number: int, step: StepRecord, judged: Judged, files: Files, hassles: Sequence[Hassle]) -> Frame:
    visit, judgement = judged
    mark = _mark(step, judgement, hassles)
    picture = _picture(number, step, mark, visit, files)
    return Frame(
        number=number,
        name=step.name,
        time="" if step.outcome == "not reached" else human_time(step.active_ms or step.duration_ms),
        mark=mark,
        picture=picture,
        absent="" if picture else _absent(step),
        notes=(*_afterwards(step), *told(hassles), *_told(step)),
        did=did(step),
        saw="" if step.outcome == "not reached" else saw(step),
        is_end=step.outcome == "cut short" or (step.outcome == "failed" and step.part != CLEANUP),
    )


def _afterwards(step: StepRecord) -> Iterator[str]:
    """Yield that a step after the end of the walk only tidies up."""
    if step.part == CLEANUP:
        yield phrase(labels.TIDIED_UP)


def _told(step: StepRecord) -> Iterator[str]:
    """Yield which ways were taken, and what was waited for, why and how long."""
    for action in step.actions:
        if action.is_told:
            waited_ms = action.duration_ms if action.verb == "wait for" else None
            yield sentences.told(action.sentence, waited_ms)


def _picture(
    number: int, step: StepRecord, mark: Mark | None, visit: VisitRecord, files: Files
) -> Picture | None:
    full, thumbnail = _path(visit, step, "screenshot"), _path(visit, step, "thumbnail")
    if step.outcome == "not reached" or full not in files:
        return None
    ring = ring_of(step, mark, visit.browser) if visit.browser else None
    return Picture(
        href=quote(full),
        thumbnail=quote(thumbnail if thumbnail in files else full),
        alt=_alt(number, step.name, mark, ring),
        shape=shape_of(visit),
        ring=ring,
    )


def _path(visit: VisitRecord, step: StepRecord, kind: EvidenceKind) -> str:
    """Return where a picture should be, or an empty text when none was taken."""
    file = next((e.file for e in step.evidence if e.kind == kind and e.file), None)
    return f"visits/{visit.id}/{file}" if file else ""


def _absent(step: StepRecord) -> str:
    reasons = {"not reached": labels.NOT_REACHED, "cut short": labels.CUT_SHORT}
    return phrase(reasons.get(step.outcome) or (labels.PICTURE_LOST if step.picture() else labels.NO_PICTURE))


def _mark(step: StepRecord, judgement: Judgement, hassles: Sequence[Hassle]) -> Mark | None:
    """Return how a step stands out, or None for one that simply went well."""
    if step.outcome == "failed" and step.part == CLEANUP:
        return Mark(Tone.UNPROVEN, phrase(labels.NOT_TIDIED))
    if step.outcome == "failed":
        tone = TONES[judgement.verdict]
        return Mark(tone if tone is Tone.BROKEN else Tone.UNPROVEN, phrase(labels.STOPPED_HERE))
    unproven = {
        "stopped on purpose": labels.STOPPED_ON_PURPOSE,
        "not reached": labels.NOT_REACHED,
        "cut short": labels.CUT_SHORT_HERE,
    }
    if step.outcome in unproven:
        return Mark(Tone.UNPROVEN, phrase(unproven[step.outcome]))
    late = [f.verdict for f in judgement.findings if f.step == step.index and f.kind in SLOW_KINDS]
    if late:
        is_slow = Verdict.SLOW in late
        return Mark(
            Tone.SLOW if is_slow else Tone.OVER_LIMIT,
            phrase(labels.STEP_SLOW if is_slow else labels.STEP_OVER_LIMIT),
        )
    if stands_out(hassles):
        return Mark(Tone.ANNOYING, phrase(labels.STEP_HASSLE))
    return None


def ring_of(step: StepRecord, mark: Mark | None, browser: BrowserFacts) -> Ring | None:
    """Return the ring round the place of action, as far as it lies on the picture."""
    action = _place_of_action(step)
    if mark is None or action is None or action.box is None:
        return None
    box, wide, high = action.box, browser.viewport_width_px, browser.viewport_height_px
    left, right = max(box.x, 0), min(box.x + box.width, wide)
    top, bottom = max(box.y, 0), min(box.y + box.height, high)
    if left >= right or top >= bottom:
        return None
    return Ring(
        left=_percent(left, wide),
        top=_percent(top, high),
        width=_percent(right - left, wide),
        height=_percent(bottom - top, high),
        tone=mark.tone,
    )


def _percent(length_px: float, whole_px: int) -> float:
    return round(100 * length_px / whole_px, 2)


def _place_of_action(step: StepRecord) -> ActionRecord | None:
    """Return what did not hold, else the last thing done on the page that the picture shows."""
    seen_since = max((view.started_ms for view in step.page_views if not view.soft), default=-1)
    placed = [action for action in step.actions if action.box and action.started_ms >= seen_since]
    refused = [action for action in placed if not action.held]
    return next(iter(refused or placed[-1:]), None)


def _alt(number: int, name: str, mark: Mark | None, ring: Ring | None) -> str:
    ringed = ""
    if ring:
        ringed = phrase(labels.RINGED_BROKEN if ring.tone is Tone.BROKEN else labels.RINGED)
    return sentences.picture_of(number, name, mark.word if mark else "", ringed)
