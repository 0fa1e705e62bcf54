"""Verdict in, whose turn it is out: the one table behind Allure, pytest, exit codes and reports."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal


class Verdict(StrEnum):
    """What a visit amounts to, mildest first; of several findings the last one here decides."""

    FINE = "fine"
    STOPPED_ON_PURPOSE = "stopped on purpose"
    ANNOYING = "annoying"
    OVER_BUDGET = "over budget"
    OUTDATED = "journey out of date"
    FAULTY_FILE = "faulty file"
    NOT_JUDGED = "not judged"
    BLOCKED = "blocked as a robot"
    BROKEN = "broken"
    SITE_DOWN = "site down"


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
    Verdict.STOPPED_ON_PURPOSE: Turn(Party.NOBODY, "skipped", None, "skipped", 0),
    Verdict.ANNOYING: Turn(Party.COMPANY, "passed", None, "passed", 0),
    Verdict.OVER_BUDGET: Turn(Party.COMPANY, "broken", "Slow page", "passed", 0),
    Verdict.OUTDATED: Turn(Party.AUTHOR, "broken", "Journey out of date", "failed", 4),
    Verdict.FAULTY_FILE: Turn(Party.AUTHOR, "broken", "Journey out of date", "failed", 4),
    Verdict.NOT_JUDGED: Turn(Party.OPERATOR, "unknown", "Not judged", "failed", 3),
    Verdict.BLOCKED: Turn(Party.OPERATIONS, "unknown", "Not judged", "failed", 3),
    Verdict.BROKEN: Turn(Party.COMPANY, "failed", "Broken step", "failed", 1),
    Verdict.SITE_DOWN: Turn(Party.COMPANY, "failed", "Site down", "failed", 1),
}

SEVERITY_ORDER: tuple[Verdict, ...] = tuple(Verdict)
