"""A planned visit and a browser context in, a shopper ready to walk out."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from harness.browser.hosts import AllowedHosts
from harness.language.known.evidence import WantedEvidence
from harness.record import JourneyFacts, PersonaFacts, Place, Trouble, VisitRecord
from harness.record.journal import Journal
from harness.shopper.budgets import budgets_of
from harness.shopper.claims import Looking
from harness.shopper.clock import VisitClock
from harness.shopper.evidence.collector import Files
from harness.shopper.evidence.kinds import Circumstances, Collectors
from harness.shopper.evidence.noise import PageNoise
from harness.shopper.evidence.page_views import PageViews
from harness.shopper.frictions import FrictionLog
from harness.shopper.hands import Hands
from harness.shopper.interrupting import Interruptions
from harness.shopper.machine.load import Machine, MachineReaders
from harness.shopper.notebook import Notebook, not_reached
from harness.shopper.own_time import OwnTime
from harness.shopper.persona_context import slow_down
from harness.shopper.secrets import Scrubber
from harness.shopper.senses import Senses
from harness.shopper.shopper import Shopper
from harness.shopper.values import Values
from harness.values.model import ValueContext

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext

    from harness.compile.visits import PlannedVisit
    from harness.record import BrowserFacts

PATIENCE_MS = 10_000
"""How long a customer waits for one thing: after 10 s attention is lost (Nielsen 1993)."""


@dataclass(frozen=True)
class VisitSettings:
    """What the run gives to each of its visits.

    Args:
        run_id: The run's name.
        address: The site's address as it is now: the embedded shop has a new port each time.
        base: The folder above the journeys.
        granted: The levels of commitment this run may reach.
        versions: Versions of what the visit is made with.
        environ: Where secrets and listed variables come from.
        evidence: What the visit is to leave behind.
        only_stopped: Kinds of evidence that are thrown away when the visit went well.
        retry_of: Why the visit is walked anew, if it is.
        machine: What tells how busy this machine is.
    """

    run_id: str
    address: str
    base: Path
    granted: frozenset[str]
    versions: Mapping[str, str]
    environ: Mapping[str, str]
    patience_ms: int = PATIENCE_MS
    evidence: WantedEvidence = field(default_factory=WantedEvidence)
    only_stopped: frozenset[str] = frozenset()
    retry_of: str = ""
    machine: MachineReaders = field(default_factory=MachineReaders)


def begin_visit(
    visit: "PlannedVisit",
    context: "BrowserContext",
    *,
    settings: VisitSettings,
    browser: "BrowserFacts",
    folder: Path,
) -> Shopper:
    """Open the first page with every collector listening, and write the first line of the record."""
    clock, scrubber = VisitClock(), Scrubber()
    journal = Journal(folder, first_line(visit, settings, browser), scrub=scrubber.tree)
    hosts = AllowedHosts.of(settings.address, visit.site.hosts)
    collectors = Collectors.of(
        Circumstances(
            files=Files(folder, scrubber),
            clock=clock,
            wanted=settings.evidence,
            base=settings.base,
            only_stopped=settings.only_stopped,
        )
    )
    notebook = Notebook(visit, _senses(visit, clock, hosts, collectors, settings.machine), journal)
    notebook.senses.views.cause_at = notebook.cause_at
    hands = Hands(
        context=context,
        address=settings.address,
        hosts=hosts,
        looking=Looking(visit.site.names, _value_context(visit), settings.patience_ms),
        values=Values(visit, environ=settings.environ, marker=secrets.token_hex(4), scrubber=scrubber),
        scrubber=scrubber,
        friction=notebook.senses.interruptions.log,
    )
    notebook.senses.start(context)
    slow_down(context, visit.persona)
    return Shopper(notebook, hands, granted=settings.granted, base=settings.base)


def note_unstarted(
    visit: "PlannedVisit", *, settings: VisitSettings, folder: Path, reason: str, left_out: bool = False
) -> VisitRecord:
    """Write the record of a visit that did not set out.

    Args:
        visit: What was asked.
        settings: As for a visit that begins.
        folder: The visit's own folder.
        reason: One plain sentence.
        left_out: Whether somebody wanted it so; else it could not.
    """
    planned = announce(visit, settings=settings, folder=folder)
    trouble = Trouble(kind="harness fault", verb="", message=reason, place=planned.journey.place)
    if left_out:
        planned = planned.model_copy(update={"reason": reason})
    return Journal(folder, planned, scrub=Scrubber().tree).ends(
        "left out" if left_out else "could not start",
        duration_ms=0,
        outcome_checks=0,
        not_reached=planned.steps,
        trouble=None if left_out else trouble,
    )


def announce(visit: "PlannedVisit", *, settings: VisitSettings, folder: Path) -> VisitRecord:
    """Write that a visit is about to begin, before the browser is asked for anything; it may die of it."""
    planned = first_line(visit, settings, None)
    Journal(folder, planned, scrub=Scrubber().tree)
    return planned


def _senses(
    visit: "PlannedVisit",
    clock: VisitClock,
    hosts: AllowedHosts,
    collectors: Collectors,
    readers: MachineReaders,
) -> Senses:
    return Senses(
        clock=clock,
        views=PageViews(clock),
        noise=PageNoise(clock, hosts),
        interruptions=Interruptions(visit.site, clock, FrictionLog(clock)),
        collectors=collectors,
        own_time=OwnTime(clock),
        machine=Machine(readers),
    )


def _value_context(visit: "PlannedVisit") -> ValueContext:
    site = visit.site
    locale = visit.persona.locale or site.locale
    zone = ZoneInfo(site.timezone) if site.timezone else None
    return ValueContext(
        locale=locale, currency=site.currency, today=datetime.now(zone).astimezone(zone).date()
    )


def first_line(visit: "PlannedVisit", settings: VisitSettings, browser: "BrowserFacts | None") -> VisitRecord:
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
            place=Place(file=journey.place.file, line=journey.place.line),
        ),
        persona=PersonaFacts(
            id=persona.id,
            who=persona.who,
            device=persona.device,
            network=persona.network,
            locale=persona.locale or site.locale,
            timezone=persona.timezone or site.timezone,
            share=persona.share,
        ),
        row=dict(visit.row),
        steps=not_reached(visit.steps),
        site=site.name,
        address=settings.address,
        started_at=datetime.now(UTC),
        browser=browser,
        versions=dict(settings.versions),
        instrumentation=("page views", *settings.evidence.in_order),
        retries=(settings.retry_of,) if settings.retry_of else (),
        granted=tuple(sorted(settings.granted)),
        budgets=budgets_of(visit),
    )
