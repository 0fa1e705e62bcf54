"""Findings with their tickets in, what Allure calls resolutions out: known issues, and what is muted."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from harness.findings.model import Life
from harness.findings.quarantine import is_of
from harness.findings.tickets import address_of, name_of
from harness.history.model import Story
from harness.judge import TURNS, Finding, Judgement
from harness.record import VisitRecord
from harness.reports.allure.environments import environment_id
from harness.reports.allure.labels import parameters, test_case_id

PLACEHOLDER = "%s"
"""Stands for a ticket's name where Allure is told how links are made; once, else it makes no page."""


@dataclass(frozen=True)
class Known:
    """A visit, and the finding that leads it, of which somebody knows."""

    visit: VisitRecord
    life: Life


def life_of(visit: VisitRecord, judgement: Judgement, story: Story) -> Life | None:
    """Return the finding that leads a visit."""
    return _life(visit, judgement.findings[0], story) if judgement.findings else None


def _life(visit: VisitRecord, finding: Finding, story: Story) -> Life | None:
    return next((life for life in story.lives if is_of(life, visit, finding)), None)


def told(life: Life) -> str:
    """Say what QA calls a finding by, how it stands, its ticket, and until when it is left alone."""
    ticket = f", ticket {name_of(life.ticket)}" if life.ticket else ""
    until = f", quarantined until {life.quarantined_until}" if life.quarantined_until else ""
    return f"Finding {life.number}, {life.state}, first seen on {life.first_seen:%Y-%m-%d}{ticket}{until}"


def resolutions(judged: Iterable[tuple[VisitRecord, Judgement]], story: Story, day: date) -> dict[str, Any]:
    """Return Allure's rules: what is quarantined is muted, what has a ticket is a known issue.

    Args:
        judged: All visits of the run.
        story: The findings as they stand.
        day: The day of the run.
    """
    muted: list[dict[str, Any]] = []
    ticketed: dict[str, list[Known]] = {}
    for visit, judgement in judged:
        if quarantined := _quarantined(visit, judgement, story, day):
            muted.append(_muted(visit, quarantined))
        elif (life := life_of(visit, judgement, story)) and life.ticket:
            ticketed.setdefault(life.ticket, []).append(Known(visit, life))
    links, issues = _issues(ticketed)
    return {"links": links, "rules": [*muted, *issues]}


def _issues(ticketed: Mapping[str, Sequence[Known]]) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """Return how links to tickets are made, and a rule for each ticket that has an address."""
    links: dict[str, Any] = {}
    rules: dict[str, dict[str, Any]] = {}
    for ticket, found in ticketed.items():
        address = address_of(ticket)
        if address is None or address.name in rules:  # Allure takes each name once; the label tells the rest
            continue
        link = f"{address.before}{PLACEHOLDER}{address.after}"
        if link.count(PLACEHOLDER) == 1:
            links[address.before] = {"urlTemplate": link}
            rules[address.name] = _issue(address.name, address.before, found)
    return links, list(rules.values())


def _quarantined(visit: VisitRecord, judgement: Judgement, story: Story, day: date) -> Life | None:
    """Return the leading finding if all that make the visit what it is are quarantined."""
    failing = [finding for finding in judgement.findings if TURNS[finding.verdict].exit_code]
    deciding = failing or [finding for finding in judgement.findings if finding.verdict is judgement.verdict]
    lives = [_life(visit, finding, story) for finding in deciding]
    quarantined = all(life is not None and life.is_quarantined(day) for life in lives)
    return lives[0] if lives and quarantined else None


def _muted(visit: VisitRecord, life: Life) -> dict[str, Any]:
    comment = f"{told(life)}. {life.ticket}" if address_of(life.ticket) else told(life)
    return {"resolution": "muted", "comment": comment, "visits": [_who(visit)]}


def _issue(name: str, place: str, found: Sequence[Known]) -> dict[str, Any]:
    lives = {known.life.number: known.life for known in found}
    return {
        "resolution": "issue",
        "issue": {"id": name, "type": place},
        "comment": "; ".join(told(life) for life in lives.values()),
        "visits": [_who(known.visit) for known in found],
    }


def _who(visit: VisitRecord) -> dict[str, Any]:
    """Return what Allure knows a visit by from run to run."""
    return {
        "testCaseId": test_case_id(visit.journey.id),
        "environment": environment_id(visit.persona.id),
        "parameters": [
            {"name": each.name, "value": each.value} for each in parameters(visit) if not each.excluded
        ],
    }
