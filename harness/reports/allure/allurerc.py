"""What the report should look like in, Allure's configuration file out."""

import json
from pathlib import Path
from typing import Any

from harness.reports.allure.categories import categories
from harness.reports.allure.history import KEPT_RUNS

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


def write_allurerc(folder: Path, *, title: str, with_history: bool) -> Path:
    """Write the configuration into `folder`; the report is made in `folder/report`.

    JSON, not JavaScript: nothing that is written into it can become code.
    """
    config: dict[str, Any] = {
        "name": title,
        "output": str(folder / "report"),
        "categories": {"rules": categories()},
        "plugins": {
            "awesome": {
                "options": {
                    "reportName": title,
                    "reportLanguage": "en",
                    "singleFile": True,
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
