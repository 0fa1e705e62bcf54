"""A visit and what its run is granted in, the terms on which it may commit to anything out."""

from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from harness.grammar.near import did_you_mean
from harness.language.files.addresses import EMBEDDED_SHOP
from harness.language.known.commitments import COMMITTING
from harness.language.safety import NO_CAPS, Caps
from harness.plugin.options import granted_levels
from harness.shopper.committing.kill_switch import KillSwitch
from harness.shopper.committing.terms import Terms

if TYPE_CHECKING:
    from collections.abc import Iterable

    from harness.compile.visits import PlannedVisit
    from harness.language.model import Site
    from harness.plugin.run import Run


def terms_of(visit: "PlannedVisit", run: "Run") -> Terms:
    """Return the terms on which a visit of a run may commit to anything.

    The embedded shop is one of its own for each visit: an order in it holds back no other.
    """
    site, safety = visit.site, visit.site.safety
    embedded = site.address == EMBEDDED_SHOP
    zone = ZoneInfo(site.timezone) if site.timezone else datetime.now().astimezone().tzinfo
    assert zone is not None  # noqa: S101 -- `astimezone` always sets one
    return Terms(
        granted=granted_levels([*run.allowed, *safety.allow.get(run.schedule, ())], embedded=embedded),
        site=f"{EMBEDDED_SHOP} {visit.name}" if embedded else run.site_key(site),
        open_ledger=run.books.of_embedded_shop if embedded else run.books.ledger,
        zone=zone,
        kill_switch=KillSwitch(safety.kill_switch, visit.base),
        caps=safety.caps or (NO_CAPS if embedded else Caps()),
        contact_hours=safety.contact_hours,
        handled=safety.handled,
    )


def open_ledger_early(visit: "PlannedVisit", run: "Run") -> None:
    """Open the ledger of a visit that will need it: loading a database takes a while."""
    from harness.ledger import LedgerError  # noqa: PLC0415 -- few runs commit

    terms = terms_of(visit, run)
    if visit.journey.commits in COMMITTING and visit.journey.commits in terms.granted:
        with suppress(LedgerError):  # told when something is to be written
            terms.open_ledger()


def refuse_unknown_schedule(schedule: str, sites: "Iterable[Site]") -> None:
    """Refuse a schedule that no site file names: it would allow nothing, and nobody would know why.

    Raises:
        pytest.UsageError: With the nearest name.
    """
    known = sorted({name for site in sites for name in site.safety.allow})
    if schedule and schedule not in known:
        told = did_you_mean(schedule, known) if known else 'Name it in site.yaml below "safety: allow:".'
        raise pytest.UsageError(f'--schedule: unknown schedule "{schedule}". {told}')


def leave_out_if_switched_off(visit: "PlannedVisit") -> None:
    """Skip a visit while somebody has switched the shopper off.

    Raises:
        pytest.skip.Exception: It is so.
    """
    stopped = KillSwitch(visit.site.safety.kill_switch, visit.base).why_stopped()
    if stopped:
        pytest.skip(stopped)
