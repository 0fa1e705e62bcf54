"""Judgements in, a small file beside each record out; and what earlier runs found of times."""

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from pydantic import ValidationError

from harness.judge.comparable import walked_with
from harness.judge.model import Judgement
from harness.judge.speed import EarlierTimes, Past
from harness.judge.verdicts import Verdict
from harness.record import VisitRecord

JUDGEMENT = "judgement.json"
TIMES_THE_WINDOW = 2
"""How many are read for each that counts: what a busy machine spoilt, or never came so far, does not."""

RUNS_LOOKED_AT = 30
"""How far back it is looked for visits with the same browser."""


def keep_judgement(folder: Path, judgement: Judgement) -> None:
    """Write a judgement into its visit's folder."""
    (folder / JUDGEMENT).write_text(judgement.model_dump_json(indent=1), encoding="utf-8")


def past_of(visit: VisitRecord, *, run: Path) -> Past:
    """Return what the same visit with the same browser found of its times in the runs before this one."""
    earlier = sorted(
        (path.parent for path in run.parent.glob("*/run.json") if path.parent.name < run.name), reverse=True
    )
    files = (folder / "visits" / visit.id / JUDGEMENT for folder in earlier[:RUNS_LOOKED_AT])
    return list(
        islice(_of_times(files, walked_with(visit)), TIMES_THE_WINDOW * visit.budgets.slow_when.visits)
    )


def _of_times(files: Iterable[Path], conditions: str) -> Iterator[EarlierTimes]:
    for file in files:
        try:
            judgement = Judgement.model_validate_json(file.read_bytes())
        except (OSError, ValidationError):  # that visit was not walked then, or not judged to its end
            continue
        if judgement.walked_with != conditions:
            continue
        found = frozenset(
            finding.fingerprint
            for finding in judgement.findings
            if finding.verdict is Verdict.OVER_BUDGET or finding.kind == "machine busy"
        )
        yield EarlierTimes(found, frozenset(judgement.timed))
