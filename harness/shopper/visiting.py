"""A planned visit and a browser context in, a shopper ready to walk out."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from harness.browser.bounded import at_most
from harness.browser.hosts import AllowedHosts
from harness.language.known.evidence import WantedEvidence
from harness.record import JourneyFacts, PersonaFacts, Place, Trouble, VisitRecord
from harness.record.journal import Journal
from harness.shopper.accidents import Accidents
from harness.shopper.budgets import budgets_of
from harness.shopper.claims import Looking
from harness.shopper.clock import VisitClock
from harness.shopper.evidence.collector import Files
from harness.shopper.evidence.kinds import Circumstances, Collectors
from harness.shopper.evidence.noise import PageNoise
from harness.shopper.evidence.page_views import PageViews
from harness.shopper.evidence.surprises import Surprises
from harness.shopper.frictions import FrictionLog
from harness.shopper.hands import Hands
from harness.shopper.interrupting import Interruptions
from harness.shopper.likeness import Likeness
from harness.shopper.machine.load import Machine, MachineReaders
from harness.shopper.notebook import Notebook
from harness.shopper.own_time import OwnTime
from harness.shopper.presses import Presses
from harness.shopper.secrets import Scrubber
from harness.shopper.senses import Senses
from harness.shopper.shopper import Shopper
from harness.shopper.typed import Typed
from harness.shopper.values import Values
from harness.shopper.windows import SETTING_OUT_MS
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
        control_address: Asked when the site cannot be reached, to know whether anything can.
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
    control_address: str = ""
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
    first_line = _first_line(visit, settings, browser)
    journal = Journal(folder, first_line, scrub=scrubber.tree)
    hosts = AllowedHosts.of(settings.address, visit.site.hosts)
    noise = PageNoise(clock, hosts)
    collectors = Collectors.of(
        Circumstances(
            files=Files(folder, scrubber),
            clock=clock,
            wanted=settings.evidence,
            base=settings.base,
            noise=noise,
            only_stopped=settings.only_stopped,
        )
    )
    likeness = Likeness(first_line.persona, browser)
    notebook = Notebook(visit, _senses(visit, settings, noise, collectors, likeness), journal)
    notebook.senses.views.cause_at = notebook.cause_at
    hands = Hands(
        context=context,
        address=settings.address,
        hosts=hosts,
        looking=Looking(visit.site.names, _value_context(visit), settings.patience_ms),
        values=Values(visit, environ=settings.environ, marker=secrets.token_hex(4), scrubber=scrubber),
        scrubber=scrubber,
        friction=notebook.senses.interruptions.log,
        typed=Typed(notebook.senses.interruptions.log),
        presses=notebook.senses.presses,
        accidents=_accidents(context, notebook.senses, settings),
    )
    with at_most(SETTING_OUT_MS):
        notebook.senses.start(context)
    return Shopper(notebook, hands, granted=settings.granted, base=settings.base)


def note_unstarted(
    visit: "PlannedVisit", *, settings: VisitSettings, folder: Path, reason: str
) -> VisitRecord:
    """Write the record of a visit that could not set out, for whatever reason.

    Args:
        visit: What was asked.
        settings: As for a visit that begins.
        folder: The visit's own folder.
        reason: One plain sentence.
    """
    first_line = _first_line(visit, settings, None)
    trouble = Trouble(kind="harness fault", verb="", message=reason, place=first_line.journey.place)
    journal = Journal(folder, first_line, scrub=Scrubber().tree)
    return journal.ends("could not start", duration_ms=0, outcome_checks=0, trouble=trouble)


def _senses(
    visit: "PlannedVisit",
    settings: VisitSettings,
    noise: PageNoise,
    collectors: Collectors,
    likeness: Likeness,
) -> Senses:
    clock = noise.clock
    log = FrictionLog(clock)
    return Senses(
        clock=clock,
        views=PageViews(clock, noise.hosts, notice=likeness.notice),
        noise=noise,
        interruptions=Interruptions(visit.site, clock, log),
        likeness=likeness,
        presses=Presses(clock, noise.hosts, log),
        surprises=Surprises(clock, log),
        collectors=collectors,
        own_time=OwnTime(clock),
        machine=Machine(settings.machine),
    )


def _accidents(context: "BrowserContext", senses: Senses, settings: VisitSettings) -> Accidents:
    return Accidents(context, senses.surprises, senses.noise, settings.address, settings.control_address)


def _value_context(visit: "PlannedVisit") -> ValueContext:
    site = visit.site
    locale = visit.persona.locale or site.locale
    zone = ZoneInfo(site.timezone) if site.timezone else None
    return ValueContext(
        locale=locale, currency=site.currency, today=datetime.now(zone).astimezone(zone).date()
    )


def _first_line(
    visit: "PlannedVisit", settings: VisitSettings, browser: "BrowserFacts | None"
) -> VisitRecord:
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
            cpu=persona.cpu,
            locale=persona.locale or site.locale,
            timezone=persona.timezone or site.timezone,
            share=persona.share,
        ),
        row=dict(visit.row),
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
