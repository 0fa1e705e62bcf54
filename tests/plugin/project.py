"""A small real project on disk, and what pytest makes of it in a process of its own.

pytest's own `pytester` lives for one test; a run with a browser is dear, so several tests read one outcome.
"""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from harness.browser.found import playwright_folder
from harness.judge import Judgement
from harness.judge.keeping import JUDGEMENT
from harness.record import VisitRecord
from harness.record.folder import RunFolder
from tests.ctrl_c import hear_ctrl_c
from tests.ready_process import run_module

NEEDED_BY_NO_JOURNEY = ("hypothesispytest", "pytest_cov", "unraisableexception", "threadexception")
WITHOUT_PLUGINS = tuple(f"-pno:{plugin}" for plugin in NEEDED_BY_NO_JOURNEY)
"""Loading the first two of these takes half a run's start; the others collect garbage at its end."""
IMPORTED_ALREADY = "-Wignore:Module already imported"
"""What pytest says of plugins that were there before it began."""
UNWATCHED = ("--evidence", "none")
"""For tests that do not look at what visits leave behind: nothing is walked a second time for it."""
BARE = (*UNWATCHED, "--report", "none")
"""For tests that look neither at that nor at what is told at the end of a run: half the work."""

PATIENCE = """
import pytest

@pytest.fixture(scope="session")
def patience_ms():
    return {patience_ms}
"""
FINE = """
journey: Look at the shop
steps:
  - step: Open the shop
    do:
      - open: /
    see:
      - heading "Tiny shop"
"""
BROKEN = """
journey: Find the sale
tags: [sale]
steps:
  - step: Open the shop
    do:
      - open: /
    see:
      - heading "Tiny shop"
  - step: Look for the sale
    see:
      - Everything at half price
"""
OUTDATED = """
journey: Put it in the basket
commits: cart
steps:
  - step: Buy
    do:
      - open: /
      - click: Buy it
    see:
      - In your basket
"""
FAULTY = """
journey: Never walked
steps:
  - step: Open the shop
    do:
      - oppen: /
    see:
      - heading "Tiny shop"
"""
ORDER = """
journey: Place an order
commits: order
steps:
  - step: Place the order
    commits: order
    do:
      - open: /order
      - click: Place order
    see:
      - heading "Thank you"
"""
SECRET = """
journey: Sign in
steps:
  - step: Sign in
    do:
      - open: /sign-in
      - fill: {Password: "${secret.TINY_PASSWORD}", Nickname: "${secret.TINY_NAME}"}
      - click: Go in
    see:
      - heading "Welcome"
"""


@dataclass(frozen=True)
class Outcome:
    """How one invocation of pytest ended."""

    code: int
    text: str
    run: RunFolder

    @cached_property
    def visits(self) -> dict[str, VisitRecord]:
        """The records by the journey's id."""
        return {visit.journey.id: visit for visit in self.run.read_visits()}

    def judgement(self, visit_id: str) -> Judgement:
        """What was judged while it ran."""
        return Judgement.model_validate_json((self.run.visit(visit_id) / JUDGEMENT).read_text("utf-8"))

    @cached_property
    def allure(self) -> dict[str, str]:
        """The statuses of the Allure results by their names; of two walks the one that Allure counts."""
        files = self.run.allure_results.glob("*-result.json")
        results = [json.loads(file.read_text(encoding="utf-8")) for file in files]
        return {result["name"]: result["status"] for result in sorted(results, key=lambda r: int(r["start"]))}


@dataclass(frozen=True)
class Project:
    """A folder with journeys in it."""

    path: Path

    @classmethod
    def of(
        cls, path: Path, address: str, files: Mapping[str, str], *, patience_ms: int = 700, **site: str
    ) -> "Project":
        """Write a project whose site is at `address`; `site` holds more lines of the site file."""
        more = "".join(f"{key}: {value}\n" for key, value in site.items())
        project = cls(path)
        project.write(
            {
                "pytest.ini": "[pytest]\n",
                "conftest.py": PATIENCE.format(patience_ms=patience_ms),
                "journeys/site.yaml": f"site: {{name: Tiny shop, address: '{address}'}}\n{more}",
                **files,
            }
        )
        return project

    def write(self, files: Mapping[str, str]) -> None:
        """Write files by their paths."""
        for name, text in files.items():
            file = self.path / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text.lstrip("\n"), encoding="utf-8")

    def run(
        self, *arguments: str, cwd: Path | None = None, environ: Mapping[str, str] | None = None
    ) -> Outcome:
        """Run pytest to its end."""
        done = run_module(
            "pytest",
            *WITHOUT_PLUGINS,
            IMPORTED_ALREADY,
            *arguments,
            folder=cwd or self.path,
            environ=environment(environ or {}),
            timeout_s=120,
        )
        return Outcome(done.returncode, done.stdout + done.stderr, self.newest())

    def newest(self) -> RunFolder:
        """Return the newest run."""
        return RunFolder((self.path / "reports" / "latest").resolve())

    def start(self, *arguments: str) -> "subprocess.Popen[str]":
        """Start pytest and leave it running."""
        return subprocess.Popen(
            command(*arguments),
            cwd=self.path,
            env=environment({}),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            preexec_fn=hear_ctrl_c,  # noqa: PLW1509 -- it does one system call
        )


def command(*arguments: str) -> list[str]:
    """Return a command line of pytest."""
    return [sys.executable, "-m", "pytest", *WITHOUT_PLUGINS, *arguments]


def environment(more: Mapping[str, str]) -> dict[str, str]:
    """Return this environment without what other runs of pytest put there, wide enough for whole lines."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTEST_", "CI"))}
    return {**kept, "COLUMNS": "200", "PLAYWRIGHT_BROWSERS_PATH": str(playwright_folder()), **more}
