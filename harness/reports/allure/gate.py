"""Verdicts and limits in, the rules of Allure's quality gate out; what it found in, one line out."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from harness.judge import Verdict
from harness.reports.allure.metrics import Metric


@dataclass(frozen=True)
class Rule:
    """What is to hold of all visits: that none came to one of these verdicts; and how many did, in words."""

    name: str
    verdicts: tuple[Verdict, ...]
    failing: str


RULES = (
    Rule("Customers can do what they try", (Verdict.BROKEN, Verdict.SITE_DOWN), "broken for customers"),
    Rule("Every visit could be judged", (Verdict.NOT_JUDGED, Verdict.BLOCKED), "not judged"),
    Rule("Journeys are up to date", (Verdict.OUTDATED, Verdict.FAULTY_FILE), "out of date"),
    Rule("Nothing takes longer than allowed", (Verdict.OVER_BUDGET, Verdict.SLOW), "over their limits"),
)
PAGES = Rule("Pages stay within their limits", (), "page figures over their limits")
_FAILING = {rule.name: rule.failing for rule in (*RULES, PAGES)}


@dataclass(frozen=True)
class Held:
    """Whether a rule held, and how many spoke against it."""

    rule: str
    success: bool
    count: int


@dataclass(frozen=True)
class Gate:
    """What Allure's quality gate came to; quarantined findings do not count in it."""

    rules: tuple[Held, ...]

    @property
    def is_passed(self) -> bool:
        """Whether every rule held."""
        return all(rule.success for rule in self.rules)

    @property
    def line(self) -> str:
        """Say it in one line."""
        failed = [f"{_FAILING[held.rule]}: {held.count}" for held in self.rules if not held.success]
        return f"Quality gate: not passed; {', '.join(failed)}." if failed else "Quality gate: passed."


def gate_rules(metrics: Iterable[Metric]) -> list[dict[str, Any]]:
    """Return the rules as our own script for Allure reads them."""
    limits = [
        {"key": metric.key, "limit": metric.limit, "told": f"{metric.persona}: {metric.title}"}
        for metric in metrics
    ]
    verdicts = [
        {"name": rule.name, "verdicts": list(rule.verdicts), "failing": rule.failing} for rule in RULES
    ]
    return [*verdicts, {"name": PAGES.name, "limits": limits, "failing": PAGES.failing}]


def read_gate(file: Path) -> Gate:
    """Read what Allure's quality gate came to."""
    return Gate(tuple(Held(**told) for told in json.loads(file.read_text(encoding="utf-8"))))
