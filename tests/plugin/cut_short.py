"""Runs that end in the middle of a visit, and what their folders and Allure's results then say."""

import json
import subprocess
import sys
import time
from collections.abc import Callable

from harness.record.folder import RunFolder
from harness.reports.allure.second_walk import SAID
from harness.reports.making import judged_visits

from .project import BROKEN, FINE, Project, environment

LONG_MS = 60_000
FIRST, LAST = "journeys/find/a-broken.yaml", "journeys/find/b-fine.yaml"
FILES = {FIRST: BROKEN, LAST: FINE}
WALKED_FIRST, PLANNED_LAST = "find-a-broken--shopper", "find-b-fine--shopper"


def wait_for(happened: Callable[[], bool], process: "subprocess.Popen[str]") -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and process.poll() is None:
        if happened():
            return
        time.sleep(0.05)
    process.kill()
    raise AssertionError(process.communicate()[0])


def journals(project: Project, text: str) -> bool:
    found = project.path.glob("reports/20*/visits/*/record.jsonl")
    return any(text in journal.read_text(encoding="utf-8") for journal in found)


def planned(project: Project) -> bool:
    return any(project.path.glob("reports/20*/run.json"))


def in_the_middle(project: Project) -> bool:
    return journals(project, '"name": "Look for the sale", "place"') and journals(
        project, '"step begins", "index": 1'
    )


def run_of(project: Project) -> RunFolder:
    (run,) = project.path.glob("reports/20*")
    return RunFolder(run)


def allure_of(run: RunFolder) -> dict[str, tuple[str, str]]:
    """Return status and message of each Allure result; two of one walk of a visit fail the test."""
    files = sorted(run.allure_results.glob("*-result.json"))
    all_of_them = [json.loads(file.read_text(encoding="utf-8")) for file in files]
    results = [result for result in all_of_them if SAID not in result.get("descriptionHtml", "")]
    assert len({result["historyId"] for result in results}) == len(results), results
    return {
        result["name"].partition(" · ")[0]: (
            result["status"],
            result.get("statusDetails", {}).get("message", ""),
        )
        for result in results
    }


def report_again(project: Project) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "harness", "report", run_of(project).path.name],
        cwd=project.path,
        env=environment({}),
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def endings(run: RunFolder) -> dict[str, str]:
    return {visit.id: visit.ending for visit, _ in judged_visits(run)}
