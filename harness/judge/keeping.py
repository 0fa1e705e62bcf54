"""Judgements in, a small file beside each record out; and what earlier runs found of times."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from pydantic import ValidationError

from harness.judge.model import Judgement
from harness.judge.speed import SLOW_OF_LAST, Past
from harness.judge.verdicts import Verdict

JUDGEMENT = "judgement.json"
EARLIER_VISITS = 2 * SLOW_OF_LAST[1]
"""How many are read: those that a busy machine spoilt do not count among the last five."""


def keep_judgement(folder: Path, judgement: Judgement) -> None:
    """Write a judgement into its visit's folder."""
    (folder / JUDGEMENT).write_text(judgement.model_dump_json(indent=1), encoding="utf-8")


def past_of(visit_id: str, *, run: Path) -> Past:
    """Return what the same visit found of its times in the runs before this one, newest first."""
    earlier = sorted(
        (path.parent for path in run.parent.glob("*/run.json") if path.parent.name < run.name), reverse=True
    )
    found = _of_times(folder / "visits" / visit_id / JUDGEMENT for folder in earlier)
    return [fingerprints for _, fingerprints in zip(range(EARLIER_VISITS), found, strict=False)]


def _of_times(files: Iterable[Path]) -> Iterator[frozenset[str]]:
    for file in files:
        try:
            judgement = Judgement.model_validate_json(file.read_text(encoding="utf-8"))
        except (OSError, ValidationError):  # that visit was not walked then, or not judged to its end
            continue
        yield frozenset(
            finding.fingerprint
            for finding in judgement.findings
            if finding.verdict is Verdict.OVER_BUDGET or finding.kind == "machine busy"
        )
