"""The folder of runs in, whether the evidence of a visit is still there out; each run is looked at once."""

from dataclasses import dataclass, field
from pathlib import Path

PRUNED = "pruned.json"
"""In the folder of a run whose evidence was removed to make room."""


@dataclass
class Shown:
    """What of the runs can still be shown.

    Args:
        reports: The folder of the runs.
    """

    reports: Path
    _visits: dict[str, frozenset[str]] = field(default_factory=dict)

    def folder(self, run_id: str, visit_id: str) -> Path | None:
        """Return the folder of a visit, where its pictures may still be."""
        if run_id not in self._visits:
            self._visits[run_id] = self._with_evidence(self.reports / run_id)
        is_there = visit_id in self._visits[run_id]
        return self.reports / run_id / "visits" / visit_id if is_there else None

    def _with_evidence(self, run: Path) -> frozenset[str]:
        visits = run / "visits"
        if (run / PRUNED).exists() or not visits.is_dir():
            return frozenset()
        return frozenset(path.name for path in visits.iterdir())
