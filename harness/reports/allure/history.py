"""Past runs in a `history.jsonl`, a line a run: what trends and "new" or "regressed" are read from.

Allure appends a line at each generation, under the moment of generating. Here a line belongs to the
moment the run began: making a report again replaces its line, and an old run is not shown its future.
"""

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

KEPT_RUNS = 60
"""Two months of nights; Allure's charts look at the last ten."""


@dataclass(frozen=True)
class History:
    """The file that outlives runs, seen from one run."""

    path: Path
    began_ms: int

    def write_past(self, draft: Path) -> None:
        """Write to `draft` only the runs that began before this one."""
        past = [point for point in self._read(self.path) if point["timestamp"] < self.began_ms]
        _write(draft, past)

    def keep_new(self, draft: Path) -> None:
        """Take over the line that Allure appended to `draft`, in place of an older one of this run."""
        appended = self._read(draft)[-1:]
        others = [point for point in self._read(self.path) if point["timestamp"] != self.began_ms]
        new = [{**point, "timestamp": self.began_ms} for point in appended]
        points = sorted([*others, *new], key=lambda point: int(point["timestamp"]))
        self.path.parent.mkdir(parents=True, exist_ok=True)
        beside = self.path.with_name(f".{self.path.name}.{os.getpid()}")
        _write(beside, points[-KEPT_RUNS:])
        beside.replace(self.path)

    @staticmethod
    def _read(path: Path) -> list[dict[str, Any]]:
        if not path.is_file():
            return []
        points = []
        for line in path.read_text(encoding="utf-8").splitlines():
            try:
                point = json.loads(line)
            except json.JSONDecodeError:  # a line cut short by a full disk costs one run, not the trend
                continue
            if isinstance(point, dict) and isinstance(point.get("timestamp"), int):
                points.append(point)
        return points


def _write(path: Path, points: list[dict[str, Any]]) -> None:
    path.write_text("".join(json.dumps(point) + "\n" for point in points), encoding="utf-8")
