"""A finding and what somebody decided about it in, the finding as it stands then out."""

from datetime import date

from harness.findings.model import Decision, Life, State

QUARANTINE_ENDS = date.min
"""Stands in a decision for the end of a quarantine."""


def apply(life: Life, decision: Decision) -> Life:
    """Return a finding after a decision; one that it knows already changes nothing.

    Args:
        life: The finding.
        decision: What was said of it.
    """
    if decision in life.notes:
        return life
    until = decision.quarantined_until
    said = {
        "owner": decision.owner,
        "ticket": decision.ticket,
        "state": _state(life, decision),
        "quarantined_until": until,
        "notes": (*life.notes, decision),
    }
    changes = {name: value for name, value in said.items() if value is not None}
    return life.model_copy(
        update={**changes, "quarantined_until": None} if until == QUARANTINE_ENDS else changes
    )


def _state(life: Life, decision: Decision) -> State | None:
    """Return the state it has from now on: whoever is named as owner has taken it over.

    What is gone stays so until it is met again.
    """
    if not life.is_open:
        return None
    if decision.state or not decision.owner:
        return decision.state
    return "owned" if life.state in {"new", "flaky", "reopened"} else None
