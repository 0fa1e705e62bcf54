"""The hosts that a visit did not contact in, one line for readers out."""

from collections.abc import Iterator

from harness.record import VisitRecord

SHOWN = 3
"""Hosts named of each kind; the record has them all."""


def told_not_contacted(visit: VisitRecord) -> str:
    """Say what was not contacted: `14 requests to 3 hosts (analytics: www.google-analytics.com)`."""
    refused = visit.not_contacted
    if not refused:
        return ""
    requests = _counted(sum(each.times for each in refused), "request")
    hosts = _counted(len({each.host for each in refused}), "host")
    return f"{requests} to {hosts} ({'; '.join(_kinds(visit))})"


def _counted(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def _kinds(visit: VisitRecord) -> Iterator[str]:
    kinds: dict[str, list[str]] = {}
    for each in visit.not_contacted:
        kinds.setdefault(each.named or each.why, []).append(each.host)
    for kind, hosts in kinds.items():
        more = f" and {len(hosts) - SHOWN} more" if len(hosts) > SHOWN else ""
        yield f"{kind}: {', '.join(hosts[:SHOWN])}{more}"
