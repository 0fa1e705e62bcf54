"""A visit in, what a developer needs to see the same out: folded below all that is meant for everybody."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

from harness.judge import Judgement, told_not_contacted
from harness.record import Evidence, PageView, VisitRecord
from harness.record.visit import AGAIN


@dataclass(frozen=True)
class PageFigures:
    """One page and its figures as testers know them; a blank was not measured."""

    page: str
    figures: tuple[str, ...]


@dataclass(frozen=True)
class Developers:
    """What a developer needs to see the same."""

    place: str
    command: str
    files: tuple[tuple[str, str], ...]
    """What shows the whole visit: what it is, and where."""
    made_with: str
    found_at_pages: str
    measured_with: str
    not_contacted: str
    technical: str = ""
    pages: tuple[PageFigures, ...] = ()


def developers(visit: VisitRecord, judgement: Judgement, *, up: str = "") -> Developers:
    """Return what helps to see a visit again.

    Args:
        visit: What happened.
        judgement: What it means.
        up: What leads from the page's own folder to the run's, such as `../`.
    """
    step = visit.failed_step()
    places = [finding.place for finding in judgement.findings if finding.place]
    own = step.place if step else visit.journey.place
    files = [(_shown_as(e), e.file) for e in (*visit.whole_evidence(), *_of_stop(visit)) if e.file]
    browser = visit.browser
    return Developers(
        place=next(iter(places), f"{own.file}:{own.line}"),
        command=f"harness replay {visit.run_id}/{visit.id}",
        files=tuple((name, f"{up}{quote(f'visits/{visit.id}/{file}')}") for name, file in files),
        made_with=f"{browser.kind} {browser.version}" if browser else "",
        found_at_pages=", ".join(visit.persona.applied),
        measured_with=", ".join(visit.instrumentation),
        not_contacted=told_not_contacted(visit),
        technical=step.trouble.technical if step and step.trouble else "",
        pages=tuple(_figures(view) for step in visit.steps for view in step.page_views),
    )


def _of_stop(visit: VisitRecord) -> Iterator[Evidence]:
    """Yield what shows the step that stopped, beyond the pictures that stand in the strip."""
    step = visit.failed_step()
    if step:
        yield from (piece for piece in step.evidence if piece.kind not in {"screenshot", "thumbnail"})


def _shown_as(piece: Evidence) -> str:
    second = (piece.file or "").startswith(f"{AGAIN}/")
    return f"{piece.kind} of the second walk" if second else piece.kind


def _figures(view: PageView) -> PageFigures:
    times = (view.ttfb_ms, view.fcp_ms, view.lcp_ms, view.inp_ms, view.load_ms)
    shift = "" if view.cls is None else f"{view.cls:.3f}".rstrip("0").rstrip(".") or "0"
    return PageFigures(
        page=view.title or view.url, figures=(*("" if t is None else str(t) for t in times), shift)
    )
