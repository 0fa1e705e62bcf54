"""A planned visit and a browser context in, a shopper ready to walk out."""

import secrets
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from harness.browser.bounded import at_most
from harness.language.known.committing_names import CommittingNames
from harness.record import Trouble, VisitRecord
from harness.record.journal import Journal
from harness.shopper.acting.claims import Looking
from harness.shopper.acting.hands import Hands
from harness.shopper.acting.typed import Typed
from harness.shopper.acting.values import Values
from harness.shopper.committing.book import Book
from harness.shopper.committing.commitments import Commitments
from harness.shopper.equipping import Errand, accidents_for, senses_for
from harness.shopper.evidence.downloads import Downloads
from harness.shopper.first_line import first_line
from harness.shopper.notebook import Notebook
from harness.shopper.pacing import Pacing
from harness.shopper.secrets import Scrubber
from harness.shopper.shopper import Shopper
from harness.shopper.windows import SETTING_OUT_MS
from harness.values.calendar import holidays_around
from harness.values.model import ValueContext

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext

    from harness.compile.visits import PlannedVisit
    from harness.record import BrowserFacts
    from harness.shopper.settings import VisitSettings

MARKER_BYTES = 5


def begin_visit(
    visit: "PlannedVisit",
    context: "BrowserContext",
    *,
    settings: "VisitSettings",
    browser: "BrowserFacts",
    folder: Path,
) -> Shopper:
    """Open the first page with every collector listening, and write the first line of the record."""
    scrubber, planned = Scrubber(), first_line(visit, settings, browser)
    marker = settings.marker or secrets.token_hex(MARKER_BYTES)
    senses = senses_for(Errand(visit.site, planned.persona, browser, settings, scrubber, folder))
    notebook = Notebook(visit, senses, Journal(folder, planned, scrub=scrubber.tree))
    senses.views.cause_at = notebook.cause_at
    hands = Hands(
        context=context,
        address=settings.address,
        hosts=senses.noise.hosts,
        looking=Looking(
            visit.site.names,
            _value_context(visit),
            settings.patience_ms,
            settings.address,
            senses.own_time,
        ),
        values=Values(visit, provided=settings.provided, marker=marker, scrubber=scrubber),
        scrubber=scrubber,
        friction=senses.interruptions.log,
        typed=Typed(senses.interruptions.log),
        presses=senses.presses,
        accidents=accidents_for(senses, context, settings),
        root=visit.root,
        verbs=visit.journey.verbs,
        committing_names=CommittingNames.at(visit.site.safety.committing, visit.site.safety.harmless),
        downloads=Downloads(senses.collectors.drafts, settings.evidence),
        input=senses.interruptions.input,
        user_agent=browser.user_agent,
        own_headers=settings.identity.headers_for,
        pacing=Pacing(
            settings.pause_ms, settings.turns, senses.views, senses.own_time, folder, settings.waited_ms
        ),
    )
    scrubber.learn(settings.identity.value)
    with at_most(SETTING_OUT_MS):
        settings.identity.introduce(context)
        senses.start(context)
    book = Book(
        settings.terms.open_ledger,
        notebook.journal,
        visit.site.locale,
        scrubber.text,
        senses.own_time,
        list(settings.left),
    )
    commitments = Commitments(visit, settings.run_id, settings.terms, marker, book)
    return Shopper(notebook, hands, commitments=commitments, base=settings.base)


def note_unstarted(
    visit: "PlannedVisit", *, settings: "VisitSettings", folder: Path, reason: str, left_out: bool = False
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


def announce(visit: "PlannedVisit", *, settings: "VisitSettings", folder: Path) -> VisitRecord:
    """Write that a visit is about to begin, before the browser is asked for anything; it may die of it."""
    planned = first_line(visit, settings, None)
    Journal(folder, planned, scrub=Scrubber().tree)
    return planned


def _value_context(visit: "PlannedVisit") -> ValueContext:
    site = visit.site
    locale = visit.persona.locale or site.locale
    zone = ZoneInfo(site.timezone) if site.timezone else None
    today = datetime.now(zone).astimezone(zone).date()
    return ValueContext(locale, site.currency, today, holidays_around(site.holidays, today))
