"""A planned visit in, the first line of its record out: who set out to do what, and nothing done yet."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from harness.record import Ideal, JourneyFacts, PersonaFacts, Place, VisitRecord
from harness.shopper.budgets import budgets_of
from harness.shopper.notebook import not_reached

if TYPE_CHECKING:
    from harness.compile.visits import PlannedVisit
    from harness.record import BrowserFacts
    from harness.shopper.settings import VisitSettings


def first_line(
    visit: "PlannedVisit", settings: "VisitSettings", browser: "BrowserFacts | None"
) -> VisitRecord:
    """Return what is known of a visit before its first step: none of its steps is reached yet."""
    journey, persona, site = visit.journey, visit.persona, visit.site
    return VisitRecord(
        id=visit.id,
        run_id=settings.run_id,
        journey=JourneyFacts(
            id=journey.id,
            title=journey.title,
            why=journey.why,
            stage=journey.stage,
            touchpoint=journey.touchpoint,
            owner=journey.owner,
            severity=journey.severity,
            tags=journey.tags,
            commits=journey.commits,
            ideal=Ideal(
                fields=journey.ideal.fields, pages=journey.ideal.pages, time_ms=journey.ideal.time_ms
            ),
            place=Place(file=journey.place.file, line=journey.place.line),
        ),
        persona=PersonaFacts(
            id=persona.id,
            who=persona.who,
            device=persona.device,
            input=persona.input,
            network=persona.network,
            cpu=persona.cpu,
            locale=persona.locale or site.locale,
            timezone=persona.timezone or site.timezone,
            is_guest=persona.signs_in is None,
            share=persona.share,
        ),
        row=dict(visit.different),
        steps=not_reached(visit.steps),
        site=site.name,
        address=settings.address,
        started_at=datetime.now(UTC),
        browser=browser,
        versions=dict(settings.versions),
        instrumentation=("page views", *settings.evidence.in_order),
        retries=(settings.retry_of,) if settings.retry_of else (),
        granted=tuple(sorted(settings.terms.granted)),
        budgets=budgets_of(visit),
    )
