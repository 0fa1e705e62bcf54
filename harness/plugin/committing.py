"""A visit and what its run is granted in, the terms on which it may commit to anything out."""

from datetime import datetime
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import pytest

from harness.grammar.near import did_you_mean
from harness.language.safety import NO_CAPS, Caps
from harness.plugin.options import granted_levels
from harness.shopper.committing.kill_switch import KillSwitch
from harness.shopper.committing.terms import Terms

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from harness.compile.visits import PlannedVisit
    from harness.language.model import Site
    from harness.ledger import Ledger


def terms_of(  # noqa: PLR0913 -- what the owner, the operator and the run say
    visit: "PlannedVisit",
    *,
    allowed: "Sequence[str]",
    schedule: str,
    site_key: str,
    open_ledger: "Callable[[], Ledger]",
    embedded: bool,
) -> Terms:
    """Return the terms of a visit.

    Args:
        visit: What is planned.
        allowed: The levels that the operator allowed.
        schedule: The schedule that the operator named, whose levels the site file tells.
        site_key: What the ledger calls the site.
        open_ledger: Opens the ledger.
        embedded: Whether it is the embedded shop, which is gone when the run is.
    """
    safety = visit.site.safety
    granted = [*allowed, *safety.allow.get(schedule, ())]
    zone = ZoneInfo(visit.site.timezone) if visit.site.timezone else datetime.now().astimezone().tzinfo
    assert zone is not None  # noqa: S101 -- `astimezone` always sets one
    return Terms(
        granted=granted_levels(granted, embedded=embedded),
        site=site_key,
        open_ledger=open_ledger,
        zone=zone,
        kill_switch=KillSwitch(safety.kill_switch, visit.base),
        caps=safety.caps or (NO_CAPS if embedded else Caps()),
        contact_hours=safety.contact_hours,
        handled=safety.handled,
    )


def key_of(address: str) -> str:
    """Return what the ledger calls a site: its host, whatever the site file calls it."""
    return urlsplit(address).netloc.casefold()


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
