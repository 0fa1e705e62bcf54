"""A run's folder in, the visits that are under way and those that have ended out, as they are written.

Works for workers too, and the shopper never waits for whoever watches.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from os import SEEK_END
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from harness.cli.progress.lines import label_of
from harness.judge import Judgement
from harness.judge.keeping import JUDGEMENT
from harness.record import VisitRecord
from harness.record.folder import RunFolder
from harness.record.journal import JOURNAL, RecordError, read_visit
from harness.record.visit import AGAIN


@dataclass
class VisitUnderWay:
    """What is known of a visit by now, and how far its journal was read."""

    journal: Path
    label: str = ""
    step: str = ""
    has_ended: bool = False
    is_told: bool = False
    waits: bool = False
    read_bytes: int = 0

    @property
    def doing(self) -> str:
        """What it is at: a step, or nothing yet."""
        return "waiting for its turn" if self.waits else self.step

    def read_on(self) -> None:
        """Take in the lines that were written since the last time."""
        with self.journal.open("rb") as file:
            if file.seek(0, SEEK_END) < self.read_bytes:  # begun anew, as after signing in
                self.read_bytes = 0
            file.seek(self.read_bytes)
            written = file.read()
        whole = written[: written.rfind(b"\n") + 1]
        self.read_bytes += len(whole)
        for line in whole.splitlines():
            try:
                event = json.loads(line)
            except json.JSONDecodeError:  # begun anew, and longer than before by now
                self.read_bytes = 0
                return
            self._take(event)

    def _take(self, event: dict[str, Any]) -> None:
        kind = event.pop("event")
        if kind == "visit":
            once_more = "once more, for evidence: " if self.journal.parent.name == AGAIN else ""
            self.waits = False
            self.label = once_more + label_of(VisitRecord.model_validate(event))
        elif kind == "step begins":
            self.step = event["name"]
        elif kind == "waits":
            self.waits = event["still"]
        elif kind == "end":
            self.has_ended = True


@dataclass
class Following:
    """Looks into the folder of one run again and again."""

    folder: RunFolder
    _visits: dict[Path, VisitUnderWay] = field(default_factory=dict)

    def under_way(self) -> list[VisitUnderWay]:
        """Return the visits that have begun and not ended."""
        going = [visit for visit in self._known() if not visit.has_ended]
        for visit in going:
            visit.read_on()
        return [visit for visit in going if visit.label and not visit.has_ended]

    def newly_judged(self) -> Iterator[tuple[VisitRecord, Judgement]]:
        """Yield each visit once, as soon as it was judged."""
        for visit in self._known():
            judged = None if visit.is_told else _judged(visit.journal.parent)
            if judged:
                visit.is_told = visit.has_ended = True
                yield judged

    def _known(self) -> list[VisitUnderWay]:
        visits = self.folder.path / "visits"
        for journal in (*sorted(visits.glob(f"*/{JOURNAL}")), *sorted(visits.glob(f"*/{AGAIN}/{JOURNAL}"))):
            self._visits.setdefault(journal, VisitUnderWay(journal))
        return list(self._visits.values())


def _judged(folder: Path) -> tuple[VisitRecord, Judgement] | None:
    try:
        told = (folder / JUDGEMENT).read_text(encoding="utf-8")
        return read_visit(folder), Judgement.model_validate_json(told)
    except (FileNotFoundError, ValidationError, RecordError):  # not yet, or a worker is writing it just now
        return None
