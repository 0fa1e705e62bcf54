"""An assignment in, one real run of `harness` with it, and what it left out."""

import json
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from harness.judge import Judgement
from harness.mutate.model import Assignment, Mutation, Noted
from harness.record import VisitRecord
from harness.record.folder import RunFolder
from harness.reports.making import judged_visits

LOOKS_EVERY_S = 0.3

Progress = Callable[[int], None]
"""Told how many visits have ended."""


class CannotWalkError(Exception):
    """Nothing was walked; the text is one sentence that says why."""


@dataclass(frozen=True)
class Walked:
    """What a run left: each visit with its judgement, and what was noted in it."""

    judged: tuple[tuple[VisitRecord, Judgement], ...]
    noted: dict[str, Noted]


@dataclass(frozen=True)
class Walks:
    """Runs of `harness` in a process of their own, recorded in a folder that nobody's history sees.

    Args:
        folder: Where they are recorded.
        paths: What is walked.
        site: The name of the site; empty for the default one.
        workers: So many visits at once, as `-n` says it.
        rest: More words for pytest.
    """

    folder: Path
    paths: tuple[str, ...]
    site: str = ""
    workers: str = ""
    rest: tuple[str, ...] = ()

    def walk(
        self,
        name: str,
        mutations: dict[str, tuple[Mutation, ...]],
        *,
        patience_ms: int | None = None,
        progress: Progress,
    ) -> Walked:
        """Walk and return what came of it.

        Raises:
            CannotWalkError: Nothing was walked.
            KeyboardInterrupt: It was interrupted.
        """
        place = self.folder / name
        notes = place / "notes"
        notes.mkdir(parents=True)
        assignment = Assignment(folder=str(notes), mutations=mutations, patience_ms=patience_ms)
        file = place / "assignment.json"
        file.write_text(assignment.model_dump_json(), encoding="utf-8")
        with (place / "said.txt").open("w", encoding="utf-8") as said:
            process = subprocess.Popen(self._command(place, file), stdout=said, stderr=subprocess.STDOUT)
            _wait(process, lambda: progress(len(list(notes.iterdir()))))
        runs = list((place / "reports").glob("*/run.json"))
        if not runs:
            raise CannotWalkError(_last_line(place / "said.txt"))
        noted = {file.stem: Noted.model_validate(json.loads(file.read_text())) for file in notes.iterdir()}
        return Walked(tuple(judged_visits(RunFolder(runs[0].parent))), noted)

    def _command(self, place: Path, assignment: Path) -> Sequence[str]:
        options = [
            "--report=none",
            "--evidence=none",
            f"--reports={place / 'reports'}",
            f"--site={self.site}",
        ]
        options += [f"--workers={self.workers}"] if self.workers else []
        ours = ["-p", "harness.mutate.plugin", f"--mutations={assignment}", *self.rest]
        return [sys.executable, "-m", "harness", "run", *self.paths, *options, "--", *ours]


def _wait(process: "subprocess.Popen[Any]", look: Callable[[], None]) -> None:
    """Wait for the end; Ctrl-C reaches the process too, which then ends by itself."""
    try:
        while process.poll() is None:
            look()
            time.sleep(LOOKS_EVERY_S)
    except KeyboardInterrupt:
        process.wait()
        raise


def _last_line(file: Path) -> str:
    said = file.read_text(encoding="utf-8").strip().splitlines()
    return said[-1] if said else "nothing was said."
