"""What a site and a journey allow in, the budgets of one visit out: the nearest limit counts."""

from dataclasses import asdict
from typing import TYPE_CHECKING

from harness.language.limits import PersonaLimits
from harness.record import Budgets, LimitSource, PageBudget
from harness.record.budgets import FIGURES

if TYPE_CHECKING:
    from harness.compile.visits import PlannedVisit
    from harness.language.limits import Limits


def budgets_of(visit: "PlannedVisit") -> Budgets:
    """Return what a visit may take: a journey's limits before its persona's, her stage's and the site's."""
    said, stage, hers = visit.site.limits, visit.journey.stage, visit.persona.limits or PersonaLimits()
    farthest_first = (
        (said.everywhere, LimitSource(level="site")),
        (said.stages.get(stage), LimitSource(level="stage", name=stage)),
        (hers.everywhere, LimitSource(level="persona", name=visit.persona.id)),
        (visit.journey.limits, LimitSource(level="journey")),
    )
    near: dict[str, float] = {}
    sources: dict[str, LimitSource] = {}
    for limits, source in farthest_first:
        figures = _figures(limits)
        near |= figures
        sources |= dict.fromkeys(figures, source)
    pages = (
        PageBudget.model_validate({"page": p.page, **_figures(p.limits)}) for p in (*hers.pages, *said.pages)
    )
    slow_when = {"slow_when": asdict(said.slow_when)} if said.slow_when else {}
    return Budgets.model_validate({**near, "sources": sources, "pages": tuple(pages), **slow_when})


def _figures(limits: "Limits | None") -> dict[str, float]:
    found = asdict(limits) if limits else {}
    return {name: found[name] for name in FIGURES if found.get(name) is not None}
