"""Verdict in, whose turn it is out: the one table behind Allure, pytest, exit codes and reports."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from harness.words import entry


class Verdict(StrEnum):
    """What a visit amounts to, mildest first; of several findings the last one here decides.

    What was slow on the way to the last click is told, and makes nothing of what was never pressed.
    """

    FINE = entry("fine")
    NOT_WALKED = entry("not walked")
    ANNOYING = entry("annoying")
    OVER_BUDGET = entry("over budget")
    SLOW = entry("slow")
    STOPPED_ON_PURPOSE = entry("stopped on purpose")
    OUTDATED = entry("journey out of date")
    FAULTY_FILE = entry("faulty file")
    NOT_JUDGED = entry("not judged")
    BLOCKED = entry("blocked as a robot")
    BROKEN = entry("broken")
    SITE_DOWN = entry("site down")


OVER_ITS_LIMIT = frozenset({Verdict.OVER_BUDGET, Verdict.SLOW})
"""Over budget in this visit; slow where that was so in several."""

SOUND = OVER_ITS_LIMIT | {Verdict.FINE, Verdict.ANNOYING, Verdict.STOPPED_ON_PURPOSE}
"""Nothing broke, as far as it came: it shows how the journey goes, and a mutation can make it worse."""


class Party(StrEnum):
    """Who must act."""

    NOBODY = "nobody"
    COMPANY = "company"
    AUTHOR = "author"
    OPERATIONS = "operations"
    OPERATOR = "operator"


@dataclass(frozen=True)
class Turn:
    """What follows from a verdict for each reader."""

    party: Party
    allure_status: Literal["passed", "failed", "broken", "skipped", "unknown"]
    category: str | None
    pytest_outcome: Literal["passed", "failed", "skipped"]
    exit_code: int


TURNS: dict[Verdict, Turn] = {
    Verdict.FINE: Turn(Party.NOBODY, "passed", None, "passed", 0),
    Verdict.NOT_WALKED: Turn(Party.NOBODY, "skipped", None, "skipped", 0),
    Verdict.STOPPED_ON_PURPOSE: Turn(Party.NOBODY, "skipped", None, "skipped", 0),
    Verdict.ANNOYING: Turn(Party.COMPANY, "passed", None, "passed", 0),
    Verdict.OVER_BUDGET: Turn(Party.COMPANY, "broken", "Slow page", "passed", 0),
    Verdict.SLOW: Turn(Party.COMPANY, "broken", "Slow page", "passed", 0),
    Verdict.OUTDATED: Turn(Party.AUTHOR, "broken", "Journey out of date", "failed", 4),
    Verdict.FAULTY_FILE: Turn(Party.AUTHOR, "broken", "Journey out of date", "failed", 4),
    Verdict.NOT_JUDGED: Turn(Party.OPERATOR, "unknown", "Not judged", "failed", 3),
    Verdict.BLOCKED: Turn(Party.OPERATIONS, "unknown", "Not judged", "failed", 3),
    Verdict.BROKEN: Turn(Party.COMPANY, "failed", "Broken step", "failed", 1),
    Verdict.SITE_DOWN: Turn(Party.COMPANY, "failed", "Site down", "failed", 1),
}

NOTHING_PROVEN = 5
_WORST_FIRST = (1, 3, 4)
_PROVES_NOTHING = frozenset({Verdict.NOT_WALKED, Verdict.STOPPED_ON_PURPOSE})


def exit_code(verdicts: Collection[Verdict], *, slow_fails: bool = False) -> int:
    """Return the exit code of a run: 1 broken for customers, 3 not judged, 4 journeys to mend, 0, or 5.

    Args:
        verdicts: Those of all visits and faulty files.
        slow_fails: Whether something slow was found and the operator wants that to fail.
    """
    if slow_fails:
        return 1
    codes = {TURNS[verdict].exit_code for verdict in verdicts}
    worst = next((code for code in _WORST_FIRST if code in codes), 0)
    proven = any(verdict not in _PROVES_NOTHING for verdict in verdicts)
    return worst or (0 if proven else NOTHING_PROVEN)
