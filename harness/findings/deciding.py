"""What somebody says of a finding in, a decision, or what is wrong with it and what to say instead, out."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from harness.findings.decisions import QUARANTINE_ENDS
from harness.findings.model import Decision, Life, State
from harness.grammar.near import did_you_mean, nearest

LONGEST_QUARANTINE_DAYS = 30
"""As a month is long enough to mend something, and too long to forget it."""

SAYABLE: tuple[State, ...] = ("owned", "cause known", "fixed")
"""What people can know; the other states are what runs find out."""

FOUND_OUT: dict[str, str] = {
    "new": "a finding is new when a run meets it",
    "flaky": "runs tell that one of two customers meets it",
    "verified": "good runs verify what is fixed",
    "reopened": "runs reopen what comes back",
}


class DecisionError(ValueError):
    """What was said of a finding cannot be; its text is one plain sentence and the remedy."""


@dataclass(frozen=True)
class Said:
    """What somebody typed; empty is what was not said."""

    owner: str = ""
    ticket: str = ""
    state: str = ""
    note: str = ""
    quarantine: str = ""
    end_quarantine: bool = False

    def __bool__(self) -> bool:
        return self != Said()


def decide(life: Life, said: Said, *, by: str, at: datetime) -> Decision:
    """Return what is to be kept.

    Args:
        life: The finding as it stands.
        said: What was typed.
        by: Who typed it.
        at: When.

    Raises:
        DecisionError: It cannot be said of this finding.
    """
    if not life.is_open and (said.state or said.quarantine):
        raise DecisionError(
            f"finding {life.number} is gone: good runs verified it. A note can be added; the next run that"
            " meets it opens it again."
        )
    return Decision.model_validate(
        {
            "at": at,
            "by": by,
            "number": life.number,
            "site_id": life.site_id,
            "owner": said.owner or None,
            "ticket": said.ticket or None,
            "note": said.note or None,
            "state": _state(said.state),
            "quarantined_until": _quarantine(life, said, at.date()),
        }
    )


def _state(text: str) -> str | None:
    if not text or text in SAYABLE:
        return text or None
    known = ", ".join(f'"{state}"' for state in SAYABLE)
    meant = nearest(text, (*SAYABLE, *FOUND_OUT))
    if meant in FOUND_OUT:
        raise DecisionError(f'"{meant}" is not for people to say: {FOUND_OUT[meant]}. Say one of {known}.')
    raise DecisionError(f'unknown state "{text}". {did_you_mean(text, SAYABLE)}')


def _quarantine(life: Life, said: Said, today: date) -> date | None:
    if said.end_quarantine and said.quarantine:
        raise DecisionError("a quarantine cannot be set and ended at once. Leave one of the options out.")
    if said.end_quarantine and life.quarantined_until is None:
        raise DecisionError(f"finding {life.number} is not quarantined. Leave --end-quarantine out.")
    if said.end_quarantine:
        return QUARANTINE_ENDS
    return _last_day(said.quarantine, today) if said.quarantine else None


def _last_day(text: str, today: date) -> date:
    latest = today + timedelta(days=LONGEST_QUARANTINE_DAYS)
    try:
        day = date.fromisoformat(text)
    except ValueError as error:
        raise DecisionError(
            f'"{text}" is no day. Write the last day of the quarantine as in {latest}.'
        ) from error
    if day < today:
        raise DecisionError(f"{day} is over. Name a day from {today} to {latest}.")
    if day > latest:
        raise DecisionError(
            f"{day} is more than {LONGEST_QUARANTINE_DAYS} days ahead: what is set aside for longer is"
            f" forgotten. Name a day until {latest}; it can be set anew then."
        )
    return day
