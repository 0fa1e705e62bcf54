"""Folders of runs in, what the history is made of again out; and what it leaves there for that."""

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from harness.findings.model import Decision, Life
from harness.judge import Judgement, judge
from harness.judge.keeping import JUDGEMENT
from harness.record import RunRecord, VisitRecord
from harness.record.folder import END, RunFolder
from harness.record.journal import RecordError
from harness.record.private import to_oneself

FINDINGS = "findings.json"
"""In a run's folder: the findings as they stood at its end."""

DECISIONS = "findings.jsonl"
"""Beside the folders of the runs: what people said of findings, a line each."""

Judged = tuple[VisitRecord, Judgement]
Lead = Callable[[RunRecord, Sequence[Judged]], str]
"""Makes the sentence that leads the page of a run."""


class Findings(BaseModel):
    """What a run's folder keeps of the history.

    Args:
        headline: The sentence that led the run's page.
        last_number: The highest number that a finding had by then, so that none is ever given twice.
        lives: All findings that were open, and those that the run changed.
    """

    model_config = ConfigDict(frozen=True)

    headline: str = ""
    last_number: int = 0
    lives: tuple[Life, ...] = ()


@dataclass(frozen=True)
class KeptFolder:
    """A run as it lies on disk."""

    folder: RunFolder
    run: RunRecord

    def judged(self) -> list[Judged]:
        """Read all visits with what they were judged to mean; what was never judged is judged now.

        Raises:
            RecordError: What was planned cannot be read.
        """
        walked = [(visit, self._judgement(visit)) for visit in self.folder.read_visits()]
        return [*walked, *((visit, judge(visit)) for visit in self.folder.read_unrecorded())]

    def _judgement(self, visit: VisitRecord) -> Judgement:
        file = self.folder.visit(visit.id) / JUDGEMENT
        try:
            return Judgement.model_validate_json(file.read_bytes())
        except (OSError, ValidationError):
            return judge(visit)


def folders_of(reports: Path) -> Iterator[RunFolder]:
    """Yield the folders of the runs, by name; links such as `latest` are none."""
    for path in sorted(reports.glob("*/run.json")):
        if not path.parent.is_symlink():
            yield RunFolder(path.parent)


def has_ended(folder: RunFolder) -> bool:
    """Whether a run came to its end, or was reported since."""
    return any((folder.path / name).exists() for name in (END, FINDINGS))


def read_kept(folder: RunFolder) -> KeptFolder | None:
    """Read what a run was about; None where that cannot be read."""
    try:
        return KeptFolder(folder, folder.read_run())
    except (RecordError, ValidationError):
        return None


def read_whole(folder: RunFolder) -> KeptFolder | None:
    """Read a run of which the history can be made; None where what it planned, or its end, cannot be read."""
    kept = read_kept(folder)
    try:
        folder.read_plan()
    except RecordError:
        return None
    return kept


def read_findings(folder: RunFolder) -> Findings | None:
    """Read the findings that a run's folder keeps; None where there are none that can be read."""
    try:
        return Findings.model_validate_json((folder.path / FINDINGS).read_bytes())
    except (OSError, ValidationError):
        return None


@to_oneself()
def write_findings(folder: RunFolder, findings: Findings) -> None:
    """Write the findings of a run into its folder; where that cannot be written, it has none."""
    draft = folder.path / f"{FINDINGS}.{os.getpid()}"
    try:
        draft.write_text(findings.model_dump_json(indent=1), encoding="utf-8")
        draft.replace(folder.path / FINDINGS)
    except OSError:
        draft.unlink(missing_ok=True)


def read_decisions(reports: Path) -> Sequence[Decision]:
    """Read what people said of findings; a line that cannot be read takes no other with it."""
    try:
        lines = (reports / DECISIONS).read_bytes().splitlines()
    except OSError:
        return ()
    return tuple(decision for line in lines if (decision := _decision(line)))


def _decision(line: bytes) -> Decision | None:
    try:
        return Decision.model_validate_json(line)
    except ValidationError:
        return None


@to_oneself()
def note_decision(reports: Path, decision: Decision) -> None:
    """Write what somebody said of a finding below what was said before.

    Raises:
        OSError: It cannot be written.
    """
    reports.mkdir(parents=True, exist_ok=True)
    with (reports / DECISIONS).open("a", encoding="utf-8") as lines:
        lines.write(decision.model_dump_json(exclude_none=True) + "\n")
