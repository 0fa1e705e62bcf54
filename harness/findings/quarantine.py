"""Findings set aside until a day in; which visits do not decide how a run ends, and the words for it, out."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from harness.findings.grouping import Judged
from harness.findings.model import Life
from harness.judge import Finding
from harness.judge.afterwards import only_follows
from harness.record import VisitRecord

Decides = Callable[[Finding], bool]


def pardoned(
    judged: Sequence[Judged], lives: Sequence[Life], day: date, *, decides: Decides
) -> frozenset[str]:
    """Return the ids of the visits in which all that decides is quarantined, and something is.

    Args:
        judged: All visits of the run.
        lives: The findings after it.
        day: When the run began.
        decides: Whether a finding decides how a run ends.
    """
    aside = [life for life in lives if life.is_quarantined(day)]
    return frozenset(
        visit.id
        for visit, judgement in judged
        if (deciding := [each for each in judgement.findings if decides(each) and _stands(visit, each)])
        and all(any(is_of(life, visit, each) for life in aside) for each in deciding)
    )


def _stands(visit: VisitRecord, finding: Finding) -> bool:
    """Whether it is a finding of its own, which has a life."""
    return not only_follows(visit, finding.step)


def is_of(life: Life, visit: VisitRecord, finding: Finding) -> bool:
    """Whether a finding of a visit is what a life tells of."""
    known = finding.fingerprint in life.fingerprints or finding.cause in life.fingerprints
    return known and any(sighting.visit_id == visit.id for sighting in life.met_by)


def quarantine_lines(lives: Sequence[Life], run_id: str, day: date) -> Iterator[str]:
    """Yield a line for each finding that a run met and that is, or was, quarantined.

    Args:
        lives: The findings after the run.
        run_id: The run.
        day: When it began.
    """
    for life in lives:
        if life.last_run != run_id or life.quarantined_until is None:
            continue
        until = f"{life.quarantined_until.day} {life.quarantined_until:%B %Y}"
        if life.is_quarantined(day):
            yield f"Quarantined until {until}, and does not decide how the run ends: {_named(life)}"
        else:
            yield f"Counts again, as its quarantine ended on {until}: {_named(life)}"


def _named(life: Life) -> str:
    return f"finding {life.number}, {life.sentence}"
