"""What is told of a run besides its results in, Allure's configuration file out."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from harness.history.model import Story
from harness.judge import Judgement
from harness.record import VisitRecord
from harness.reports.allure.categories import categories
from harness.reports.allure.environments import environments
from harness.reports.allure.gate import gate_rules
from harness.reports.allure.history import KEPT_RUNS
from harness.reports.allure.known import resolutions
from harness.reports.allure.labels import PERSONA_LABEL, VERDICT_LABEL
from harness.reports.allure.metrics import Metric, performance, samples

# Of Allure's charts those that say something of journeys. Its stability charts are left out: a journey that
# is broken every night counts as 100 % stable there, in green.
CHARTS: tuple[dict[str, Any], ...] = (
    {"type": "currentStatus", "title": "Journeys now"},
    {"type": "statusDynamics", "title": "The last runs"},
    {
        "type": "testResultSeverities",
        "title": "By severity",
        "levels": ["blocker", "critical", "normal", "minor", "trivial"],
        "statuses": ["failed", "broken", "unknown", "passed", "skipped"],
        "includeUnset": True,
    },
    {"type": "statusTransitions", "title": "What changed"},
    {"type": "durations", "title": "How long visits took", "groupBy": "none"},
    {"type": "durationDynamics", "title": "How long runs took"},
)


@dataclass(frozen=True)
class About:
    """What Allure is told of a run besides its results.

    Args:
        title: The name above the report.
        personas: Who walked: each is an environment.
        metrics: What was measured of pages, each with its limit.
        resolutions: Known issues, and what is muted, as Allure's rules.
    """

    title: str
    visits: int = 0
    personas: tuple[str, ...] = ()
    metrics: tuple[Metric, ...] = ()
    resolutions: Mapping[str, Any] = field(default_factory=lambda: {"links": {}, "rules": []})


def about(title: str, judged: Iterable[tuple[VisitRecord, Judgement]], story: Story, day: date) -> About:
    """Return what Allure is told of a run.

    Args:
        title: The name above the report.
        judged: Its visits, with what they mean.
        story: What is known of earlier runs.
        day: When it was; a quarantine ends with a day.
    """
    pairs = list(judged)
    visits = [visit for visit, _ in pairs]
    return About(
        title,
        len(visits),
        tuple(sorted({visit.persona.id for visit in visits})),
        tuple(dict.fromkeys(metric for metric, _, _ in samples(visits))),
        resolutions(pairs, story, day),
    )


def write_allurerc(folder: Path, about: About, *, with_history: bool, in_one_file: bool) -> Path:
    """Write the configuration into `folder`; the report is made in `folder/report`.

    JSON, not JavaScript: nothing that is written into it can become code. `generate.mjs` makes functions of
    what Allure wants as such.
    """
    config: dict[str, Any] = {
        "name": about.title,
        "output": str(folder / "report"),
        "categories": {"rules": categories()},
        "labelOfEnvironment": PERSONA_LABEL,
        "environments": environments(about.personas),
        "performance": performance(about.metrics),
        "resolutions": {**about.resolutions, "knownIssuesPath": str(folder / "known-issues.json")},
        "labelOfVerdict": VERDICT_LABEL,
        "gate": gate_rules(about.metrics),
        "plugins": {
            "awesome": {
                "options": {
                    "reportName": about.title,
                    "reportLanguage": "en",
                    "singleFile": in_one_file,
                    "groupBy": ["epic"],
                    "defaultSortBy": "status,asc",
                    "stepTreeExpansion": "expand_failed_only",
                    "charts": CHARTS,
                }
            },
            "agent": {"enabled": False},  # else it is added, and writes files of its own
        },
    }
    if with_history:
        config |= {"historyPath": str(folder / "history.jsonl"), "historyLimit": KEPT_RUNS}
    path = folder / "allurerc.json"
    path.write_text(json.dumps(config, indent=1), encoding="utf-8")
    return path
