"""A visit and its judgement in, the description Allure shows out: verdict, findings, strip of pictures."""

import base64
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from harness.judge import TURNS, Finding, Judgement, told_not_contacted
from harness.record import Box, StepRecord, VisitRecord
from harness.reports.allure.attachments import MEDIA_TYPES
from harness.reports.allure.steps import step_status
from harness.reports.allure.trace import headline, replay_command

HOW_SURE = {
    "certain": "",
    "likely": "likely, not certain; the pictures tell more",
    "unsure": "not sure whose turn it is; please look at the pictures first",
}
SIGNS = {"passed": "✔", "failed": "✘", "broken": "⚠", "skipped": "○", "unknown": "?"}

# What comes from the site is untrusted: everything is escaped.
_TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).parent), autoescape=True, undefined=StrictUndefined
)


@dataclass(frozen=True)
class Picture:
    """One step in the strip: its thumbnail with a ring where it broke, or why there is none."""

    number: int
    name: str
    status: str
    took: str
    image: str | None
    missing: str
    ring: str | None

    @property
    def sign(self) -> str:
        """Say the status without colour."""
        return SIGNS[self.status]


@dataclass(frozen=True)
class ToldFinding:
    """A finding in the reader's words."""

    kind: str
    status: str
    sentence: str
    detail: str
    action: str
    party: str
    confidence: str
    letter: str


def description_html(visit: VisitRecord, judgement: Judgement, folder: Path) -> str:
    """Return safe HTML with the pictures inside, so that it shows without a click or a request."""
    return _TEMPLATES.get_template("description.html.j2").render(
        headline=headline(judgement),
        who=visit.persona.who,
        not_as_asked=visit.persona.not_applied,
        journey=visit.journey,
        findings=[_told(finding) for finding in judgement.findings],
        pictures=tuple(_strip(visit, judgement, folder)),
        replay=replay_command(visit),
        not_contacted=told_not_contacted(visit),
        instrumentation=", ".join(visit.instrumentation),
    )


def _told(finding: Finding) -> ToldFinding:
    return ToldFinding(
        kind=finding.kind.capitalize(),
        status=TURNS[finding.verdict].allure_status,
        sentence=finding.sentence,
        detail=finding.detail,
        action=finding.action,
        party=finding.party.value,
        confidence=HOW_SURE[finding.confidence],
        letter=finding.letter,
    )


def _seconds(duration_ms: int) -> str:
    return f"{duration_ms / 1000:.1f} s"


def _strip(visit: VisitRecord, judgement: Judgement, folder: Path) -> Iterator[Picture]:
    for step in visit.steps:
        image, missing = _thumbnail(step, folder)
        yield Picture(
            number=step.index + 1,
            name=step.name,
            status=step_status(step, judgement),
            took=_seconds(step.active_ms) if step.active_ms else "",
            image=image,
            missing=missing,
            ring=_ring(visit, step),
        )


def _thumbnail(step: StepRecord, folder: Path) -> tuple[str | None, str]:
    if step.outcome == "not reached":
        return None, "not reached"
    piece = next((e for e in step.evidence if e.kind == "thumbnail"), None)
    if piece is None or piece.file is None:
        return None, f"no picture: {(piece and piece.problem) or 'none was taken'}"
    try:
        content = base64.b64encode((folder / piece.file).read_bytes()).decode()
    except OSError as error:
        return None, f"no picture: {error.strerror}"
    media_type = MEDIA_TYPES.get(Path(piece.file).suffix.lower(), "image/jpeg")
    return f"data:{media_type};base64,{content}", ""


def _ring(visit: VisitRecord, step: StepRecord) -> str | None:
    """Return the style that puts a ring around the place of the action that did not work."""
    box = next((action.box for action in step.actions if not action.held and action.box), None)
    if box is None or visit.browser is None or step.outcome == "passed":
        return None
    return _in_percent(box, visit.browser.viewport_width_px, visit.browser.viewport_height_px)


def _in_percent(box: Box, width_px: int, height_px: int) -> str:
    edges = {
        "left": box.x / width_px,
        "top": box.y / height_px,
        "width": box.width / width_px,
        "height": box.height / height_px,
    }
    return ";".join(f"{name}:{min(max(share, 0), 1):.2%}" for name, share in edges.items())
